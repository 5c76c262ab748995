package dashwright.dashboards.plan;

import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.dashboards.query.References;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with one chart in itself. */
final class ChartChecks {
    private static final int MAXIMUM_SERIES = 10;
    private static final int MAXIMUM_FORMULAS = 10;
    private static final int MAXIMUM_THRESHOLDS = 10;
    private static final int MAXIMUM_MEANING = 1_000;
    private static final int MAXIMUM_ROWS = 100;

    private final Chart chart;
    private final String place;
    private final PlanProblems problems;

    ChartChecks(Chart chart, String place, PlanProblems problems) {
        this.chart = chart;
        this.place = place;
        this.problems = problems;
    }

    void run() {
        problems.title(chart.title(), place + ".title");
        problems.text(chart.meaning(), place + ".meaning", MAXIMUM_MEANING);
        if (chart.window() != null) {
            problems.window(chart.window(), place + ".window");
        }
        if (chart.limit() < 0 || chart.limit() > MAXIMUM_ROWS) {
            add(
                    "limit",
                    ".limit",
                    "%d rows cannot be shown.".formatted(chart.limit()),
                    "Write 1 to " + MAXIMUM_ROWS + ".");
        }
        series();
        formulas();
        thresholds();
        shape();
    }

    private void series() {
        problems.atMost(chart.series(), MAXIMUM_SERIES, place + ".series", "series");
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < chart.series().size(); index++) {
            String inner = place + ".series[" + index + "]";
            problems.id(chart.series().get(index).id(), inner + ".id", "series", ids);
            SeriesChecks.run(chart.series().get(index), inner, problems);
        }
    }

    private void formulas() {
        problems.atMost(chart.formulas(), MAXIMUM_FORMULAS, place + ".formulas", "formulas");
        Set<String> ids = chart.series().stream().map(Series::id).collect(Collectors.toSet());
        for (int index = 0; index < chart.formulas().size(); index++) {
            Formula formula = chart.formulas().get(index);
            String inner = ".formulas[" + index + "]";
            problems.text(formula.label(), place + inner + ".label", PlanProblems.MAXIMUM_TITLE);
            expression(formula.expression(), inner + ".expression", ids);
        }
    }

    private void expression(String expression, String inner, Set<String> ids) {
        List<String> used;
        try {
            used = References.in(QueryParser.parseFormula(expression));
        } catch (QuerySyntaxException fault) {
            add(
                    "formula-syntax",
                    inner,
                    "%s is no formula: %s.".formatted(PlanProblems.quoted(expression), firstLine(fault)),
                    "Use numbers, + - * /, parentheses, functions and the ids of the series.");
            return;
        }
        if (used.isEmpty()) {
            add(
                    "formula-constant",
                    inner,
                    "The formula reads no series, so it shows a made-up constant.",
                    "Name a series in it.");
        }
        for (String name : used) {
            if (!ids.contains(name)) {
                add(
                        "formula-reference",
                        inner,
                        "There is no series %s in this panel.".formatted(PlanProblems.quoted(name)),
                        "Use one of " + ids.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
    }

    private static String firstLine(QuerySyntaxException fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    private void thresholds() {
        problems.atMost(chart.thresholds(), MAXIMUM_THRESHOLDS, place + ".thresholds", "thresholds");
        Map<String, Threshold.Level> levels = new HashMap<>();
        for (int index = 0; index < chart.thresholds().size(); index++) {
            Threshold threshold = chart.thresholds().get(index);
            String inner = ".thresholds[" + index + "]";
            if (!Double.isFinite(threshold.value())) {
                add("threshold-value", inner, "A threshold needs a finite number.", "Write the number.");
            }
            Threshold.Level before = levels.put(PlanReader.condition(threshold), threshold.level());
            if (before != null && before != threshold.level()) {
                add(
                        "threshold-contradiction",
                        inner,
                        "%s means both %s and %s."
                                .formatted(
                                        PlanReader.condition(threshold),
                                        Fields.wordOf(before),
                                        Fields.wordOf(threshold.level())),
                        "Keep one of the two.");
            }
        }
    }

    private void shape() {
        int figures = chart.formulas().isEmpty()
                ? chart.series().size()
                : chart.formulas().size();
        boolean split = chart.series().stream().anyMatch(ChartChecks::isSplit);
        switch (chart.shape()) {
            case NUMBER -> number(figures, split);
            case TOP_LIST -> needsSplit(split, "A top list ranks the values of a tag, and no series is split by one.");
            case HEAT_MAP -> needsSplit(split, "A heat map shows how many series lie where, and there is only one.");
            case DISTRIBUTION ->
                needsSplit(split, "A distribution shows how many series lie where, and there is only one.");
            case LINE, AREA, BARS, TABLE -> {}
        }
        if ((chart.shape() == Shape.HEAT_MAP || chart.shape() == Shape.DISTRIBUTION) && figures != 1) {
            add(
                    "shape-one-figure",
                    ".shape",
                    "This shape draws one figure, and there are %d.".formatted(figures),
                    "Keep one series or one formula.");
        }
    }

    private void number(int figures, boolean split) {
        if (figures != 1) {
            add(
                    "shape-one-figure",
                    ".shape",
                    "A number shows one figure, and there are %d.".formatted(figures),
                    "Join them in one formula, or make panels of them.");
        }
        if (split) {
            add(
                    "shape-split",
                    ".shape",
                    "A number cannot show a series that is split by tags.",
                    "Remove by, or draw it as a top list.");
        }
    }

    private void needsSplit(boolean split, String message) {
        if (!split) {
            add("shape-not-split", ".shape", message, "Name tags in the series' by, or draw it as a line or number.");
        }
    }

    /** True for a series that yields a line for each value of its tags. */
    private static boolean isSplit(Series series) {
        return !series.by().isEmpty() && series.measure() != Measure.DISTINCT;
    }

    private void add(String code, String inner, String message, String fix) {
        problems.add(code, place + inner, message, fix);
    }
}
