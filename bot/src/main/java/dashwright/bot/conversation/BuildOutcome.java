package dashwright.bot.conversation;

import dashwright.bot.approval.Proposal;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.health.StatusSummary;

/** What came of a request for a board. */
public sealed interface BuildOutcome {
    /**
     * A draft that waits for approval.
     *
     * @param proposal what is to be approved
     * @param draft what it was made of
     * @param status how things stand now
     */
    record Proposed(Proposal proposal, Draft draft, StatusSummary status) implements BuildOutcome {}

    /** The catalog has nothing for it. */
    record GapFound(PlanningOutcome.Gap gap) implements BuildOutcome {}

    /** It could mean several things. */
    record Asked(PlanningOutcome.Question question) implements BuildOutcome {}

    /** A draft that would be refused or would lie; its report says where. */
    record NotProposable(Draft draft) implements BuildOutcome {}

    /**
     * It did not work.
     *
     * @param message why and what to do, for people
     * @param reference stands beside the cause in the log
     */
    record Failed(String message, String reference) implements BuildOutcome {}
}
