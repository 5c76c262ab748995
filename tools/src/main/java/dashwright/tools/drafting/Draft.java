package dashwright.tools.drafting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.plan.DashboardPlan;
import java.util.ArrayList;
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

    /** The same draft with what was found out about it before it was drafted; that comes first. */
    public Draft with(List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        findings.addAll(report.findings());
        return new Draft(plan, json, hash, new CheckReport(findings, report.receipts()), remarks);
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }
}
