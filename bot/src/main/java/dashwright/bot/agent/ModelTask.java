package dashwright.bot.agent;

import dashwright.dashboards.plan.DashboardPlan;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked for.
 *
 * @param request the person's words
 * @param earlier the plan that they want changed, null for a new board
 * @param thread the conversation, whose requests run one after the other; null for none
 */
public record ModelTask(
        String request,
        @Nullable DashboardPlan earlier,
        @Nullable String thread) {
    /** A new board, in no conversation. */
    public static ModelTask of(String request) {
        return new ModelTask(request, null, null);
    }
}
