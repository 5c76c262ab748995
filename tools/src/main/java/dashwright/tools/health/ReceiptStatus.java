package dashwright.tools.health;

import dashwright.catalog.Unit;
import dashwright.dashboards.check.ErrorWords;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.live.Extrapolated;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how things stand from a draft's receipts: each number of the summary is what a query of the board gave when it was
 * tried, and nothing else.
 */
public final class ReceiptStatus implements StatusReporter {
    private static final String NUMBER_WIDGET = "query_value";
    private static final String NO_FAILURE_FIGURE =
            "There is no failure figure on this board, so it does not tell whether all is well. ";
    private static final int MOST_NAMED = 8;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public StatusSummary report(Draft draft) {
        List<Judged> judged = judged(draft);
        List<Figure> figures =
                judged.stream().map(Judged::figure).filter(Objects::nonNull).toList();
        return new StatusSummary(text(draft, judged), figures);
    }

    /**
     * A number panel and what it says.
     *
     * @param label its title
     * @param figure what its queries gave, null where they were not tried
     * @param level what its thresholds say, null where it has none or there is no figure
     * @param failed true where a query did not run
     * @param tellsOfFailure true where it counts what goes wrong, by its title or its metrics
     */
    private record Judged(
            String label,
            @Nullable Figure figure,
            Threshold.@Nullable Level level,
            boolean failed,
            boolean tellsOfFailure) {
        boolean isUnknown() {
            return figure == null || (figure.value() == null && !figure.emptyIsGood());
        }

        boolean isGood() {
            return figure != null
                    && (level == Threshold.Level.GOOD || (figure.value() == null && figure.emptyIsGood()));
        }

        boolean isWrong() {
            return level == Threshold.Level.BAD || level == Threshold.Level.WARNING;
        }
    }

    private static List<Judged> judged(Draft draft) {
        // Widgets are laid out in the order of the plan, so of panels with one title the next is meant each time.
        List<Panel.Chart> numbers = new ArrayList<>(draft.plan().panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .filter(chart -> chart.shape() == Panel.Shape.NUMBER)
                .toList());
        // Beside work that goes on, a silent counter of errors is good news; on a board where all is silent it is none.
        boolean somethingReports =
                draft.report().receipts().stream().anyMatch(receipt -> receipt.verdict() == Verdict.LIVE);
        List<Judged> judged = new ArrayList<>();
        for (Receipt receipt : draft.report().receipts()) {
            if (receipt.type().equals(NUMBER_WIDGET)) {
                Optional<Panel.Chart> panel = numbers.stream()
                        .filter(chart -> chart.title().equals(receipt.title()))
                        .findFirst();
                panel.ifPresent(numbers::remove);
                judged.add(judged(receipt, panel, somethingReports));
            }
        }
        return judged;
    }

    private static Judged judged(Receipt receipt, Optional<Panel.Chart> panel, boolean somethingReports) {
        if (receipt.tried().isEmpty()) {
            return new Judged(receipt.title(), null, null, false, tellsOfFailure(receipt));
        }
        // A number is tried first as the number it shows, then as the series behind it.
        Tried number = receipt.tried().getFirst();
        Tried series = receipt.tried().getLast();
        Double value = number.failure().isEmpty() && isNumber(number.lastValue()) ? number.lastValue() : null;
        Figure figure = new Figure(
                receipt.title(),
                value,
                unit(number, panel, receipt),
                number.query(),
                number.range(),
                series.lastAt(),
                somethingReports && receipt.verdict() == Verdict.EMPTY_GOOD);
        return new Judged(
                receipt.title(),
                figure,
                value == null ? null : level(panel, value),
                !number.failure().isEmpty(),
                tellsOfFailure(receipt));
    }

    private static boolean tellsOfFailure(Receipt receipt) {
        return ErrorWords.speakOfErrors(receipt.title())
                || receipt.metrics().stream().anyMatch(metric -> ErrorWords.speakOfErrors(metric.name()));
    }

    private static boolean isNumber(@Nullable Double value) {
        return value != null && Double.isFinite(value);
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
        if (judged.stream().allMatch(each -> each.figure() == null)) {
            return "How things stand is unknown: the board has no key figures that could be read.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(verdict(judged, FailuresInWindow.of(draft, metricsKnownWrong(draft, judged))));
        judged.forEach(each -> lines.add("• " + each.label() + ": " + value(each)));
        lines.add("As of " + TIME.format(asOf(judged)) + scope(draft) + ".");
        return String.join("\n", lines);
    }

    /**
     * Only what is known to be good is called good, and the whole only where nothing is wrong or unknown and figures that
     * would tell of failures are all good: a board that nobody counts failures on says nothing of health.
     */
    private static String verdict(List<Judged> judged, List<String> happened) {
        String good = labels(judged, Judged::isGood);
        String wrong = Stream.concat(
                        Stream.of(Threshold.Level.BAD, Threshold.Level.WARNING)
                                .map(level -> labels(judged, each -> each.isWrong() && each.level() == level)),
                        happened.stream())
                .filter(labels -> !labels.isEmpty())
                .collect(Collectors.joining("; "));
        String unknown = labels(judged, Judged::isUnknown);
        List<Judged> failures = judged.stream().filter(Judged::tellsOfFailure).toList();
        boolean allWell = wrong.isEmpty() && unknown.isEmpty();
        if (allWell && !failures.isEmpty() && failures.stream().allMatch(Judged::isGood)) {
            return "Healthy, as far as these tell: " + good + ".";
        }
        String said = sentence("Good: ", good)
                + sentence("Worth a look: ", wrong)
                + sentence("Unknown, for want of data: ", unknown);
        String none = allWell && failures.isEmpty() ? NO_FAILURE_FIGURE : "";
        String asTheyAre = said.isEmpty() ? "The figures, as they are:" : "";
        return (said + none + asTheyAre).strip();
    }

    /** The metrics of which a number already says that something is wrong. */
    private static Set<String> metricsKnownWrong(Draft draft, List<Judged> judged) {
        Set<String> wrong =
                judged.stream().filter(Judged::isWrong).map(Judged::label).collect(Collectors.toSet());
        return draft.report().receipts().stream()
                .filter(receipt -> receipt.type().equals(NUMBER_WIDGET) && wrong.contains(receipt.title()))
                .flatMap(receipt -> receipt.metrics().stream())
                .map(Receipt.MetricEvidence::name)
                .collect(Collectors.toSet());
    }

    private static String sentence(String what, String labels) {
        return labels.isEmpty() ? "" : what + labels + ". ";
    }

    private static String labels(List<Judged> judged, Predicate<Judged> which) {
        List<String> labels = judged.stream()
                .filter(which)
                .map(each -> each.label() + (each.isUnknown() ? "" : " " + shortly(each)))
                .toList();
        int more = labels.size() - MOST_NAMED;
        return String.join("; ", labels.subList(0, Math.min(labels.size(), MOST_NAMED)))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String shortly(Judged judged) {
        Figure figure = judged.figure();
        return figure == null || figure.value() == null
                ? "nothing reported"
                : Extrapolated.inWords(figure.value(), figure.unit(), figure.query());
    }

    private static String value(Judged judged) {
        Figure figure = judged.figure();
        if (figure == null) {
            return "unknown, as it was not tried";
        }
        if (figure.value() != null) {
            return Extrapolated.inWords(figure.value(), figure.unit(), figure.query());
        }
        return judged.failed()
                ? "unknown, as its query failed"
                : figure.emptyIsGood() ? "nothing reported, which is good" : HumanValue.UNKNOWN;
    }

    private static Instant asOf(List<Judged> judged) {
        return judged.stream()
                .map(Judged::figure)
                .filter(Objects::nonNull)
                .map(figure -> figure.range().to())
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
