package dashwright.tools.metrics;

import static dashwright.tools.metrics.KnownCatalog.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.Unit;
import dashwright.catalog.search.EmbedderException;
import dashwright.catalog.search.Lessons;
import dashwright.catalog.search.UnitVector;
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
                Spans answer to the text before any metric; find_spans shows them.
                name,type,unit,reported,fit,description,why
                warehouse.task.complete,?,?,within 1 h,0.50,,task in the name
                warehouse.task.failed,?,?,within 30 d,0.50,,task and failed in the name
                """);
        assertThat(knowledge.reads()).isEmpty();
    }

    @Test
    void ordersNearAnswersByMeaningWhereAModelIsSetAndSaysSo() {
        knowledge.orderedBy(texts -> texts.stream()
                .map(text -> UnitVector.of(new float[] {text.matches(".*(failed|broken).*") ? 1 : 0, 0.5f}))
                .toList());

        assertThat(new MetricFinder(knowledge, KnownCatalog.CLOCK)
                        .find("task broken", 2)
                        .rows())
                .extracting(FoundMetrics.Row::name, FoundMetrics.Row::why)
                .containsExactly(
                        tuple("warehouse.task.failed", "task in the name; close in meaning by embedding, 1.00"),
                        tuple("warehouse.task.complete", "task in the name"));
        assertThat(knowledge
                        .search()
                        .search("task broken", 2)
                        .metrics()
                        .getFirst()
                        .metric()
                        .name())
                .isEqualTo("warehouse.task.complete");
    }

    @Test
    void findsWithoutAModelThatFails() {
        knowledge.orderedBy(texts -> {
            throw new EmbedderException("it is down");
        });

        assertThat(new MetricFinder(knowledge, KnownCatalog.CLOCK)
                        .find("task broken", 2)
                        .rows())
                .extracting(FoundMetrics.Row::name)
                .containsExactly("warehouse.task.complete", "warehouse.task.failed");
    }

    @Test
    void putsTheVariantsOfOneThingIntoOneCell() {
        List<Metric> timer = List.of(
                metric("warehouse.task.run.avg", MetricType.GAUGE, "second", Liveness.LIVE),
                metric("warehouse.task.run.95percentile", MetricType.GAUGE, "second", Liveness.LIVE),
                metric("warehouse.task.run.count", MetricType.RATE, "", Liveness.QUIET),
                metric("warehouse.task.failed", MetricType.COUNT, "task", Liveness.LIVE));
        KnownCatalog known = new KnownCatalog(timer, List.of());
        known.describe(timer.stream().map(Metric::name).toList());

        assertThat(new MetricFinder(known, KnownCatalog.CLOCK)
                        .find("run failed", 2)
                        .asText())
                .isEqualTo("""
                Catalog of 4 metrics, read 3 min ago.
                Variants: metrics with the same name but for that word in place of its own.
                name,type,unit,reported,fit,variants,description,why
                warehouse.task.failed,count,task,within 1 h,0.50,,What warehouse.task.failed means,failed in the name
                warehouse.task.run.95percentile,gauge,second,within 1 h,0.50,\
                "avg; count (rate, reported within 30 d)",What warehouse.task.run.95percentile means,run in the name
                """);
    }

    @Test
    void saysWhatIsNowhereAndThatNothingAnswers() {
        FoundMetrics found = new MetricFinder(knowledge, KnownCatalog.CLOCK).find("pizza task", 1);

        assertThat(found.asText()).contains("Nowhere in the catalog,pizza", "they are only the nearest there is");
        assertThat(found.rows()).hasSize(1);
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
        assertThat(found.rows().getFirst().why()).isEqualTo("moon shot was taught by maya to mean it");
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
                .contains("worker,celery.run,\"tasks.sync, all\",1524,0.75,sync in the name")
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
