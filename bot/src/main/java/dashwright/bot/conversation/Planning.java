package dashwright.bot.conversation;

import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;

/** One way from a request to a plan: with a model, or without. */
public interface Planning {
    /**
     * Plans what was asked for, or says why not.
     *
     * @throws PlanningUnavailableException where this way is not open now and another may be tried
     */
    PlanningOutcome plan(Request request, Progress progress);
}
