package dashwright.bot.agent;

import dashwright.tools.drafting.PlanningOutcome;

/** What came of asking a model. */
public sealed interface ModelOutcome {
    /** Its tools made something of it: a plan, a gap or a question. */
    record Done(PlanningOutcome outcome) implements ModelOutcome {}

    /**
     * Nothing came of it, and the request must be planned in another way.
     *
     * @param reason why, as a clause for people: "the model did not answer within 90 s"
     */
    record Nothing(String reason) implements ModelOutcome {}
}
