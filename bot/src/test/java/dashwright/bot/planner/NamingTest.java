package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    private final Words words = Words.load();
    private final WishReader reader = new WishReader(words);

    private Naming naming(Metric... metrics) {
        return new Naming(words, List.of("tasks", "files")::contains, List.of(metrics));
    }

    @ParameterizedTest
    @CsvSource({
        "warehouse.packaging.files.not_cached, Files not cached",
        "warehouse.task.complete, Tasks completed",
        "warehouse.sheep.failed, Sheep failed",
        "warehouse.task.run.95percentile, Task run",
        "warehouse.packaging.total_files, Total files",
        "asana.projects.bugs.total_open, Bugs total open",
        "asana.projects.bugs.oldest_bug_days, Oldest bug days",
        "github.ci.duration_p90_minutes, CI duration minutes",
        "collector.github.error_count, Github error count",
        "uptime, Uptime",
        "skypilot.jobs.failed_7d, 'Jobs failed, last 7 days'",
        "github.prs.stale_count_14d, 'PRs stale count, for 14 days'",
        "skypilot.jobs.runtime_buckets.0_1h, Runtime buckets 0–1 h",
        "skypilot.jobs.runtime_buckets.over_24h, Runtime buckets over 24 h",
    })
    void callsAMetricByWhatItCounts(String name, String phrase) {
        Metric metric = Metric.named(name);
        assertThat(naming(metric).phrase(metric)).isEqualTo(phrase);
    }

    @Test
    void leavesOutTheUnitThatStandsBesideTheValue() {
        Metric runtime = Team.metric("skypilot.jobs.runtime_seconds | gauge | second | | ");
        assertThat(naming(runtime).phrase(runtime)).isEqualTo("Jobs runtime");
        Metric files = Team.metric("warehouse.packaging.total_files | gauge | file | | ");
        assertThat(naming(files).phrase(files)).isEqualTo("Total files");
    }

    @Test
    void tellsApartWhatWouldBeCalledTheSame() {
        Metric pods = Metric.named("kubernetes.filesystem.usage_pct");
        Metric nodes = Metric.named("kubernetes.node.filesystem.usage_pct");
        Naming naming = naming(pods, nodes);
        assertThat(naming.phrase(nodes)).isEqualTo("Filesystem usage pct (node)");
        assertThat(naming.phrase(pods)).isEqualTo("Filesystem usage pct");
        Metric one = Metric.named("a.b.errors");
        Metric other = Metric.named("b.a.b.errors");
        assertThat(naming(one, other).phrase(one))
                .isNotEqualTo(naming(one, other).phrase(other));
    }

    @Test
    void statisticsOfOneTimerAreNotTakenForRivals() {
        Metric median = Metric.named("warehouse.task.run.median");
        Metric slow = Metric.named("warehouse.task.run.95percentile");
        assertThat(naming(median, slow).phrase(median)).isEqualTo("Task run");
    }

    @ParameterizedTest
    @CsvSource({
        "build s3 sync status, S3 sync status",
        "redis memory, Redis memory",
        "queue depth, Queue depth",
        "http 5xx errors, HTTP 5xx errors",
        "is CI healthy this week?, CI status",
        "show me celery worker memory and task errors, 'Celery worker: errors, memory'",
    })
    void titlesABoardInThePersonsOwnWords(String request, String title) {
        assertThat(naming().title(reader.read(request))).isEqualTo(title);
    }

    @Test
    void cutsALongTitleBetweenCharacters() {
        String title = naming().title(reader.read("𝒳".repeat(200)));
        assertThat(title).hasSizeLessThanOrEqualTo(60).endsWith("…");
        assertThat(title.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF))
                .isTrue();
    }

    @Test
    void keepsCapitalsWithinASentence() {
        assertThat(Naming.inSentence("CPU usage")).isEqualTo("CPU usage");
        assertThat(Naming.inSentence("PRs open")).isEqualTo("PRs open");
        assertThat(Naming.inSentence("Tasks completed")).isEqualTo("tasks completed");
    }
}
