package dashwright.tools.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.Series;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckedDrafterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:42Z");
    private static final FixedKnowledge KNOWLEDGE = new FixedKnowledge(Catalog.of(
            List.of(
                    metric("jobs.done", MetricType.COUNT),
                    metric("jobs.failed", MetricType.COUNT),
                    metric("jobs.left", MetricType.GAUGE)),
            List.of(),
            NOW));
    private static final DashboardPlan PLAN = PlanCodec.readYaml("""
            title: Jobs
            sections:
              - id: summary
                title: Key figures
                kind: summary
                panels:
                  - id: done
                    title: Jobs done
                    shape: number
                    series: [{metric: jobs.done, measure: total}]
                  - id: failed
                    title: Jobs failed
                    shape: number
                    empty: good
                    series: [{metric: jobs.failed, measure: total}]
                  - id: share
                    title: Share of jobs left
                    shape: number
                    series: [{id: left, metric: jobs.left, measure: latest}]
                    formulas: [{expression: 100 * left / 7, unit: percent}]
            """);

    private final List<QueryRequest> asked = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    @Test
    void withoutARunnerNothingIsTriedAndTheReceiptsSaySo() {
        Draft draft = draft(PLAN, Optional.empty());
        assertThat(draft.report().receipts()).hasSize(3).allSatisfy(receipt -> {
            assertThat(receipt.verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(receipt.tried()).isEmpty();
        });
        assertThat(steps).containsExactly("Composing 3 panels", "Checking it");
    }

    @Test
    void everyQueryIsTriedUpToTheLastFullMinute() {
        Draft draft = draft(PLAN, Optional.of(answering(42.0)));
        assertThat(draft.report().hasErrors()).isFalse();
        assertThat(draft.report().receipts()).extracting(Receipt::verdict).containsOnly(Verdict.LIVE);
        assertThat(asked)
                .isNotEmpty()
                .allMatch(request -> request.range().to().equals(Instant.parse("2026-11-20T12:00:00Z")));
        assertThat(steps).last().asString().contains("trying every query");
    }

    @Test
    void emptyIsGoodOnlyWhereThePlanSaysSoAndTheWorkBesideItReports() {
        QueryRunner working = requests -> requests.stream()
                .<QueryResult>map(request -> new QueryResult.Answered(
                        request.id(), request.toString().contains("jobs.failed") ? List.of() : series(request, 42.0)))
                .toList();
        assertThat(receipt(draft(PLAN, Optional.of(working)), "Jobs failed").verdict())
                .isEqualTo(Verdict.EMPTY_GOOD);

        Draft silent = draft(PLAN, Optional.of(answering()));
        assertThat(receipt(silent, "Jobs failed").verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
        assertThat(receipt(silent, "Jobs done").verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void aComputedFigureComesInTheUnitThatThePlanSets() {
        Draft draft = draft(PLAN, Optional.of(answering(42.0)));
        assertThat(receipt(draft, "Share of jobs left").tried().getFirst().unit())
                .isEqualTo(Unit.of("percent"));
        assertThat(receipt(draft, "Share of jobs left").explanation()).contains("42 %");
    }

    @Test
    void whatCannotBeComposedIsAnErrorWithItsPlaceAndItsFix() {
        DashboardPlan wrong = PlanCodec.readYaml(PlanCodec.writeYaml(PLAN).replace("latest", "p95"));
        Draft draft = draft(wrong, Optional.of(answering(42.0)));
        assertThat(draft.report().hasErrors()).isTrue();
        Finding finding = draft.report().findings().getFirst();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.code()).isEqualTo("measure-unfit");
        assertThat(finding.widget()).contains("sections[0].panels[2]");
        assertThat(finding.fix()).isNotBlank();
        assertThat(draft.report().receipts()).extracting(Receipt::title).doesNotContain("Share of jobs left");
    }

    @Test
    void theHashIsThatOfTheJsonAndRemarksAreKept() {
        Draft draft = draft(PLAN, Optional.empty());
        assertThat(draft.hash()).isEqualTo(DashboardHash.of(draft.json()));
        assertThat(draft.remarks()).containsExactly("Shows env:prod.");
        draft.json().put("title", "changed");
        assertThat(draft.json().path("title").asText()).isEqualTo("Jobs");
    }

    @Test
    void aRunnerThatCannotAnswerLeavesTheReceiptsUnknown() {
        Draft draft = draft(
                PLAN,
                Optional.of(requests -> requests.stream()
                        .<QueryResult>map(request -> new QueryResult.Failed(request.id(), "503 from upstream", false))
                        .toList()));
        assertThat(draft.report().receipts()).extracting(Receipt::verdict).containsOnly(Verdict.NOT_RUN);
        assertThat(receipt(draft, "Jobs failed").explanation()).contains("503 from upstream");
    }

    private static final DashboardPlan SPEND = PlanCodec.readYaml("""
            title: Spend
            window: 7d
            sections:
              - id: summary
                title: Key figures
                kind: summary
                panels:
                  - id: spend
                    title: Spend now
                    shape: number
                    series: [{metric: cloud.spend.hourly, measure: latest}]
            """);

    @Test
    void whatSplitsAGaugeIsAskedOfLiveDataWhereItsTagsCouldNotBeRead() {
        QueryRunner byRegion = requests -> requests.stream()
                .<QueryResult>map(request -> {
                    boolean split = request.queries().toString().contains("region");
                    return new QueryResult.Answered(
                            request.id(),
                            split
                                    ? List.of(group(request, "eu", 2.0), group(request, "us", 3.5))
                                    : series(request, 5.5));
                })
                .toList();
        Draft draft = spend(byRegion);

        assertThat(draft.json().toString())
                .contains("sum:cloud.spend.hourly{*}")
                .doesNotContain("avg:");
        assertThat(receipt(draft, "Spend now").explanation()).contains("the sum of 2 series by region");
    }

    @Test
    void aMeanOfSeriesThatNobodyKnowsSaysSo() {
        Draft draft = spend(answering(2.75));

        assertThat(draft.json().toString()).contains("avg:cloud.spend.hourly{*}");
        assertThat(receipt(draft, "Spend now").explanation())
                .contains("the mean of the series there are: its tags were not read");
    }

    @Test
    void aNumberThatSaysNowIsAskedOverTheShortestSpanInWhichItsMetricReports() {
        assertThat(numberWidget(spend(answering(2.75))).at("/time/live_span").asText())
                .isEqualTo("4h");
        QueryRunner onceADay = requests -> requests.stream()
                .<QueryResult>map(request -> new QueryResult.Answered(
                        request.id(),
                        request.range().length().compareTo(Duration.ofHours(4)) > 0
                                ? series(request, 2.75)
                                : List.of()))
                .toList();
        assertThat(numberWidget(spend(onceADay)).at("/time/live_span").asText()).isEqualTo("1d");
        assertThat(numberWidget(spend(answering())).has("time")).isFalse();
    }

    private static JsonNode numberWidget(Draft draft) {
        return draft.json().at("/widgets/0/definition/widgets/0/definition");
    }

    private static Draft spend(QueryRunner runner) {
        Metric unread = Metric.named("cloud.spend.hourly")
                .withMetadata(MetricType.GAUGE, Unit.of("dollar"), "", "")
                .withLiveness(Liveness.LIVE);
        FixedKnowledge knowledge = new FixedKnowledge(Catalog.of(List.of(unread), List.of(), NOW));
        return new CheckedDrafter(knowledge, Optional.of(runner), () -> NOW).draft(SPEND, List.of(), step -> {});
    }

    private static Series group(QueryRequest request, String region, double value) {
        return new Series(
                0,
                new TreeMap<>(Map.of("region", region, "host", "N/A")),
                Unit.NONE,
                List.of(new Point(request.range().to().minusSeconds(60), value)));
    }

    private Draft draft(DashboardPlan plan, Optional<QueryRunner> runner) {
        return new CheckedDrafter(KNOWLEDGE, runner, () -> NOW).draft(plan, List.of("Shows env:prod."), steps::add);
    }

    private static Receipt receipt(Draft draft, String title) {
        return draft.report().receipts().stream()
                .filter(receipt -> receipt.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private QueryRunner answering(Double... values) {
        return requests -> {
            asked.addAll(requests);
            return requests.stream()
                    .<QueryResult>map(request -> new QueryResult.Answered(request.id(), series(request, values)))
                    .toList();
        };
    }

    private static List<Series> series(QueryRequest request, Double... values) {
        return List.of(values).stream()
                .map(value -> new Series(
                        0,
                        new TreeMap<>(),
                        Unit.NONE,
                        List.of(new Point(request.range().to().minusSeconds(60), value))))
                .toList();
    }

    private static Metric metric(String name, MetricType type) {
        return Metric.named(name)
                .withMetadata(type, Unit.NONE, "", "")
                .withTags(TagSet.of(List.of()))
                .withLiveness(Liveness.LIVE);
    }
}
