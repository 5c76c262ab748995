package dashwright.dashboards.plan;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.computed;
import static dashwright.dashboards.plan.PlanExamples.filtered;
import static dashwright.dashboards.plan.PlanExamples.judged;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static dashwright.dashboards.plan.PlanExamples.over;
import static dashwright.dashboards.plan.PlanExamples.withVariables;
import static dashwright.dashboards.plan.PlanExamples.withWindow;
import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanProblemsTest {
    private static final Series LEVEL = metric("app.level", Measure.LATEST);

    @Test
    void findsNothingWrongWithAGoodPlan() {
        assertThat(PlanProblems.of(PlanExamples.fileSync())).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsNothingWrongWithGeneratedPlans(long seed) {
        assertThat(PlanProblems.of(PlanExamples.random(seed))).isEmpty();
    }

    @Test
    void reportsAllAtOnce() {
        DashboardPlan plan =
                withWindow(board(chart("1x", Shape.LINE, LEVEL), new Note("words", " ")), Duration.ofDays(31));

        assertThat(PlanProblems.of(plan))
                .extracting(Problem::code, Problem::place)
                .containsExactly(
                        tuple("window", "window"),
                        tuple("id-form", "sections[0].panels[0].id"),
                        tuple("note-empty", "sections[0].panels[1].note"));
    }

    private static org.assertj.core.groups.Tuple tuple(String code, String place) {
        return org.assertj.core.groups.Tuple.tuple(code, place);
    }

    @Test
    void wantsAPanel() {
        assertThat(codes(board())).containsExactly("plan-empty");
    }

    @Test
    void wantsIdsToBeUnique() {
        assertThat(codes(board(chart("a", Shape.LINE, LEVEL), chart("a", Shape.LINE, LEVEL))))
                .containsExactly("id-twice");
        assertThat(codes(board(chart("a", Shape.LINE, LEVEL, LEVEL)))).containsExactly("id-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a-b", "a b", "ä", "_a"})
    void wantsIdsThatAFormulaCanName(String id) {
        assertThat(codes(board(chart(id, Shape.LINE, LEVEL)))).containsExactly("id-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT30S", "PT61S", "P31D", "PT1M0.5S"})
    void refusesWindowsThatCannotBeShown(String window) {
        Duration length = Duration.parse(window);

        assertThat(codes(withWindow(board(chart("a", Shape.LINE, LEVEL)), length)))
                .containsExactly("window");
        assertThat(codes(board(over(chart("a", Shape.LINE, LEVEL), length)))).containsExactly("window");
    }

    @Test
    void refusesBlankTitles() {
        Chart untitled = new Chart(
                "a", " ", Shape.LINE, List.of(LEVEL), List.of(), List.of(), null, Panel.Emptiness.UNKNOWN, "", 0);

        assertThat(codes(board(untitled))).containsExactly("blank");
    }

    @Test
    void refusesFormulasOverSeriesThatAreNotThere() {
        Chart chart = computed(chart("n", Shape.NUMBER, LEVEL), new Formula("", "100 * a / total", Unit.NONE));

        assertThat(PlanProblems.of(board(chart))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("formula-reference");
            assertThat(problem.place()).isEqualTo("sections[0].panels[0].formulas[0].expression");
            assertThat(problem.message()).contains("total");
            assertThat(problem.fix()).contains("a");
        });
    }

    @Test
    void refusesFormulasThatAreNone() {
        assertThat(codes(board(computed(chart("n", Shape.NUMBER, LEVEL), new Formula("", "100 * (a", Unit.NONE)))))
                .containsExactly("formula-syntax");
    }

    @Test
    void refusesAFormulaThatReadsNothing() {
        assertThat(codes(board(computed(chart("n", Shape.NUMBER, LEVEL), new Formula("", "100 * 2", Unit.NONE)))))
                .containsExactly("formula-constant");
    }

    @Test
    void refusesANumberOfSeveralFigures() {
        Series other = new Series.OfMetric("b", "", "app.other", Measure.LATEST, List.of(), List.of());

        assertThat(codes(board(chart("n", Shape.NUMBER, LEVEL, other)))).containsExactly("shape-one-figure");
        assertThat(codes(board(computed(chart("n", Shape.NUMBER, LEVEL, other), new Formula("", "a / b", Unit.NONE)))))
                .isEmpty();
    }

    @Test
    void refusesANumberThatIsSplit() {
        assertThat(codes(board(chart("n", Shape.NUMBER, metric("m", Measure.LATEST, "pod")))))
                .containsExactly("shape-split");
        assertThat(codes(board(chart("n", Shape.NUMBER, metric("m", Measure.DISTINCT, "pod")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOP_LIST", "HEAT_MAP", "DISTRIBUTION"})
    void refusesShapesOfManyLinesForOne(String shape) {
        assertThat(codes(board(chart("n", Shape.valueOf(shape), LEVEL)))).containsExactly("shape-not-split");
        assertThat(codes(board(chart("n", Shape.valueOf(shape), metric("m", Measure.LATEST, "pod")))))
                .isEmpty();
    }

    @Test
    void refusesToCountNothingInParticular() {
        assertThat(codes(board(chart("n", Shape.NUMBER, metric("m", Measure.DISTINCT)))))
                .containsExactly("distinct-of-what");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health.*.fom", "m{*}", "1m", "a b", "avg:m"})
    void refusesWhatIsNoMetricName(String name) {
        assertThat(codes(board(chart("n", Shape.LINE, metric(name, Measure.LATEST)))))
                .containsExactly("metric-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a}", "a{b", "a b", "a)", "$env", "x$env", "a\"b", "a\nb", "a*b", "**", "!a"})
    void refusesTagValuesThatWouldChangeTheQuery(String value) {
        Series series = filtered("m", Measure.LATEST, TagFilter.is("task", value));

        assertThat(codes(board(chart("n", Shape.LINE, series)))).containsExactly("tag-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b:c/d-e_f", "*", "a*", "*a", "*a*", "Größe", "a@b", "a+b", "1"})
    void takesTagValuesThatDoNot(String value) {
        Series series = filtered("m", Measure.LATEST, TagFilter.is("task", value));

        assertThat(codes(board(chart("n", Shape.LINE, series)))).isEmpty();
    }

    @Test
    void refusesTagKeysThatAreNone() {
        assertThat(codes(board(chart("n", Shape.LINE, metric("m", Measure.LATEST, "a,b")))))
                .containsExactly("tag-key");
        assertThat(codes(board(chart("n", Shape.LINE, metric("m", Measure.LATEST, "@http.status")))))
                .containsExactly("tag-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATEST", "PER_SECOND"})
    void refusesMeasuresThatSpansDoNotHave(String measure) {
        Series spans = new Series.OfSpans("a", "", "web", "", "", Measure.valueOf(measure), List.of(), List.of());

        assertThat(codes(board(chart("n", Shape.LINE, spans)))).containsExactly("measure-of-spans");
    }

    @Test
    void refusesThresholdsThatContradictEachOther() {
        Chart chart = judged(
                chart("n", Shape.LINE, LEVEL),
                new Threshold(Threshold.Comparison.ABOVE, 5, Threshold.Level.BAD),
                new Threshold(Threshold.Comparison.ABOVE, 5, Threshold.Level.GOOD));

        assertThat(codes(board(chart))).containsExactly("threshold-contradiction");
    }

    @Test
    void refusesThresholdsWithoutAValue() {
        Chart chart = judged(
                chart("n", Shape.LINE, LEVEL),
                new Threshold(Threshold.Comparison.ABOVE, Double.NaN, Threshold.Level.BAD));

        assertThat(codes(board(chart))).containsExactly("threshold-value");
    }

    @Test
    void refusesMoreThanABoardHolds() {
        Panel[] panels = IntStream.range(0, 101)
                .mapToObj(index -> chart("p" + index, Shape.LINE, LEVEL))
                .toArray(Panel[]::new);

        assertThat(codes(board(panels))).containsExactly("too-many");
    }

    @Test
    void refusesVariablesThatCannotBe() {
        DashboardPlan plan = board(chart("a", Shape.LINE, LEVEL));

        assertThat(codes(withVariables(plan, new TemplateVariable("$env", "env", List.of("*")))))
                .containsExactly("variable-name");
        assertThat(codes(withVariables(plan, new TemplateVariable("env", "", List.of("*")))))
                .containsExactly("tag-key");
        assertThat(codes(withVariables(plan, new TemplateVariable("env", "env", List.of()))))
                .containsExactly("variable-default");
        TemplateVariable env = new TemplateVariable("env", "env", List.of("*"));
        assertThat(codes(withVariables(plan, env, env))).containsExactly("variable-twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example",
                "http://a.example",
                "apm/traces",
                "/a b",
                "/a)[x](https://e"
            })
    void refusesLinksThatLeadAstray(String target) {
        DashboardPlan plan = board(chart("a", Shape.LINE, LEVEL));
        DashboardPlan linked = new DashboardPlan(
                plan.title(), "", plan.window(), List.of(), plan.sections(), List.of(new Link("x", target)));

        assertThat(codes(linked)).containsExactly("link-target");
    }

    private static List<String> codes(DashboardPlan plan) {
        return PlanProblems.of(plan).stream().map(Problem::code).toList();
    }
}
