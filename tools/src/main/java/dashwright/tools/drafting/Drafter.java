package dashwright.tools.drafting;

import dashwright.dashboards.plan.DashboardPlan;
import java.util.List;

/** Composes a plan, checks the outcome and tries every query on live data. */
public interface Drafter {
    /**
     * A draft of a plan; what is wrong with it is in its report, never an exception.
     *
     * @param remarks what the planner wants the person to know
     */
    Draft draft(DashboardPlan plan, List<String> remarks, Progress progress);
}
