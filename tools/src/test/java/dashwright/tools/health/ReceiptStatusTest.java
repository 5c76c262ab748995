package dashwright.tools.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.live.TimeRange;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.plan.Threshold;
import dashwright.tools.drafting.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiptStatusTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final TimeRange HOUR = TimeRange.last(Duration.ofHours(1), NOW);
    private static final List<Threshold> NONE_IS_GOOD = List.of(
            new Threshold(Threshold.Comparison.AT_MOST, 0, Threshold.Level.GOOD),
            new Threshold(Threshold.Comparison.ABOVE, 100, Threshold.Level.BAD),
            new Threshold(Threshold.Comparison.ABOVE, 0, Threshold.Level.WARNING));

    private final List<Panel> panels = new ArrayList<>();
    private final List<Panel> graphs = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    @Test
    void saysWhatIsGoodWhatIsWorthALookAndWhatIsUnknown() {
        errors("Tasks failed, last hour", 0.0, Verdict.LIVE);
        errors("Filestorage unreconciled, last 24 h", 20.0, Verdict.LIVE);
        number("Files not cached now", null, Verdict.EMPTY_UNKNOWN);
        assertThat(verdict())
                .isEqualTo("Good: Tasks failed, last hour 0. Worth a look: Filestorage unreconciled, last 24 h 20."
                        + " Unknown, for want of data: Files not cached now.");
    }

    @Test
    void healthyNeedsSomethingGoodAndNothingWrongOrUnknown() {
        errors("Tasks failed", 0.0, Verdict.LIVE);
        number("Tasks completed", 1_524.0, Verdict.LIVE);
        assertThat(verdict()).isEqualTo("Healthy, as far as these tell: Tasks failed 0.");
        number("Backlog", null, Verdict.EMPTY_UNKNOWN);
        assertThat(verdict()).doesNotContain("Healthy").contains("Good: Tasks failed 0.");
    }

    @Test
    void aFailureWithinTheWindowOfAGraphOfErrorsForbidsHealthy() {
        errors("Tasks failed, last hour", 0.0, Verdict.LIVE);
        errorGraph("Tasks failed over time", 0.0);
        assertThat(verdict()).startsWith("Healthy");
        errorGraph("Jobs failed over time", 7.0);
        assertThat(verdict())
                .isEqualTo(
                        "Good: Tasks failed, last hour 0. Worth a look: Jobs failed over time, up to 7 at a time within"
                                + " the last 1h.");
    }

    @Test
    void aFigureThatTheSlopeOfAValueGivesHasNoMoreDigitsThanTheSlope() {
        panels.add(panel("Days until zero", List.of(), Unit.of("day")));
        String query = "avg:left{*} → todo / cutoff_min(day_before(todo) - todo, 0.000001)";
        receipts.add(receipt(
                "Days until zero", Verdict.LIVE, List.of(new Tried(query, HOUR, 1, 1, 837.4, NOW, Unit.NONE, ""))));
        assertThat(report().text()).contains("• Days until zero: about 840 d");
    }

    @Test
    void aGoodFigureThatCountsNoFailuresMakesNothingHealthy() {
        errors("Score of the training", 0.0, Verdict.LIVE);
        assertThat(verdict())
                .isEqualTo(
                        "Good: Score of the training 0. There is no failure figure on this board, so it does not tell"
                                + " whether all is well.");
    }

    @Test
    void aFailureFigureThatNobodyJudgesMakesNothingHealthy() {
        errors("Tasks failed", 0.0, Verdict.LIVE);
        number("Pods failed", 4.0, Verdict.LIVE);
        assertThat(verdict()).isEqualTo("Good: Tasks failed 0.");
    }

    @Test
    void figuresWithoutThresholdsAreNeitherGoodNorBad() {
        number("Tasks completed", 1_524.0, Verdict.LIVE);
        assertThat(verdict())
                .isEqualTo("There is no failure figure on this board, so it does not tell whether all is well."
                        + " The figures, as they are:");
    }

    @Test
    void badComesBeforeWarning() {
        errors("Retries", 3.0, Verdict.LIVE);
        errors("Failures", 400.0, Verdict.LIVE);
        assertThat(verdict()).isEqualTo("Worth a look: Failures 400; Retries 3.");
    }

    @Test
    void nothingReportedIsGoodOnlyWhereTheReceiptSaysSo() {
        errors("Tasks failed", null, Verdict.EMPTY_GOOD);
        assertThat(verdict())
                .as("with nothing else that reports")
                .isEqualTo("Unknown, for want of data: Tasks failed.");
        number("Tasks completed", 1_524.0, Verdict.LIVE);
        assertThat(verdict()).isEqualTo("Healthy, as far as these tell: Tasks failed nothing reported.");
        assertThat(report().text()).contains("• Tasks failed: nothing reported, which is good");
        assertThat(report().figures().getFirst().value()).isNull();
    }

    @Test
    void aSeriesOfNothingButGapsIsUnknownAndNeverZero() {
        errors("Tasks failed", null, Verdict.EMPTY_UNKNOWN);
        assertThat(verdict()).isEqualTo("Unknown, for want of data: Tasks failed.");
        assertThat(report().text()).contains("• Tasks failed: no data").doesNotContain("Tasks failed: 0");
    }

    @Test
    void whatIsNoNumberIsUnknown() {
        number("Days until zero", Double.POSITIVE_INFINITY, Verdict.LIVE);
        number("Share", Double.NaN, Verdict.LIVE);
        assertThat(verdict()).isEqualTo("Unknown, for want of data: Days until zero; Share.");
    }

    @Test
    void aFailedQueryIsUnknownEvenWhereEmptyWouldBeGood() {
        panels.add(panel("Tasks failed", NONE_IS_GOOD, Unit.NONE));
        receipts.add(receipt("Tasks failed", Verdict.FAILED, List.of(tried(null, Unit.NONE, "403 Forbidden"))));
        assertThat(verdict()).isEqualTo("Unknown, for want of data: Tasks failed.");
        assertThat(report().text()).contains("• Tasks failed: unknown, as its query failed");
    }

    @Test
    void whatWasNotTriedIsUnknownToo() {
        number("Tasks completed", 5.0, Verdict.LIVE);
        panels.add(panel("Backlog", List.of(), Unit.NONE));
        receipts.add(receipt("Backlog", Verdict.NOT_RUN, List.of()));
        assertThat(verdict()).isEqualTo("Unknown, for want of data: Backlog.");
        assertThat(report().figures()).hasSize(1);
    }

    @Test
    void aBoardThatWasNotTriedAtAllSaysSo() {
        panels.add(panel("Backlog", List.of(), Unit.NONE));
        receipts.add(receipt("Backlog", Verdict.NOT_RUN, List.of()));
        assertThat(report().text()).startsWith("How things stand is unknown");
        assertThat(report().figures()).isEmpty();
    }

    @Test
    void panelsOfOneTitleEachKeepTheirOwnThresholds() {
        errors("Usage", 50.0, Verdict.LIVE);
        number("Usage", 50.0, Verdict.LIVE);
        assertThat(verdict()).isEqualTo("Worth a look: Usage 50.");
        assertThat(report().figures()).hasSize(2);
    }

    @Test
    void writesAFigureInTheUnitThatThePlanSets() {
        panels.add(panel("Percent done", List.of(), Unit.of("percent")));
        receipts.add(receipt("Percent done", Verdict.LIVE, List.of(tried(51.3, Unit.of("file"), ""))));
        assertThat(report().text()).contains("• Percent done: 51.3 %");
        assertThat(report().figures().getFirst().unit()).isEqualTo(Unit.of("percent"));
    }

    @Test
    void writesAFigureInTheMetricsUnitWhereTheAnswerHasNone() {
        panels.add(panel("Memory", List.of(), Unit.NONE));
        Receipt.MetricEvidence bytes =
                new Receipt.MetricEvidence("mem", MetricType.GAUGE, Unit.of("byte"), Liveness.LIVE, "", List.of());
        receipts.add(new Receipt(
                "w",
                "Memory",
                "query_value",
                List.of(bytes),
                List.of(tried(2e9, Unit.NONE, "")),
                null,
                Verdict.LIVE,
                ""));
        assertThat(report().text()).contains("• Memory: 2.0 GB");
    }

    @Test
    void namesAtMostEightOfAKind() {
        for (int i = 1; i <= 12; i++) {
            number("Figure " + i, null, Verdict.EMPTY_UNKNOWN);
        }
        assertThat(verdict()).contains("Figure 8; and 4 more.").doesNotContain("Figure 9");
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        receipts.add(new Receipt(
                "w", "Trend", "timeseries", List.of(), List.of(tried(1.0, Unit.NONE, "")), null, Verdict.LIVE, ""));
        number("Tasks completed", 5.0, Verdict.LIVE);
        assertThat(report().figures()).extracting(Figure::label).containsExactly("Tasks completed");
    }

    @Test
    void saysOfWhenAndOfWhichEnvironmentItIs() {
        number("Tasks completed", 5.0, Verdict.LIVE);
        assertThat(report().text()).endsWith("As of 2026-11-20 12:00 UTC, for env:prod.");
        Figure figure = report().figures().getFirst();
        assertThat(figure.range()).isEqualTo(HOUR);
        assertThat(figure.asOf()).isEqualTo(NOW.minusSeconds(30));
        assertThat(figure.query()).isEqualTo("sum:a{*}");
    }

    private void errors(String title, @Nullable Double value, Verdict verdict) {
        panels.add(panel(title, NONE_IS_GOOD, Unit.NONE));
        receipts.add(receipt(title, verdict, List.of(tried(value, Unit.NONE, ""))));
    }

    private void errorGraph(String title, double highest) {
        graphs.add(new Panel.Chart(
                "g" + graphs.size(),
                title,
                Panel.Shape.BARS,
                List.of(new Series.OfMetric("a", "", "m", Measure.TOTAL, List.of(), List.of())),
                List.of(),
                List.of(),
                null,
                Panel.Emptiness.GOOD,
                "",
                0));
        Tried tried = new Tried("sum:m{*}", HOUR, 1, 60, 0.0, NOW, Unit.NONE, "", highest);
        receipts.add(new Receipt("w", title, "timeseries", List.of(), List.of(tried), null, Verdict.LIVE, ""));
    }

    private void number(String title, @Nullable Double value, Verdict verdict) {
        panels.add(panel(title, List.of(), Unit.NONE));
        receipts.add(receipt(title, verdict, List.of(tried(value, Unit.NONE, ""))));
    }

    private static Tried tried(@Nullable Double value, Unit unit, String failure) {
        return new Tried("sum:a{*}", HOUR, 1, value == null ? 0 : 60, value, NOW.minusSeconds(30), unit, failure);
    }

    private static Receipt receipt(String title, Verdict verdict, List<Tried> tried) {
        return new Receipt("widgets[0]", title, "query_value", List.of(), tried, null, verdict, "");
    }

    private Panel panel(String title, List<Threshold> thresholds, Unit unit) {
        Series series = new Series.OfMetric("a", "", "m", Measure.TOTAL, List.of(), List.of());
        List<Formula> formulas = unit.isNone() ? List.of() : List.of(new Formula("", "a", unit));
        return new Panel.Chart(
                "p" + panels.size(),
                title,
                Panel.Shape.NUMBER,
                List.of(series),
                formulas,
                thresholds,
                null,
                Panel.Emptiness.UNKNOWN,
                "",
                0);
    }

    private StatusSummary report() {
        DashboardPlan plan = new DashboardPlan(
                "Board",
                "",
                Duration.ofHours(4),
                List.of(
                        new TemplateVariable("env", "env", List.of("prod")),
                        new TemplateVariable("x", "x", List.of("*"))),
                List.of(
                        new Section("s", "S", Section.Kind.SUMMARY, panels),
                        new Section("e", "E", Section.Kind.ERRORS, graphs)),
                List.of());
        return new ReceiptStatus()
                .report(new Draft(
                        plan,
                        JsonNodeFactory.instance.objectNode(),
                        "hash",
                        new CheckReport(List.of(), receipts),
                        List.of()));
    }

    private String verdict() {
        return report().text().lines().findFirst().orElse("");
    }
}
