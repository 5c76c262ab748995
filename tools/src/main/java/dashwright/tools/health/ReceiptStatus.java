package dashwright.tools.health;

import dashwright.catalog.Unit;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.live.HumanValue;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Threshold;
import dashwright.tools.drafting.Draft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads how things stand from a draft's receipts: each number of the summary is what a query of the board gave when it was
 * tried, and nothing else.
 */
public final class ReceiptStatus implements StatusReporter {
    private static final String NUMBER_WIDGET = "query_value";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public StatusSummary report(Draft draft) {
        List<Judged> judged = new ArrayList<>();
        for (Receipt receipt : draft.report().receipts()) {
            if (receipt.type().equals(NUMBER_WIDGET) && !receipt.tried().isEmpty()) {
                judged.add(judged(receipt, draft));
            }
        }
        List<Figure> figures = judged.stream().map(Judged::figure).toList();
        return new StatusSummary(text(draft, judged), figures);
    }

    /**
     * A figure and what it means.
     *
     * @param level what its thresholds say, null where it has none or there is no figure
     */
    private record Judged(Figure figure, Threshold.@Nullable Level level) {}

    private static Judged judged(Receipt receipt, Draft draft) {
        // A number is tried first as the number it shows, then as the series behind it.
        Tried number = receipt.tried().getFirst();
        Tried series = receipt.tried().getLast();
        Optional<Panel.Chart> panel = panel(draft, receipt.title());
        boolean good = receipt.verdict() == Verdict.EMPTY_GOOD;
        Double value = number.failure().isEmpty() ? number.lastValue() : null;
        Figure figure = new Figure(
                receipt.title(),
                value,
                unit(number, panel, receipt),
                number.query(),
                number.range(),
                series.lastAt(),
                good);
        return new Judged(figure, value == null ? null : level(panel, value));
    }

    private static Optional<Panel.Chart> panel(Draft draft, String title) {
        return draft.plan().panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .filter(chart ->
                        chart.shape() == Panel.Shape.NUMBER && chart.title().equals(title))
                .findFirst();
    }

    /** The unit that the plan sets, or else the one that came with the answer, or else the metric's own. */
    private static Unit unit(Tried number, Optional<Panel.Chart> panel, Receipt receipt) {
        Unit planned = panel.filter(chart -> !chart.formulas().isEmpty())
                .map(chart -> chart.formulas().getFirst().unit())
                .orElse(Unit.NONE);
        if (!planned.isNone()) {
            return planned;
        }
        boolean own = number.unit().isNone() && receipt.metrics().size() == 1;
        return own ? receipt.metrics().getFirst().unit() : number.unit();
    }

    private static Threshold.@Nullable Level level(Optional<Panel.Chart> panel, double value) {
        return panel.stream()
                .flatMap(chart -> chart.thresholds().stream())
                .filter(threshold -> holds(threshold, value))
                .map(Threshold::level)
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(Threshold threshold, double value) {
        return switch (threshold.comparison()) {
            case ABOVE -> value > threshold.value();
            case AT_LEAST -> value >= threshold.value();
            case BELOW -> value < threshold.value();
            case AT_MOST -> value <= threshold.value();
        };
    }

    private static String text(Draft draft, List<Judged> judged) {
        if (judged.isEmpty()) {
            return "How things stand is unknown: the board has no key figures that could be read.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(verdict(judged));
        judged.forEach(each -> lines.add("• " + each.figure().label() + ": " + value(each.figure())));
        lines.add("As of " + TIME.format(asOf(judged)) + scope(draft) + ".");
        return String.join("\n", lines);
    }

    /** What goes wrong comes first, then what nobody knows; only what is known to be good is called good. */
    private static String verdict(List<Judged> judged) {
        List<String> wrong =
                labels(judged, each -> each.level() == Threshold.Level.BAD || each.level() == Threshold.Level.WARNING);
        if (!wrong.isEmpty()) {
            return "Worth a look: " + String.join("; ", wrong) + ".";
        }
        List<String> unknown = labels(
                judged, each -> each.figure().value() == null && !each.figure().emptyIsGood());
        if (!unknown.isEmpty()) {
            return "Not fully known: no data for " + String.join("; ", unknown) + ".";
        }
        boolean watched = judged.stream()
                .anyMatch(each ->
                        each.level() == Threshold.Level.GOOD || each.figure().emptyIsGood());
        return watched
                ? "Healthy as far as its error figures tell: none of them is raised."
                : "The figures, as they are:";
    }

    private static List<String> labels(List<Judged> judged, Predicate<Judged> which) {
        return judged.stream()
                .filter(which)
                .map(each -> each.figure().label() + (each.figure().value() == null ? "" : " " + value(each.figure())))
                .toList();
    }

    private static String value(Figure figure) {
        if (figure.value() == null) {
            return figure.emptyIsGood() ? "0 (nothing reported, which is good)" : HumanValue.UNKNOWN;
        }
        return HumanValue.of(figure.value(), figure.unit());
    }

    private static Instant asOf(List<Judged> judged) {
        return judged.stream()
                .map(each -> each.figure().range().to())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String scope(Draft draft) {
        List<String> scopes = draft.plan().variables().stream()
                .filter(variable ->
                        !variable.defaults().isEmpty() && !variable.defaults().contains("*"))
                .map(variable -> variable.tag() + ":" + String.join("|", variable.defaults()))
                .toList();
        return scopes.isEmpty() ? "" : ", for " + String.join(", ", scopes);
    }
}
