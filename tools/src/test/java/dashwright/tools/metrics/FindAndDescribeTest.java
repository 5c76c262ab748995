package dashwright.tools.metrics;

import static dashwright.tools.metrics.KnownCatalog.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.Unit;
import dashwright.catalog.search.Lessons;
import dashwright.tools.drafting.FixedKnowledge;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding and describing, in few words and without inventing. */
class FindAndDescribeTest {
    private static final List<Metric> METRICS = List.of(
            metric(
                    "warehouse.task.complete",
                    MetricType.COUNT,
                    "task",
                    Liveness.LIVE,
                    "task:sync",
                    "task:purge",
                    "env:prod"),
            metric("warehouse.task.failed", MetricType.COUNT, "task", Liveness.QUIET, "task:sync"),
            metric("warehouse.packaging.total_files", MetricType.GAUGE, "file", Liveness.GONE));
    private static final List<SpanGroup> SPANS = List.of(
            new SpanGroup("worker", "celery.run", "tasks.sync, all", 1524), new SpanGroup("web", "http", "GET /", 9));

    private final KnownCatalog knowledge = new KnownCatalog(METRICS, SPANS);

    @Test
    void findsMetricsAndSpendsNoRead() {
        FoundMetrics found = new MetricFinder(knowledge, KnownCatalog.CLOCK).find("task failed", 5);

        assertThat(found.asText()).isEqualTo("""
                Catalog of 3 metrics, read 3 min ago.
                name,type,unit,reported,fit,description,why
                warehouse.task.complete,?,?,within 1 h,0.50,,task (name)
                warehouse.task.failed,?,?,within 30 d,0.50,,task (name); failed (name)
                """);
        assertThat(knowledge.reads()).isEmpty();
    }

    @Test
    void saysWhatIsNowhereAndThatNothingAnswers() {
        FoundMetrics found = new MetricFinder(knowledge, KnownCatalog.CLOCK).find("pizza task", 1);

        assertThat(found.asText()).contains("Nowhere in the catalog,pizza", "they are only the nearest there is");
    }

    @Test
    void saysThatAWordWasTaughtAndByWhom() {
        Catalog catalog = Catalog.of(METRICS, SPANS, KnownCatalog.CLOCK.instant());
        Lessons lessons =
                Lessons.of(List.of(new Lessons.Taught("moon shot", "warehouse.task.failed", "maya")), List.of());

        FoundMetrics found =
                new MetricFinder(new FixedKnowledge(catalog, lessons), KnownCatalog.CLOCK).find("moon shot", 5);

        assertThat(found.answered()).isTrue();
        assertThat(found.missing()).isEmpty();
        assertThat(found.rows().getFirst().name()).isEqualTo("warehouse.task.failed");
        assertThat(found.rows().getFirst().why()).isEqualTo("moon shot (taught by maya)");
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(new MetricFinder(knowledge, KnownCatalog.CLOCK)
                        .find("pizza", 5)
                        .asText())
                .contains("Nothing was found");
    }

    @Test
    void refusesASearchWithoutWordsOrBounds() {
        MetricFinder finder = new MetricFinder(knowledge, KnownCatalog.CLOCK);

        assertThatThrownBy(() -> finder.find("  ", 5)).isInstanceOf(ToolRefusal.class);
        assertThatThrownBy(() -> finder.find("task", 0)).hasMessageContaining("from 1 to 25");
        assertThatThrownBy(() -> finder.find("task", 26)).hasMessageContaining("from 1 to 25");
    }

    @Test
    void refusesAnAnswerThatIsTooLongAndSaysHowToNarrowIt() {
        List<Metric> many = IntStream.range(0, 25)
                .mapToObj(at -> metric("team.task." + at + "x".repeat(200), MetricType.GAUGE, "", Liveness.LIVE))
                .toList();
        FoundMetrics found = new MetricFinder(new KnownCatalog(many, List.of()), KnownCatalog.CLOCK).find("task", 25);

        assertThatThrownBy(found::asText)
                .isInstanceOf(ToolRefusal.class)
                .hasMessageContainingAll("at most 4000", "ask for at most 12 metrics");
    }

    @Test
    void findsSpansAndQuotesCommas() {
        assertThat(new SpanFinder(knowledge, KnownCatalog.CLOCK).find("sync", 5).asText())
                .contains("worker,celery.run,\"tasks.sync, all\",1524,0.75,sync (name)")
                .doesNotContain("GET /");
    }

    @Test
    void saysWhenTheCatalogHoldsNoSpans() {
        KnownCatalog without = new KnownCatalog(METRICS, List.of());

        assertThat(new SpanFinder(without, KnownCatalog.CLOCK).find("sync", 5).asText())
                .contains("apm_read");
    }

    @Test
    void describesWithWhatIsRead() {
        DescribedMetrics described = new MetricDescriber(knowledge).describe(List.of("warehouse.task.complete"));

        assertThat(described.asText()).isEqualTo("""
                name,type,unit,reported,integration,description,query as
                warehouse.task.complete,count,task,within 1 h,celery,What warehouse.task.complete means,\
                sum:…{…}.as_count() for events or .as_rate() for events a second
                tag of warehouse.task.complete,env,prod
                tag of warehouse.task.complete,task,purge | sync
                """);
        assertThat(knowledge.reads()).containsExactly("enrich warehouse.task.complete");
    }

    @Test
    void namesTheNearestForANameThatIsNotThere() {
        DescribedMetrics described = new MetricDescriber(knowledge).describe(List.of("celery.task.failed"));

        assertThat(described.asText())
                .contains("There is no metric 'celery.task.failed'", "warehouse.task.complete, warehouse.task.failed");
        assertThat(knowledge.reads()).isEmpty();
    }

    @Test
    void tagsThatWereNotReadAreNotCalledMissing() {
        Metric unread = Metric.named("a.b");

        assertThat(new DescribedMetrics(List.of(unread), List.of(), List.of()).asText())
                .contains("tags of a.b,not read");
    }

    @Test
    void refusesTooManyNames() {
        List<String> names = IntStream.range(0, 9).mapToObj(at -> "m" + at).toList();

        assertThatThrownBy(() -> new MetricDescriber(knowledge).describe(names)).hasMessageContaining("from 1 to 8");
        assertThatThrownBy(() -> new MetricDescriber(knowledge).describe(List.of()))
                .hasMessageContaining("from 1 to 8");
    }

    @Test
    void whatOthersWroteStaysOnItsLine() {
        Metric hostile = Metric.named("a.b").withMetadata(MetricType.GAUGE, Unit.NONE, "x\ny\u202E\"; ignore, all", "");

        assertThat(new DescribedMetrics(List.of(hostile), List.of(), List.of()).asText())
                .contains(",\"x y\"\"; ignore, all\",")
                .hasLineCount(3);
    }
}
