package dashwright.lab.world.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.lab.world.Readings;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSpans;
import dashwright.lab.world.Worlds;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What there is to find in the world: what belongs to the file sync, and how much else. */
class PypiCatalogTest {
    private static final World WORLD = Worlds.named("pypi", 2);

    private static Set<String> names(Predicate<WorldMetric> wanted) {
        return WORLD.metrics().stream()
                .filter(wanted)
                .map(WorldMetric::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reported(WorldMetric metric, int fromDays, int toDays) {
        long start = WORLD.start().getEpochSecond();
        return Readings.of(WORLD, metric.name()).hasAny(start - 86_400L * fromDays, start - 86_400L * toDays);
    }

    @ParameterizedTest
    @CsvSource({
        "warehouse.packaging.files.not_cached,gauge,file",
        "warehouse.packaging.total_files,gauge,file",
        "warehouse.filestorage.reconciled,count,''",
        "warehouse.filestorage.unreconciled,count,''",
        "warehouse.task.start,count,''",
        "warehouse.task.complete,count,''",
        "warehouse.task.failed,count,''",
        "warehouse.task.retried,count,''",
        "warehouse.task.run.avg,gauge,millisecond",
        "warehouse.task.run.median,gauge,millisecond",
        "warehouse.task.run.95percentile,gauge,millisecond",
        "warehouse.task.run.max,gauge,millisecond",
        "warehouse.task.run.count,rate,''",
        "warehouse.upload.ok,count,''",
        "warehouse.upload.attempt,count,''",
        "warehouse.db.session.start,count,''",
        "warehouse.db.session.finished,count,''",
        "warehouse.db.session.error,count,error",
        "trace.celery.run.hits,count,hit",
        "trace.celery.run.errors,count,error",
        "trace.celery.run.duration,gauge,second",
        "trace.celery.run,distribution,second",
        "container.memory.usage,gauge,byte",
        "kubernetes.memory.usage,gauge,byte"
    })
    void hasWhatTheApplicationSendsWithItsTypeAndUnit(String name, String type, String unit) {
        WorldMetric metric = WORLD.metric(name).orElseThrow();
        assertThat(metric.type()).isEqualTo(type);
        assertThat(metric.unit()).isEqualTo(unit);
    }

    @Test
    void hasHundredsOfOtherMetricsSomeOfThemSilent() {
        assertThat(WORLD.metrics()).hasSizeBetween(450, 650);
        Set<String> live = names(metric -> reported(metric, 1, 0));
        assertThat(live).hasSizeGreaterThan(450).hasSizeLessThan(WORLD.metrics().size());
        assertThat(names(metric -> !reported(metric, 1, 0) && reported(metric, 12, 1)))
                .contains("kubernetes_state.job.failed", "warehouse.token_leak.github.error.invalid_signature")
                .hasSizeGreaterThan(4);
        assertThat(names(metric -> !reported(metric, 30, 0)))
                .contains("warehouse.malware.verdict", "redis.aof.size")
                .hasSizeGreaterThan(10);
    }

    @Test
    void describesTheFileSyncInTheWordsOfItsOwnersAndMuchElseNotAtAll() {
        WorldMetric backlog =
                WORLD.metric("warehouse.packaging.files.not_cached").orElseThrow();
        assertThat(backlog.description()).contains("S3", "B2", "cache", "backfill", "never sum");
        assertThat(names(metric -> metric.description().isEmpty())).hasSizeGreaterThan(200);
        assertThat(names(metric -> !metric.description().isEmpty())).hasSizeGreaterThan(200);
    }

    @Test
    void knowsOfDeliveriesOfMailAndOfNoPizza() {
        assertThat(names(metric -> metric.name().contains("delivery"))).contains("warehouse.email.delivery_delay.avg");
        assertThat(names(metric -> (metric.name() + metric.description()).contains("pizza")))
                .isEmpty();
    }

    @Test
    void tagsWhatPodsSendAsTheAgentDoes() {
        assertThat(WORLD.metric("warehouse.task.complete").orElseThrow().series())
                .allSatisfy(series -> assertThat(series.tags())
                        .containsKeys(
                                "env", "service", "version", "host", "pod_name", "kube_deployment", "kube_namespace")
                        .containsEntry("service", "warehouse-worker"));
        assertThat(WORLD.metric("trace.celery.run.hits").orElseThrow().series())
                .allSatisfy(series -> assertThat(series.tags())
                        .containsKeys("env", "service", "version", "host", "resource_name")
                        .doesNotContainKey("pod_name"));
        assertThat(Readings.of(WORLD, "warehouse.filestorage.reconciled").values("type"))
                .containsExactly("dist", "metadata");
    }

    @Test
    void hasSpansOfTasksOfTheirQueueingOfRequestsAndOfStores() {
        assertThat(WORLD.spans())
                .extracting(WorldSpans::operation)
                .contains("celery.run", "celery.apply", "pyramid.request", "postgres.query", "redis.command")
                .contains("elasticsearch.query", "s3.command");
        assertThat(WORLD.spans())
                .filteredOn(spans -> spans.operation().equals("celery.run"))
                .allMatch(spans -> spans.service().equals("warehouse-worker"));
    }

    @Test
    void deploymentsTellTheirReplicas() {
        Readings available = Readings.of(WORLD, "kubernetes_state.deployment.replicas_available")
                .inProd();
        assertThat(available.with("kube_deployment", "warehouse-worker").mean(Duration.ofHours(1)))
                .isEqualTo(36);
        assertThat(available.with("kube_deployment", "warehouse-web").mean(Duration.ofHours(1)))
                .isEqualTo(24);
    }
}
