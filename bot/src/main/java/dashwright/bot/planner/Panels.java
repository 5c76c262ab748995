package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Emptiness;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.Threshold;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes panels, each with an id of its own within one plan. */
final class Panels {
    private static final Threshold NONE_IS_GOOD = new Threshold(Threshold.Comparison.AT_MOST, 0, Threshold.Level.GOOD);
    private static final Threshold SOME_IS_NOT = new Threshold(Threshold.Comparison.ABOVE, 0, Threshold.Level.WARNING);
    /** The bands of a figure of merit, from bad (0) to good (1). */
    private static final List<Threshold> MERIT_BANDS = List.of(
            new Threshold(Threshold.Comparison.AT_LEAST, 0.7, Threshold.Level.GOOD),
            new Threshold(Threshold.Comparison.AT_LEAST, 0.3, Threshold.Level.WARNING),
            new Threshold(Threshold.Comparison.BELOW, 0.3, Threshold.Level.BAD));

    /** What a plan allows, with room to spare. */
    private static final int LONGEST_TITLE = 150;

    private static final int LONGEST_MEANING = 1_000;
    private static final int LONGEST_UNIT = 12;

    private final Set<String> ids = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    /** One number. */
    Panel number(String title, Series series, @Nullable Duration window, String meaning) {
        return chart(title, Shape.NUMBER, List.of(series), List.of(), List.of(), window, Emptiness.UNKNOWN, meaning, 0);
    }

    /** One number of which none is good news. */
    Panel errorNumber(
            String title,
            List<Series> series,
            List<Formula> formulas,
            @Nullable Duration window,
            boolean silentIsGood,
            String meaning) {
        return chart(
                title,
                Shape.NUMBER,
                series,
                formulas,
                List.of(NONE_IS_GOOD, SOME_IS_NOT),
                window,
                silentIsGood ? Emptiness.GOOD : Emptiness.UNKNOWN,
                meaning,
                0);
    }

    /** A figure of merit. */
    Panel merit(String title, Series series) {
        return chart(title, Shape.NUMBER, List.of(series), List.of(), MERIT_BANDS, null, Emptiness.UNKNOWN, "", 0);
    }

    /** One number computed from several series. */
    Panel computed(String title, List<Series> series, Formula formula, @Nullable Duration window, String meaning) {
        return chart(title, Shape.NUMBER, series, List.of(formula), List.of(), window, Emptiness.UNKNOWN, meaning, 0);
    }

    /** Something over time. */
    Panel trend(String title, Shape shape, List<Series> series, @Nullable Duration window, String meaning) {
        return chart(title, shape, series, List.of(), List.of(), window, Emptiness.UNKNOWN, meaning, 0);
    }

    /** Errors over time, of which none is good news. */
    Panel errorTimeline(String title, List<Series> series, boolean silentIsGood, String meaning) {
        Emptiness empty = silentIsGood ? Emptiness.GOOD : Emptiness.UNKNOWN;
        // Bars add up; a level that stands does not.
        boolean addsUp = series.stream().allMatch(each -> each.measure() == Measure.TOTAL);
        return chart(title, addsUp ? Shape.BARS : Shape.LINE, series, List.of(), List.of(), null, empty, meaning, 0);
    }

    /** The greatest by a tag. */
    Panel top(String title, Series series, @Nullable Duration window, boolean silentIsGood) {
        Emptiness empty = silentIsGood ? Emptiness.GOOD : Emptiness.UNKNOWN;
        return chart(title, Shape.TOP_LIST, List.of(series), List.of(), List.of(), window, empty, "", 10);
    }

    private Panel chart(
            String title,
            Shape shape,
            List<Series> series,
            List<Formula> formulas,
            List<Threshold> thresholds,
            @Nullable Duration window,
            Emptiness empty,
            String meaning,
            int limit) {
        String own = ownTitle(title, series);
        return new Panel.Chart(
                id(own), own, shape, series, formulas, thresholds, window, empty, shortened(meaning), limit);
    }

    /** Two panels of one title cannot be told apart, in a thread or in evidence. */
    private String ownTitle(String title, List<Series> series) {
        String own = shortened(title, LONGEST_TITLE);
        if (titles.add(own)) {
            return own;
        }
        String metric = series.getFirst() instanceof Series.OfMetric one
                ? one.metric()
                : series.getFirst().label();
        own = shortened(title, LONGEST_TITLE / 2) + " (" + shortened(metric, LONGEST_TITLE / 3) + ")";
        for (int n = 2; !titles.add(own); n++) {
            own = shortened(title, LONGEST_TITLE / 2) + " " + n;
        }
        return own;
    }

    private static String shortened(String meaning) {
        return shortened(meaning, LONGEST_MEANING);
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    private String id(String title) {
        String base = String.join("_", Words.split(title)).replaceAll("[^a-z0-9_]", "");
        if (base.isEmpty() || !Character.isLetter(base.charAt(0))) {
            base = "panel_" + base;
        }
        base = base.substring(0, Math.min(base.length(), 40));
        String id = base;
        for (int n = 2; !ids.add(id); n++) {
            id = base + "_" + n;
        }
        return id;
    }

    /** A metric as a series, narrowed as the evidence says. */
    static Series series(String id, String label, Evidence evidence, Measure measure, List<String> by) {
        return new Series.OfMetric(id, label, evidence.metric().name(), measure, evidence.filters(), by);
    }

    /** How a metric's level is read over time. */
    static Measure trendMeasure(Metric metric) {
        return switch (metric.type()) {
            case COUNT -> Measure.TOTAL;
            case RATE -> Measure.PER_SECOND;
            // At each point the same as the number beside it: the sum of parts where they add up, or else the mean.
            case GAUGE -> Measure.LATEST;
            case DISTRIBUTION, UNKNOWN -> Measure.AVERAGE;
        };
    }

    /** How a metric's present value is read. */
    static Measure numberMeasure(Metric metric) {
        return switch (metric.type()) {
            case COUNT -> Measure.TOTAL;
            case RATE -> Measure.PER_SECOND;
            case DISTRIBUTION -> Measure.AVERAGE;
            case GAUGE, UNKNOWN -> Measure.LATEST;
        };
    }

    /** A metric's unit as that of a formula; none where it is one of the team's own with a name too long for a label. */
    static Unit shownUnit(Unit unit) {
        return unit.toString().length() <= LONGEST_UNIT ? unit : Unit.NONE;
    }

    /** A count of failures, with the work that could fail where that is another metric. */
    static List<Series> withWork(Evidence error, @Nullable Evidence activity) {
        Series errors = series("errors", "", error, Measure.TOTAL, List.of());
        return activity != null
                        && !activity.metric().name().equals(error.metric().name())
                ? List.of(errors, series("done", "", activity, Measure.TOTAL, List.of()))
                : List.of(errors);
    }

    /**
     * A counter that nothing raised reports nothing. It is zero while the work that could fail goes on, and unknown once
     * that too falls silent.
     */
    static List<Formula> zeroWhileWorking(Evidence error, @Nullable Evidence activity) {
        return activity != null
                        && !activity.metric().name().equals(error.metric().name())
                ? List.of(new Formula(
                        "",
                        "default_zero(errors) + 0 * done",
                        shownUnit(error.metric().unit())))
                : List.of();
    }

    /** A share of a hundred. */
    static Formula percent(String label, String expression) {
        return new Formula(label, expression, Unit.of("percent"));
    }
}
