package dashwright.dashboards.check;

import java.util.List;

/**
 * Everything that the checks say about a board.
 *
 * @param findings in the order of the widgets
 * @param receipts one for each widget that reads data
 */
public record CheckReport(List<Finding> findings, List<Receipt> receipts) {
    public CheckReport {
        findings = List.copyOf(findings);
        receipts = List.copyOf(receipts);
    }

    /** True where at least one finding is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
