package dashwright.bot.approval;

/** What came of a press on Reject. */
public sealed interface RejectionOutcome permits RejectionOutcome.Rejected, Refused {
    /** The proposal is rejected and can never be published. */
    record Rejected(Proposal proposal) implements RejectionOutcome {}
}
