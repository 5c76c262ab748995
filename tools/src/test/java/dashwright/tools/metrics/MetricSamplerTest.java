package dashwright.tools.metrics;

import static dashwright.tools.metrics.KnownCatalog.NOW;
import static dashwright.tools.metrics.KnownCatalog.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Looking at values, and saying why there are none. */
class MetricSamplerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final KnownCatalog knowledge = new KnownCatalog(
            List.of(
                    metric("task.complete", MetricType.COUNT, "task", Liveness.LIVE, "task:sync", "task:purge"),
                    metric("task.failed", MetricType.COUNT, "task", Liveness.QUIET, "task:sync"),
                    metric("task.run.95percentile", MetricType.GAUGE, "millisecond", Liveness.LIVE),
                    metric("old.metric", MetricType.GAUGE, "", Liveness.GONE)),
            List.of());
    private final List<String> asked = new ArrayList<>();

    @Test
    void addsUpACount() {
        MetricSampler sampler = sampler(points(Unit.of("task"), 10.0, null, 20.0, 30.0));

        MetricSample sample = sampler.sample("task.complete", Map.of("task", "sync"), HOUR);

        assertThat(asked).containsExactly("sum:task.complete{task:sync}.as_count()");
        assertThat(knowledge.reads()).containsExactly("describe task.complete");
        assertThat(sample).isInstanceOfSatisfying(MetricSample.Data.class, data -> {
            assertThat(data.points()).isEqualTo(3);
            assertThat(data.last()).isEqualTo(30);
            assertThat(data.lastAt()).isEqualTo(NOW.minusSeconds(300));
            assertThat(data.min()).isEqualTo(10);
            assertThat(data.max()).isEqualTo(30);
            assertThat(data.avg()).isEqualTo(20);
            assertThat(data.total()).isEqualTo(60);
        });
        assertThat(sample.asText()).isEqualTo("""
                query,sum:task.complete{task:sync}.as_count()
                window,60 min up to 2026-11-20T12:00:00Z
                unit,task
                points,3
                last (5 min before the end),30
                min,10
                max,30
                avg,20
                total,60
                course,no data → no data → no data → no data → no data → no data → no data → no data → 10 → no data → 20 → 30
                """);
    }

    @Test
    void averagesAGaugeAndTakesTheUnitOfTheAnswer() {
        MetricSampler sampler = sampler(points(Unit.of("second"), 1.5));

        MetricSample sample = sampler.sample("task.run.95percentile", Map.of(), HOUR);

        assertThat(asked).containsExactly("avg:task.run.95percentile{*}");
        assertThat(sample)
                .isInstanceOfSatisfying(
                        MetricSample.Data.class,
                        data -> assertThat(data.total()).isNull());
        assertThat(sample.asText())
                .contains("last (5 min before the end),1.5 s")
                .doesNotContain("total");
    }

    @Test
    void takesTheUnitOfTheCatalogWhereTheAnswerHasNone() {
        MetricSample sample = sampler(points(Unit.NONE, 1500.0)).sample("task.run.95percentile", Map.of(), HOUR);

        assertThat(sample.asText()).contains("unit,millisecond", "1.5 s");
    }

    @Test
    void namesTheTagThatIsNotThere() {
        MetricSample sample = sampler(nothing()).sample("task.complete", Map.of("env", "prod", "task", "clean"), HOUR);

        assertThat(sample).isInstanceOfSatisfying(MetricSample.Empty.class, empty -> {
            assertThat(empty.causes()).containsExactly("the metric has no tag env", "no series has task:clean");
            assertThat(empty.steps()).contains("use one of the values of task: purge | sync");
        });
        assertThat(sample.asText()).contains("No data: unknown, not zero.", "may be because,the metric has no tag env");
    }

    @Test
    void understandsAStarInAValue() {
        MetricSample sample = sampler(nothing()).sample("task.complete", Map.of("task", "sy*"), HOUR);

        assertThat(sample)
                .isInstanceOfSatisfying(
                        MetricSample.Empty.class,
                        empty -> assertThat(empty.causes()).noneMatch(cause -> cause.contains("no series has")));
    }

    @Test
    void silenceOfAnErrorCounterCanBeGood() {
        MetricSample sample = sampler(nothing()).sample("task.failed", Map.of("task", "sync"), HOUR);

        assertThat(sample).isInstanceOfSatisfying(MetricSample.Empty.class, empty -> {
            assertThat(empty.causes()).singleElement().asString().contains("within 30 days", "silence is good news");
            assertThat(empty.steps()).containsExactly("look at the last day");
        });
    }

    @Test
    void aMetricThatIsGoneIsSaidToBeGone() {
        MetricSample sample = sampler(nothing()).sample("old.metric", Map.of(), HOUR);

        assertThat(sample.asText()).contains("has not reported within 30 days", "choose another metric");
    }

    @Test
    void doesNotAskForAWindowThatWasAlreadyAsked() {
        MetricSample sample = sampler(nothing()).sample("task.failed", Map.of(), MetricSampler.LONGEST);

        assertThat(sample)
                .isInstanceOfSatisfying(
                        MetricSample.Empty.class,
                        empty -> assertThat(empty.steps()).isEmpty());
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesTheValueUnknown() {
        MetricSample sample = sampler(new QueryResult.Failed("sample", "Datadog is away; try later", false))
                .sample("task.failed", Map.of(), HOUR);

        assertThat(sample).isInstanceOf(MetricSample.Unanswered.class);
        assertThat(sample.asText()).contains("Not known", "Datadog is away; try later");
    }

    @Test
    void aRefusedQueryGoesBackToWhoAsked() {
        MetricSampler sampler = sampler(new QueryResult.Failed("sample", "unable to parse", true));

        assertThatThrownBy(() -> sampler.sample("task.failed", Map.of(), HOUR))
                .isInstanceOf(ToolRefusal.class)
                .hasMessageContaining("unable to parse");
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsOutOfBounds() {
        MetricSampler sampler = sampler(nothing());

        assertThatThrownBy(() -> sampler.sample("task.missing", Map.of(), HOUR))
                .isInstanceOf(ToolRefusal.class)
                .hasMessageContainingAll("There is no metric 'task.missing'", "task.complete");
        assertThatThrownBy(() -> sampler.sample("task.failed", Map.of(), Duration.ofSeconds(10)))
                .hasMessageContaining("from 5 minutes to 30 days");
        assertThatThrownBy(() -> sampler.sample("task.failed", Map.of(), Duration.ofDays(31)))
                .hasMessageContaining("from 5 minutes to 30 days");
        assertThat(asked).isEmpty();
    }

    @Test
    void aTagCannotChangeTheQuery() {
        MetricSampler sampler = sampler(nothing());

        assertThatThrownBy(() -> sampler.sample("task.failed", Map.of("env", "prod} by {host"), HOUR))
                .isInstanceOf(ToolRefusal.class)
                .hasMessageContaining("cannot be written in a query");
        assertThat(asked).isEmpty();
    }

    private MetricSampler sampler(QueryResult result) {
        return new MetricSampler(
                knowledge,
                requests -> {
                    for (QueryRequest request : requests) {
                        asked.add(request.queries().getFirst().path("query").asText());
                    }
                    return List.of(result);
                },
                KnownCatalog.CLOCK);
    }

    private static QueryResult nothing() {
        return new QueryResult.Answered("sample", List.of());
    }

    /** Values five minutes apart, the last one five minutes ago. */
    private static QueryResult points(Unit unit, @Nullable Double... values) {
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < values.length; at++) {
            points.add(new Point(NOW.minus(Duration.ofMinutes(5L * (values.length - at))), values[at]));
        }
        return new QueryResult.Answered("sample", List.of(new Series(0, new TreeMap<>(), unit, points)));
    }
}
