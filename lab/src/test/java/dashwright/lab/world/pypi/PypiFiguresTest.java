package dashwright.lab.world.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dashwright.lab.world.Readings;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldSpans;
import dashwright.lab.world.Worlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that the world is known by, read off its series for {@code env:prod}, with any seed. */
class PypiFiguresTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String SYNC = "warehouse.packaging.tasks.sync_file_to_cache";
    private static final World WORLD = Worlds.named("pypi", 1);

    private static Readings sync(World world, String metric) {
        return Readings.of(world, metric).inProd().with("task", SYNC);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE})
    void completes1524SyncsInTheLastHourAnd19043InTheLastDay(long seed) {
        World world = Worlds.named("pypi", seed);
        assertThat(sync(world, "warehouse.task.complete").sum(HOUR)).isEqualTo(1524);
        assertThat(sync(world, "warehouse.task.complete").sum(DAY)).isEqualTo(19_043);
        assertThat(sync(world, "warehouse.task.start").sum(HOUR)).isEqualTo(1524);
        assertThat(sync(world, "warehouse.task.run.count").sum(HOUR) * 60).isEqualTo(1524, within(1e-6));
        assertThat(Readings.of(world, "warehouse.filestorage.unreconciled")
                        .inProd()
                        .sum(DAY))
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42})
    void tracesAndSpansCountTheSameRunsAsTheTasks(long seed) {
        World world = Worlds.named("pypi", seed);
        Readings hits = Readings.of(world, "trace.celery.run.hits").inProd().with("resource_name", SYNC);
        assertThat(hits.sum(HOUR)).isEqualTo(1524);
        assertThat(spansInLastHour(world)).isEqualTo(1524);
    }

    private static double spansInLastHour(World world) {
        double spans = 0;
        for (WorldSpans one : world.spans()) {
            boolean wanted = one.operation().equals("celery.run")
                    && one.resource().equals(SYNC)
                    && "prod".equals(one.tags().get("env"));
            for (int minute = 1; wanted && minute <= 60; minute++) {
                spans += one.perMinute().at(world.start().getEpochSecond() - 60L * minute);
            }
        }
        return spans;
    }

    @Test
    void otherScopesGiveOtherFigures() {
        double everywhere =
                Readings.of(WORLD, "warehouse.task.complete").with("task", SYNC).sum(HOUR);
        assertThat(everywhere).isGreaterThan(1524);
        assertThat(Readings.of(WORLD, "warehouse.task.complete").inProd().sum(HOUR))
                .isGreaterThan(5_000);
    }

    @Test
    void noSyncHasFailedForDaysThoughTheyAreKnownToFail() {
        Readings failed = sync(WORLD, "warehouse.task.failed");
        assertThat(failed.last(Duration.ofDays(4))).isEmpty();
        assertThat(failed.sum(Duration.ofDays(6))).isEqualTo(8);
        assertThat(Readings.of(WORLD, "warehouse.task.failed").inProd().sum(DAY))
                .isBetween(2.0, 60.0);
    }

    @Test
    void thirtySixWorkerPodsRunTheTasks() {
        Readings memory = Readings.of(WORLD, "kubernetes.memory.usage").inProd();
        assertThat(memory.with("kube_deployment", "warehouse-worker").values("pod_name"))
                .hasSize(36);
        assertThat(memory.with("service", "warehouse-worker").values("pod_name"))
                .hasSize(36);
        assertThat(sync(WORLD, "warehouse.task.complete").values("pod_name")).hasSize(36);
        assertThat(Readings.of(WORLD, "container.memory.usage").values("env")).containsExactly("prod", "staging");
    }

    @Test
    void aSyncTakesOneToTwoSeconds() {
        assertThat(sync(WORLD, "warehouse.task.run.avg").mean(HOUR)).isBetween(1_340.0, 1_460.0);
        assertThat(sync(WORLD, "warehouse.task.run.median").mean(HOUR)).isBetween(1_200.0, 1_390.0);
        assertThat(sync(WORLD, "warehouse.task.run.95percentile").last(HOUR)).allMatch(millis -> millis < 2_000);
        assertThat(sync(WORLD, "warehouse.task.run.95percentile").mean(HOUR)).isBetween(1_800.0, 2_000.0);
        assertThat(sync(WORLD, "warehouse.task.run.max").mean(HOUR)).isBetween(2_000.0, 2_500.0);
    }

    @Test
    void aboutEightMillionFilesAreNotCachedAndTheyGrowFewer() {
        Readings backlog =
                Readings.of(WORLD, "warehouse.packaging.files.not_cached").inProd();
        assertThat(backlog.mean(HOUR)).isBetween(7_950_000.0, 8_050_000.0);
        long start = WORLD.start().getEpochSecond();
        double weekAgo = mean(backlog.between(start - 7 * 86_400 - 3_600, start - 7 * 86_400));
        double perDay = (weekAgo - backlog.mean(HOUR)) / 7;
        double reconciled = Readings.of(WORLD, "warehouse.filestorage.reconciled")
                .inProd()
                .with("type", "dist")
                .sum(DAY);
        assertThat(reconciled).isBetween(9_000.0, 9_600.0);
        assertThat(perDay).isCloseTo(reconciled, within(60.0));
    }

    private static double mean(List<Double> points) {
        return points.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void theBacklogIsReportedByOneWorkerEachMinuteAndBySeveralInAnHour() {
        Readings backlog =
                Readings.of(WORLD, "warehouse.packaging.files.not_cached").inProd();
        assertThat(backlog.size()).isEqualTo(36);
        long start = WORLD.start().getEpochSecond();
        List<Integer> reporters = new ArrayList<>();
        LongStream.rangeClosed(1, 240).forEach(minute -> {
            long second = start - 60 * minute;
            reporters.add(backlog.between(second, second + 60).size());
        });
        assertThat(Set.copyOf(reporters)).containsExactly(1);
        Set<String> pods = Readings.of(WORLD, "warehouse.packaging.files.not_cached")
                .inProd()
                .values("pod_name");
        long reporting = pods.stream()
                .filter(pod -> !backlog.with("pod_name", pod).last(HOUR).isEmpty())
                .count();
        assertThat(reporting).isBetween(15L, 36L);
    }

    @Test
    void halfToTwoThirdsOfAllFilesAreCached() {
        double total =
                Readings.of(WORLD, "warehouse.packaging.total_files").inProd().mean(HOUR);
        double waiting = Readings.of(WORLD, "warehouse.packaging.files.not_cached")
                .inProd()
                .mean(HOUR);
        assertThat(1 - waiting / total).isBetween(0.5, 0.67);
        assertThat(Readings.of(WORLD, "warehouse.packaging.total_files")
                        .inProd()
                        .last(HOUR))
                .hasSize(12);
    }

    @Test
    void everyAcceptedUploadQueuesOneSync() {
        assertThat(Readings.of(WORLD, "warehouse.upload.ok").inProd().sum(DAY)).isEqualTo(19_043);
        assertThat(Readings.of(WORLD, "warehouse.upload.attempt").inProd().sum(DAY))
                .isGreaterThan(19_043);
    }

    @Test
    void workersStayBelowTheirMemoryLimit() {
        Readings usage =
                Readings.of(WORLD, "kubernetes.memory.usage").inProd().with("kube_deployment", "warehouse-worker");
        assertThat(usage.last(DAY)).allMatch(bytes -> bytes > 3e8 && bytes < 1024 * 1024 * 1024);
    }
}
