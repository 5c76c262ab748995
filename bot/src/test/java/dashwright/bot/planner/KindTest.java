package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {
    private final Words words = Words.load();

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            warehouse.task.failed | count | task | | !ERROR!NONE
            warehouse.task.complete | count | | | !COMPLETED!NONE
            warehouse.task.run.95percentile | gauge | millisecond | | !DURATION!P95
            warehouse.task.run.count | count | | | !ACTIVITY!COUNT
            github.ci.duration_p90_minutes | gauge | minute | | !DURATION!P90
            warehouse.packaging.files.not_cached | gauge | | | !BACKLOG!NONE
            collector.health_fom.metric_count | gauge | | | !ACTIVITY!COUNT
            collector.health_fom.error_count | gauge | | | !ERROR!COUNT
            db.sql.txn.latency | count | | | !LEVEL!NONE
            health.ci.stale.fom | gauge | | | !SCORE!NONE
            redis.mem.used | gauge | byte | | !MEMORY!NONE
            parking.spaces.free | gauge | | | !LEVEL!NONE
            postgresql.queries.time | count | nanosecond | | Time spent executing queries!LEVEL!NONE
            elasticsearch.search.fetch.time | gauge | second | | !LEVEL!NONE
            gc.pauses | gauge | second | | Time spent in pauses!LEVEL!NONE
            node.busy | gauge | second | | Busy since the node started!LEVEL!NONE
            trace.web.request.duration | gauge | second | | !LEVEL!NONE
            trace.web.request | distribution | second | | !DURATION!NONE
            skypilot.jobs.runtime_buckets.1_4h | gauge | | | !LEVEL!NONE
            """)
    void tellsWhatAMetricIs(String metric, Role role, Statistic statistic) {
        assertThat(Kind.of(Team.metric(metric), words)).isEqualTo(new Kind(role, statistic));
    }
}
