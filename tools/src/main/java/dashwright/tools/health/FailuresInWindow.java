package dashwright.tools.health;

import dashwright.catalog.Unit;
import dashwright.dashboards.check.ErrorWords;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.MetricEvidence;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.live.HumanValue;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.WindowText;
import dashwright.tools.drafting.Draft;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Failures that the board's own graphs show: a number of the last hour, or a last value, does not speak for the days that
 * stand beside it.
 */
final class FailuresInWindow {
    private static final String GRAPH = "timeseries";
    private static final int MOST_NAMED = 4;

    private FailuresInWindow() {}

    /**
     * What went wrong within the windows of the graphs of errors, in words.
     *
     * @param said metrics of which it is said already
     */
    static List<String> of(Draft draft, Set<String> said) {
        Set<String> graphs = draft.plan().sections().stream()
                .filter(section -> section.kind() == Section.Kind.ERRORS)
                .flatMap(section -> section.panels().stream())
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .map(Chart::title)
                .collect(Collectors.toSet());
        List<String> happened = draft.report().receipts().stream()
                .filter(receipt -> receipt.type().equals(GRAPH) && graphs.contains(receipt.title()))
                .filter(FailuresInWindow::tellsOfFailure)
                .filter(receipt -> receipt.metrics().isEmpty()
                        || receipt.metrics().stream().anyMatch(metric -> !said.contains(metric.name())))
                .map(FailuresInWindow::inWords)
                .filter(words -> !words.isEmpty())
                .toList();
        int more = happened.size() - MOST_NAMED;
        return more <= 0
                ? happened
                : List.of(String.join("; ", happened.subList(0, MOST_NAMED)) + "; and " + more + " more");
    }

    private static boolean tellsOfFailure(Receipt receipt) {
        return ErrorWords.speakOfErrors(receipt.title())
                || receipt.metrics().stream().anyMatch(metric -> ErrorWords.speakOfErrors(metric.name()));
    }

    private static String inWords(Receipt receipt) {
        return receipt.tried().stream()
                .filter(tried -> highest(tried) > 0)
                .max(Comparator.comparingDouble(FailuresInWindow::highest))
                .map(tried -> receipt.title() + ", up to " + HumanValue.of(tried.highest(), unit(tried, receipt))
                        + " at a time within the last "
                        + WindowText.format(tried.range().length()))
                .orElse("");
    }

    private static double highest(Tried tried) {
        return Objects.requireNonNullElse(tried.highest(), 0.0);
    }

    private static Unit unit(Tried tried, Receipt receipt) {
        List<MetricEvidence> metrics = receipt.metrics();
        return tried.unit().isNone() && metrics.size() == 1 ? metrics.getFirst().unit() : tried.unit();
    }
}
