package dashwright.tools.drafting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.plan.DashboardPlan;
import java.util.List;

/**
 * A composed and checked board that nobody has approved yet.
 *
 * @param plan what it was composed from
 * @param json Datadog's form of it
 * @param hash SHA-256 of the canonical JSON, in lower-case hex; what is approved
 * @param report findings and receipts
 * @param remarks what the person should know
 */
public record Draft(DashboardPlan plan, ObjectNode json, String hash, CheckReport report, List<String> remarks) {
    public Draft {
        json = json.deepCopy();
        remarks = List.copyOf(remarks);
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }
}
