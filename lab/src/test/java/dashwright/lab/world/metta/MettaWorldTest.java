package dashwright.lab.world.metta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dashwright.lab.world.Readings;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The week of the research team: the known values, the days before them, and the holes. */
class MettaWorldTest {
    private static final World WORLD = Worlds.named("metta", 5);
    private static final Duration DAY = Duration.ofDays(1);

    private static double at(String metric, Duration before) {
        long second = WORLD.start().minus(before).getEpochSecond();
        return Readings.of(WORLD, metric).between(second, second + 1).getFirst();
    }

    private static List<Double> all(String metric, int fromHour, int toHour) {
        long start = WORLD.start().getEpochSecond();
        return Readings.of(WORLD, metric).between(start - 3_600L * fromHour, start - 3_600L * toHour);
    }

    @ParameterizedTest
    @CsvSource({
        "github.prs.open,122",
        "github.prs.merged_7d,92",
        "github.prs.stale_count_14d,70",
        "github.prs.cycle_time_hours,59.89",
        "github.commits.total_7d,84",
        "github.commits.hotfix,1",
        "github.commits.reverts,1",
        "github.ci.failed_workflows_7d,31",
        "github.ci.duration_p50_minutes,1.18",
        "github.ci.duration_p90_minutes,7.53",
        "github.ci.duration_p99_minutes,16.05",
        "github.developers.active_7d,18",
        "github.ci.tests_passing_on_main,1"
    })
    void theKnownValuesStandThroughTheLastHourWithAnySeed(String metric, double value) {
        for (long seed : new long[] {0, 5, -1}) {
            World world = Worlds.named("metta", seed);
            List<Double> points = Readings.of(world, metric).last(Duration.ofHours(1));
            assertThat(points).hasSize(4).allSatisfy(point -> assertThat(point).isEqualTo(value, within(1e-9)));
            assertThat(Readings.of(world, metric)
                            .between(
                                    world.start().getEpochSecond(),
                                    world.start().getEpochSecond() + 1))
                    .singleElement()
                    .satisfies(point -> assertThat(point).isEqualTo(value, within(1e-9)));
        }
    }

    @Test
    void sevenCollectorsReportTheir123Metrics() {
        Map<String, Integer> counts = Map.of(
                "github", 28, "skypilot", 30, "asana", 14, "ec2", 19, "wandb", 10, "kubernetes", 15, "health_fom", 7);
        counts.forEach((collector, count) ->
                assertThat(at("collector." + collector + ".metric_count", DAY)).isEqualTo((double) count));
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(123);
        assertThat(live("github.")).isEqualTo(28);
        assertThat(live("skypilot.")).isEqualTo(30);
        assertThat(live("asana.")).isEqualTo(14);
        assertThat(live("ec2.")).isEqualTo(20);
        assertThat(live("wandb.runs.") + live("wandb.metrics.") + live("wandb.training."))
                .isEqualTo(10);
        assertThat(live("k8s.")).isEqualTo(15);
        assertThat(live("health.ci.")).isEqualTo(7);
    }

    private static long live(String prefix) {
        return WORLD.metrics().stream()
                .map(WorldMetric::name)
                .filter(name -> name.startsWith(prefix))
                .filter(name ->
                        !Readings.of(WORLD, name).last(Duration.ofHours(1)).isEmpty())
                .count();
    }

    @Test
    void whatWasOnlyPlannedIsNotThere() {
        assertThat(WORLD.metrics())
                .extracting(WorldMetric::name)
                .doesNotContain(
                        "wandb.runs.queued",
                        "wandb.training.arena.avg_hearts",
                        "health.training.multigpu_arena_hearts.fom",
                        "github.issues.training_bugs",
                        "eval.local.success_24h");
    }

    @Test
    void namesWithoutThePrefixFellSilentLongerThanAWeekAgo() {
        assertThat(Readings.of(WORLD, "prs.open").last(Duration.ofDays(8))).isEmpty();
        assertThat(Readings.of(WORLD, "prs.open").last(Duration.ofDays(10))).isNotEmpty();
        assertThat(Readings.of(WORLD, "wandb.runs.completed_7d").last(Duration.ofHours(9)))
                .isEmpty();
        assertThat(Readings.of(WORLD, "health.training.run_success.fom").last(Duration.ofHours(9)))
                .isEmpty();
        assertThat(Readings.of(WORLD, "asana.tasks.open").last(DAY)).isEmpty();
        assertThat(Readings.of(WORLD, "asana.tasks.open").last(Duration.ofDays(2)))
                .isNotEmpty();
    }

    @Test
    void ciWasRedTwoDaysAgoAndAStormOfHotfixesBefore() {
        assertThat(all("github.ci.tests_passing_on_main", 47, 25)).isNotEmpty().containsOnly(0.0);
        assertThat(all("health.ci.tests_passing.fom", 47, 25)).isNotEmpty().containsOnly(0.0);
        assertThat(at("github.commits.hotfix", Duration.ofDays(4))).isEqualTo(8);
        assertThat(at("health.ci.hotfix_count.fom", Duration.ofDays(4))).isEqualTo(0.2, within(1e-9));
        assertThat(at("health.ci.hotfix_count.fom", Duration.ofHours(1))).isEqualTo(0.9, within(1e-9));
    }

    @Test
    void aDeadCollectorLeavesAHoleNotZeros() {
        assertThat(all("k8s.pods.pending", 31, 26)).isEmpty();
        assertThat(all("collector.kubernetes.failed", 31, 26)).isEmpty();
        assertThat(all("skypilot.jobs.running", 98, 90)).isEmpty();
        assertThat(all("collector.skypilot.failed", 98, 90)).hasSize(32).containsOnly(1.0);
        assertThat(all("collector.skypilot.failed", 90, 0)).containsOnly(0.0);
        assertThat(all("health.ci.stale_prs.fom", 123, 120)).isEmpty();
        assertThat(all("health.ci.stale_prs.fom", 120, 117)).hasSize(12);
    }

    @Test
    void partsAddUpAtEveryTime() {
        for (int hour = 1; hour < 80; hour++) {
            Duration before = Duration.ofHours(hour);
            assertThat(at("skypilot.regions.us_east_1", before)
                            + at("skypilot.regions.us_west_2", before)
                            + at("skypilot.regions.other", before))
                    .isEqualTo(at("skypilot.jobs.running", before));
            assertThat(at("asana.projects.bugs.total_open", before))
                    .isEqualTo(at("asana.projects.bugs.triage_count", before)
                            + at("asana.projects.bugs.active_count", before)
                            + at("asana.projects.bugs.backlog_count", before)
                            + at("asana.projects.bugs.other_count", before));
        }
    }
}
