package dashwright.bot.slack;

import dashwright.catalog.MetricType;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.live.Extrapolated;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The evidence for each panel, one line a panel, in the order of the plan. */
final class EvidenceLines {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_METRIC = 120;
    private static final int METRICS_NAMED = 3;

    private EvidenceLines() {}

    /** Each section's heading with the lines of its panels; what belongs to no section comes last. */
    static Map<String, List<String>> bySection(DashboardPlan plan, List<Receipt> receipts, Instant now) {
        List<Receipt> left = new ArrayList<>(receipts);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Section section : plan.sections()) {
            List<String> ofSection = lines.computeIfAbsent(section.title(), heading -> new ArrayList<>());
            for (Panel panel : section.panels()) {
                if (panel instanceof Panel.Chart chart) {
                    ofSection.add(take(left, chart)
                            .map(receipt -> line(receipt, now))
                            .orElseGet(() ->
                                    ":white_circle: *" + Mrkdwn.text(chart.title(), LONGEST_TITLE) + "* not checked"));
                }
            }
        }
        if (!left.isEmpty()) {
            lines.put(
                    "Other widgets",
                    left.stream().map(receipt -> line(receipt, now)).toList());
        }
        return lines;
    }

    private static Optional<Receipt> take(List<Receipt> left, Panel.Chart chart) {
        Optional<Receipt> found = left.stream()
                .filter(receipt -> receipt.widget().equals(chart.id()))
                .findFirst()
                .or(() -> left.stream()
                        .filter(receipt -> receipt.title().equals(chart.title()))
                        .findFirst());
        found.ifPresent(left::remove);
        return found;
    }

    /** The verdict, the title, the metrics with their types, and what came back. */
    static String line(Receipt receipt, Instant now) {
        return Words.verdict(receipt.verdict()) + " *" + Mrkdwn.text(receipt.title(), LONGEST_TITLE) + "*: "
                + metrics(receipt.metrics()) + returned(receipt, now);
    }

    private static String metrics(List<Receipt.MetricEvidence> metrics) {
        if (metrics.isEmpty()) {
            return "spans";
        }
        String named = metrics.stream()
                .limit(METRICS_NAMED)
                .map(metric -> Mrkdwn.code(metric.name(), LONGEST_METRIC) + " " + type(metric.type()))
                .collect(Collectors.joining(", "));
        int more = metrics.size() - METRICS_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    static String type(MetricType type) {
        return type == MetricType.UNKNOWN ? "of unknown type" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String returned(Receipt receipt, Instant now) {
        if (receipt.tried().isEmpty()) {
            return "";
        }
        long points = receipt.tried().stream().mapToLong(Receipt.Tried::points).sum();
        String counted = String.format(Locale.ROOT, ", %,d points", points);
        return receipt.tried().stream()
                .filter(tried -> tried.lastValue() != null)
                .findFirst()
                .map(tried -> counted + ", newest " + last(tried, now))
                .orElse(counted);
    }

    static String last(Receipt.Tried tried, Instant now) {
        String value = Mrkdwn.text(Extrapolated.inWords(tried.lastValue(), tried.unit(), tried.query()), 60);
        Instant at = tried.lastAt();
        return at == null ? value : value + ", " + Words.age(at, now);
    }
}
