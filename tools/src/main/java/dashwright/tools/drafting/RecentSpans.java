package dashwright.tools.drafting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.TimeRange;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Series.OfMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far back the numbers that say "now" look. Datadog answers for a long window in long intervals, so that the last value
 * of a week is the mean of an hour, and that of a month the mean of four.
 */
final class RecentSpans {
    /** Answered minute by minute, and longer than most looks at the world are apart. */
    private static final List<Duration> SPANS = List.of(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(2));

    private final Optional<QueryRunner> runner;

    RecentSpans(Optional<QueryRunner> runner) {
        this.runner = runner;
    }

    /**
     * The shortest span in which each such number's metrics report, by the panel's id; none where that is the board's window,
     * or where there is no live data to tell.
     */
    Map<String, Duration> of(DashboardPlan plan, Instant now) {
        List<Duration> shorter =
                SPANS.stream().filter(span -> span.compareTo(plan.window()) < 0).toList();
        List<Chart> numbers = plan.panels().stream()
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .filter(RecentSpans::saysNow)
                .toList();
        if (runner.isEmpty() || shorter.isEmpty() || numbers.isEmpty()) {
            return Map.of();
        }
        Set<String> heard = heard(numbers, shorter, now, runner.get());
        Map<String, Duration> spans = new HashMap<>();
        for (Chart chart : numbers) {
            shorter.stream()
                    .filter(span -> metrics(chart).stream().allMatch(metric -> heard.contains(id(metric, span))))
                    .findFirst()
                    .ifPresent(span -> spans.put(chart.id(), span));
        }
        return spans;
    }

    private static boolean saysNow(Chart chart) {
        return chart.shape() == Panel.Shape.NUMBER
                && chart.window() == null
                && chart.series().stream()
                        .allMatch(series -> series instanceof OfMetric && series.measure() == Measure.LATEST);
    }

    private static Set<String> heard(List<Chart> numbers, List<Duration> spans, Instant now, QueryRunner runner) {
        List<QueryRequest> requests = new ArrayList<>();
        numbers.stream()
                .flatMap(chart -> metrics(chart).stream())
                .distinct()
                .forEach(metric -> spans.forEach(span -> requests.add(new QueryRequest(
                        id(metric, span),
                        QueryRequest.Form.SCALAR,
                        List.of(JsonNodeFactory.instance
                                .objectNode()
                                .put("data_source", "metrics")
                                .put("name", "value")
                                .put("query", "avg:" + metric + "{*}")
                                .put("aggregator", "last")),
                        List.of(),
                        TimeRange.last(span, now)))));
        Set<String> heard = new HashSet<>();
        for (QueryResult result : runner.run(requests)) {
            if (result instanceof QueryResult.Answered answered
                    && answered.series().stream()
                            .flatMap(series -> series.points().stream())
                            .map(Point::value)
                            .anyMatch(Objects::nonNull)) {
                heard.add(answered.id());
            }
        }
        return heard;
    }

    private static List<String> metrics(Chart chart) {
        return chart.series().stream()
                .filter(OfMetric.class::isInstance)
                .map(series -> ((OfMetric) series).metric())
                .toList();
    }

    private static String id(String metric, Duration span) {
        return metric + " " + span;
    }
}
