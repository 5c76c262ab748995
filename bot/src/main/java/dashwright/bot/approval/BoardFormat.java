package dashwright.bot.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.DashboardPlan;

/** The written forms that a proposal is kept in. */
public interface BoardFormat {
    /** A plan as YAML. */
    String writePlan(DashboardPlan plan);

    /** The plan that {@link #writePlan} wrote. */
    DashboardPlan readPlan(String yaml);

    /** SHA-256 of a board's canonical JSON, in lower-case hex. */
    String hash(ObjectNode json);
}
