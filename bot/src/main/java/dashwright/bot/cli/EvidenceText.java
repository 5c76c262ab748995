package dashwright.bot.cli;

import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.live.Extrapolated;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings and receipts as a person reads them in a terminal. */
public final class EvidenceText {
    private static final Set<String> GRAPHS = Set.of("timeseries", "heatmap");

    private EvidenceText() {}

    /** Prints one line of evidence for each widget, then the findings. */
    public static void print(CheckReport report, PrintWriter out) {
        for (Receipt receipt : report.receipts()) {
            out.println("  " + sign(receipt.verdict()) + " " + receipt.title() + last(receipt));
            String metrics = receipt.metrics().stream()
                    .map(metric -> metric.name()
                            + " (" + metric.type().name().toLowerCase(Locale.ROOT)
                            + (metric.unit().isNone() ? "" : ", " + metric.unit()) + ")")
                    .collect(Collectors.joining(", "));
            if (!metrics.isEmpty()) {
                out.println("      " + metrics);
            }
            out.println("      " + receipt.explanation());
        }
        for (Finding finding : report.findings()) {
            out.println("  " + finding.severity() + " " + finding.code()
                    + (finding.title().isEmpty() ? "" : " in \"" + finding.title() + "\"")
                    + (finding.widget().isEmpty() ? "" : " at " + finding.widget()));
            out.println("      " + finding.message());
            out.println("      → " + finding.fix());
        }
        out.flush();
    }

    private static String sign(Receipt.Verdict verdict) {
        return switch (verdict) {
            case LIVE -> "✔";
            case EMPTY_GOOD -> "○";
            case EMPTY_UNKNOWN -> "?";
            case NOT_RUN -> "–";
            case FAILED -> "✘";
        };
    }

    private static String last(Receipt receipt) {
        // One value of a graph, of an interval that nobody sees, would look like a total.
        if (receipt.tried().isEmpty() || GRAPHS.contains(receipt.type())) {
            return "";
        }
        Receipt.Tried first = receipt.tried().getFirst();
        var unit = first.unit().isNone() && receipt.metrics().size() == 1
                ? receipt.metrics().getFirst().unit()
                : first.unit();
        return first.lastValue() == null ? "" : ": " + Extrapolated.inWords(first.lastValue(), unit, first.query());
    }
}
