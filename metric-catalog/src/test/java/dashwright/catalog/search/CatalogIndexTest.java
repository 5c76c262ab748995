package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.catalog.search.Reason.Field;
import dashwright.catalog.search.Reason.Likeness;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogIndexTest {
    private final CatalogIndex index = CatalogIndex.of(Sample.catalog());

    @ParameterizedTest
    @CsvSource({
        "redis memory, redis.mem.used",
        "db connections, postgresql.connections",
        "k8s cpu, kubernetes.cpu.usage.total",
        "requests per second, nginx.net.request_per_s",
        "task failures, warehouse.task.failed",
        "task p95, warehouse.task.run.95percentile",
        "pipeline error count, ci.pipeline.errorCount",
        "files not yet cached, warehouse.packaging.files.not_cached",
        "storage reconciled, warehouse.filestorage.reconciled"
    })
    void ranksFirstWhatWasAskedFor(String text, String metric) {
        assertThat(index.search(text, 3).metrics().getFirst().metric().name()).isEqualTo(metric);
    }

    @ParameterizedTest
    @CsvSource({
        "pr cycle time, forge.prs.cycle_time",
        "merged pull requests, forge.prs.merged",
        "on-demand machines, fleet.machines.ondemand",
        "on demand machines, fleet.machines.ondemand",
        "byproduct pool, fleet.pool.by_product",
        "internationalization gaps, site.i18n.gaps",
        "gpu share, fleet.gpus.share"
    })
    void findsAWordHoweverItIsSpelled(String text, String metric) {
        CatalogIndex spelled = CatalogIndex.of(Catalog.of(
                List.of(
                        Metric.named("forge.prs.cycle_time"),
                        Metric.named("forge.prs.merged"),
                        Metric.named("forge.commits.merged"),
                        Metric.named("fleet.machines.ondemand"),
                        Metric.named("fleet.machines.spot"),
                        Metric.named("fleet.pool.by_product"),
                        Metric.named("fleet.pool.spot"),
                        Metric.named("fleet.gpus.share"),
                        Metric.named("fleet.disks.share"),
                        Metric.named("site.i18n.gaps"),
                        Metric.named("site.layout.gaps")),
                List.of(),
                Instant.parse("2026-11-20T10:00:00Z")));

        SearchResult result = spelled.search(text, 3);

        assertThat(result.metrics().getFirst().metric().name()).isEqualTo(metric);
        assertThat(result.missing()).isEmpty();
    }

    @Test
    void findsTheSyncOfTwoStoresByWhatTheFieldCallsIt() {
        SearchResult result = index.search("build s3 sync status", 5);

        assertThat(result.answered()).isTrue();
        assertThat(result.words()).containsExactly("s3", "sync");
        assertThat(names(result)).contains("warehouse.filestorage.reconciled", "warehouse.task.run.95percentile");
        assertThat(result.spans().getFirst().spans()).isEqualTo(Sample.SYNC_SPANS);
    }

    @Test
    void saysWhichWordMetWhatAndWhere() {
        Match match = index.search("redis ram", 1).metrics().getFirst();

        assertThat(match.reasons())
                .containsExactly(new Reason("redis", "redis", Field.NAMESPACE), new Reason("ram", "mem", Field.NAME));
        assertThat(index.judge("bytes", "redis.mem.used").orElseThrow().reasons())
                .containsExactly(new Reason("bytes", "byte", Field.UNIT, Likeness.FORM));
        assertThat(index.judge("amount", "redis.mem.used").orElseThrow().reasons())
                .containsExactly(new Reason("amount", "amount", Field.DESCRIPTION));
        assertThat(index.judge("prod", Sample.TASK_RUN.name()).orElseThrow().reasons())
                .containsExactly(new Reason("prod", "prod", Field.TAG));
    }

    @ParameterizedTest
    @CsvSource({
        "MEM, redis.mem.used, NAME, SAME",
        "databases, postgresql.db.count, NAME, SYNONYM",
        "connection, postgresql.connections, NAME, FORM",
        "duration, warehouse.email.delivery_time.median, NAME, NEAR",
        "storages, system.disk.free, NAME, NEAR",
        "system, system.disk.free, NAMESPACE, SAME",
        "system, system.load.1, NAMESPACE, SAME"
    })
    void saysHowNearTwoWordsAre(String text, String metric, Field field, Likeness likeness) {
        assertThat(index.judge(text, metric).orElseThrow().reasons())
                .filteredOn(reason -> reason.field() != Field.DESCRIPTION)
                .extracting(Reason::field, Reason::likeness)
                .containsExactly(tuple(field, likeness));
    }

    @Test
    void aNameOfOnePartHasNoNamespace() {
        CatalogIndex alone =
                CatalogIndex.of(Catalog.of(List.of(Metric.named("queue_depth")), List.of(), Instant.EPOCH));

        assertThat(alone.judge("queue", "queue_depth").orElseThrow().reasons())
                .containsExactly(new Reason("queue", "queue", Field.NAME));
    }

    @Test
    void saysThatTheNameMeetsAWordThatTheDescriptionSpellsOut() {
        assertThat(index.judge("memory", "redis.mem.used").orElseThrow().reasons())
                .containsExactly(
                        new Reason("memory", "memory", Field.DESCRIPTION), new Reason("memory", "mem", Field.NAME));
    }

    @Test
    void findsAMetricByATagValueAlone() {
        Match match = index.search("sync_file_to_cache", 1).metrics().getFirst();

        assertThat(match.metric()).isEqualTo(Sample.TASK_RUN);
        assertThat(match.reasons()).extracting(Reason::field).containsOnly(Field.TAG);
    }

    @Test
    void explainsSpansByServiceOperationAndResource() {
        SpanMatch match = index.search("celery worker cache", 1).spans().getFirst();

        assertThat(match.spans()).isEqualTo(Sample.SYNC_SPANS);
        assertThat(match.reasons())
                .extracting(Reason::field)
                .containsExactly(Field.OPERATION, Field.SERVICE, Field.RESOURCE);
    }

    @Test
    void fitsWhollyWhereEveryWordIsThereItself() {
        assertThat(fit("redis mem used", "redis.mem.used")).isEqualTo(1);
    }

    @Test
    void fitsLessByASynonymThanByTheWordItself() {
        assertThat(fit("redis memory usage", "redis.mem.used")).isBetween(0.6, 0.95);
        assertThat(fit("task failures", "warehouse.task.failed"))
                .isLessThan(fit("task failed", "warehouse.task.failed"));
    }

    @Test
    void fitsLittleWhereOnlyACommonWordIsCovered() {
        assertThat(fit("postgresql used", "redis.mem.used")).isLessThan(0.5);
        assertThat(fit("hearts of the agents", "kubernetes.cpu.usage.total")).isZero();
    }

    @Test
    void fitsAlikeHoweverTheRequestIsPhrased() {
        double plain = fit("redis memory", "redis.mem.used");

        assertThat(fit("please show me a dashboard of the current redis memory over time", "redis.mem.used"))
                .isEqualTo(plain, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build pizza delivery times",
                "ticket sales for the concert",
                "coffee machine temperature",
                "weather in Berlin",
                "how long is the lunch queue"
            })
    void doesNotAnswerWhatNoTeamOfThisCatalogMeasures(String text) {
        assertThat(index.search(text, 3).answered()).isFalse();
    }

    @Test
    void stillNamesTheNearestWhereItHasNoAnswer() {
        SearchResult result = index.search("pizza memory of the boy", 3);

        assertThat(result.answered()).isFalse();
        assertThat(result.missing()).containsExactly("pizza", "boy");
        assertThat(names(result)).contains("redis.mem.used", "kubernetes.memory.usage");
    }

    @Test
    void answersALongRequestThatAsksForSeveralThings() {
        SearchResult result = index.search(
                "Check status of s3 -> b2 sync- showing me tasks completed, errors, worker memory stats, task throughput"
                        + " and durations (like p95 or something, whatever is best), and a little section for backlog"
                        + " and trends over time",
                20);

        assertThat(result.answered()).isTrue();
        assertThat(result.words()).contains("tasks", "errors", "memory", "p95", "backlog");
        assertThat(result.words()).doesNotContain("status", "showing", "like", "something", "trends", "time");
        assertThat(names(result))
                .contains("warehouse.task.failed", "warehouse.task.run.95percentile", "kubernetes.memory.usage");
    }

    @Test
    void doesNotHoldAnUnknownGroupingAgainstTheCatalog() {
        SearchResult result = index.search("redis memory by shard", 1);

        assertThat(result.words()).containsExactly("redis", "memory");
        assertThat(index.search("redis memory by task", 1).words()).containsExactly("redis", "memory", "task");
    }

    @Test
    void readsAWordAboutFormAsATopicWhereThereIsNoOther() {
        SearchResult result = index.search("total", 3);

        assertThat(result.words()).containsExactly("total");
        assertThat(names(result)).contains("kubernetes.cpu.usage.total");
    }

    @Test
    void prefersAmongEqualsTheOneThatAlsoCarriesTheWordAboutForm() {
        CatalogIndex twins = CatalogIndex.of(catalogOf("web.requests.failing", "web.requests.current"));

        assertThat(names(twins.search("current web requests", 2)))
                .containsExactly("web.requests.current", "web.requests.failing");
    }

    @Test
    void ranksEqualsByName() {
        CatalogIndex twins = CatalogIndex.of(catalogOf("b.load", "c.load", "a.load"));

        assertThat(names(twins.search("load", 3))).containsExactly("a.load", "b.load", "c.load");
    }

    @Test
    void doesNotLetARareSynonymOutrankTheWordItself() {
        CatalogIndex errors =
                CatalogIndex.of(catalogOf("a.errors", "b.errors", "c.errors", "d.errors", "z.exception", "y.other"));

        assertThat(names(errors.search("errors", 5))).endsWith("z.exception");
    }

    @Test
    void judgesAMetricWhateverItsRank() {
        assertThat(index.judge("redis memory", "system.disk.free").orElseThrow().fit())
                .isZero();
        assertThat(index.judge("redis memory", "no.such.metric")).isEmpty();
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatThrownBy(() -> index.search("cpu", 0)).hasMessageContaining("at least 1");
    }

    @Test
    void replacesSomeMetricsAndLeavesTheOldIndexAsItWas() {
        Metric read = Sample.TASK_FAILED.withMetadata(MetricType.COUNT, Unit.of("task"), "Zebras that ran away", "");
        CatalogIndex after = index.with(List.of(read, Metric.named("zoo.zebra.births")));

        assertThat(names(after.search("zebra", 5))).containsExactly("zoo.zebra.births", "warehouse.task.failed");
        assertThat(after.search("zebra", 5).metrics().getLast().metric()).isEqualTo(read);
        assertThat(names(after.search("task failed", 1))).containsExactly("warehouse.task.failed");
        assertThat(after.search("celery", 1).spans()).hasSize(1);
        assertThat(index.search("zebra", 5).metrics()).isEmpty();
        assertThat(index.catalog().metric("zoo.zebra.births")).isEmpty();
    }

    @Test
    void canBeReplacedInMoreOftenThanLuceneKeepsSegments() {
        CatalogIndex after = index;
        for (int round = 0; round < 60; round++) {
            after = after.with(List.of(Metric.named("round.n" + round), Sample.TASK_FAILED));
        }

        assertThat(after.search("round", 100).metrics()).hasSize(60);
        assertThat(names(after.search("task failed", 5))).containsOnlyOnce("warehouse.task.failed");
    }

    private double fit(String text, String metric) {
        return index.judge(text, metric).orElseThrow().fit();
    }

    private static Catalog catalogOf(String... names) {
        List<Metric> metrics = List.of(names).stream().map(Metric::named).toList();
        return Catalog.of(metrics, List.of(), Instant.EPOCH);
    }

    private static List<String> names(SearchResult result) {
        return result.metrics().stream().map(match -> match.metric().name()).toList();
    }
}
