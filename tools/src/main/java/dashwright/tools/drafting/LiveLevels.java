package dashwright.tools.drafting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.TimeRange;
import dashwright.tools.drafting.RequestPlanner.Knowledge.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from live data what gauges read now and a day ago. */
final class LiveLevels {
    private static final Duration DAY = Duration.ofDays(1);

    private final QueryRunner runner;
    private final InstantSource clock;

    LiveLevels(QueryRunner runner, InstantSource clock) {
        this.runner = runner;
        this.clock = clock;
    }

    Map<String, Level> of(Collection<String> metrics) {
        TimeRange day = TimeRange.last(DAY, clock.instant());
        List<QueryRequest> requests = metrics.stream()
                .distinct()
                .map(metric -> new QueryRequest(
                        metric,
                        QueryRequest.Form.SCALAR,
                        List.of(query(metric)),
                        List.of("value", "day_before(value)"),
                        day))
                .toList();
        Map<String, Level> levels = new LinkedHashMap<>();
        for (QueryResult result : requests.isEmpty() ? List.<QueryResult>of() : runner.run(requests)) {
            level(result).ifPresent(level -> levels.put(result.id(), level));
        }
        return levels;
    }

    private static ObjectNode query(String metric) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "metrics")
                .put("name", "value")
                .put("query", "avg:" + metric + "{*}")
                .put("aggregator", "last");
    }

    private static Optional<Level> level(QueryResult result) {
        return switch (result) {
            case QueryResult.Failed failed -> Optional.empty();
            case QueryResult.Answered answered ->
                Optional.ofNullable(value(answered, 0)).map(now -> new Level(now, value(answered, 1)));
        };
    }

    private static @Nullable Double value(QueryResult.Answered answered, int formula) {
        return answered.series().stream()
                .filter(series -> series.formula() == formula)
                .flatMap(series -> series.points().stream())
                .map(Point::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
