package dashwright.dashboards.plan;

import java.util.List;

/**
 * A plan after its edits.
 *
 * @param plan the plan with every edit that could be made
 * @param problems the edits that could not be made, at {@code edits[2]}, and what the others broke
 */
public record Edited(DashboardPlan plan, List<Problem> problems) {
    public Edited {
        problems = List.copyOf(problems);
    }
}
