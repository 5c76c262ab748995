package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import java.util.Optional;

/** One kind of change that people ask for in a draft's thread. */
interface EditKind {
    /**
     * Makes the change that the words ask for.
     *
     * @param said the words, without courtesies
     * @return empty where the words ask for no change of this kind
     */
    Optional<Change> apply(String said, DashboardPlan plan);
}
