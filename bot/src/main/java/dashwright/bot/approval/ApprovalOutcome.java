package dashwright.bot.approval;

/** What came of a press on Approve. */
public sealed interface ApprovalOutcome permits ApprovalOutcome.Approved, Refused {
    /** The proposal is approved, by this press or by an earlier one that has not led to a board yet. */
    record Approved(Approval approval) implements ApprovalOutcome {}
}
