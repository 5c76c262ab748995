package dashwright.tools.metrics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.Series;
import dashwright.dashboards.live.TimeRange;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at a metric's values, in the way that fits its type. */
public final class MetricSampler {
    /** The shortest window: many metrics report once a minute or less often. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** The longest window. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_TAGS = 10;

    private final Knowledge knowledge;
    private final QueryRunner runner;
    private final InstantSource clock;

    /** A sampler over live data. */
    public MetricSampler(Knowledge knowledge, QueryRunner runner, InstantSource clock) {
        this.knowledge = knowledge;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * The values of a metric up to now.
     *
     * @param name its full name
     * @param tags what to look at, key to value; a value may begin or end with {@code *}; empty for everything
     * @param window how far back, from {@link #SHORTEST} to {@link #LONGEST}
     * @throws ToolRefusal where there is no such metric, the window is out of bounds, or Datadog refuses the query
     */
    public MetricSample sample(String name, Map<String, String> tags, Duration window) {
        check(tags, window);
        Metric metric = typed(Inputs.metric(knowledge.catalog(), knowledge.search(), name));
        SortedMap<String, String> scope = new TreeMap<>(tags);
        String query = SampleQuery.of(metric, scope);
        TimeRange range = TimeRange.last(window, clock.instant());
        return switch (run(query, range)) {
            case QueryResult.Answered answered when answered.pointCount() > 0 -> data(metric, query, range, answered);
            case QueryResult.Answered _ -> new NoData(knowledge, metric, scope, query, range).explain();
            case QueryResult.Failed failed when failed.refused() -> throw new ToolRefusal(failed.reason());
            case QueryResult.Failed failed -> new MetricSample.Unanswered(query, range, failed.reason());
        };
    }

    private static void check(Map<String, String> tags, Duration window) {
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new ToolRefusal("The window is " + CatalogWords.words(window) + "; it must be from "
                    + SHORTEST.toMinutes() + " minutes to " + LONGEST.toDays() + " days");
        }
        if (tags.size() > MOST_TAGS) {
            throw new ToolRefusal("There are " + tags.size() + " tags; give at most " + MOST_TAGS);
        }
    }

    /** Counts must be added up and gauges must not, so the type is worth a read. */
    private Metric typed(Metric metric) {
        if (metric.type() != MetricType.UNKNOWN || metric.described()) {
            return metric;
        }
        return knowledge.describe(List.of(metric.name())).metric(metric.name()).orElse(metric);
    }

    private QueryResult run(String query, TimeRange range) {
        ObjectNode definition = JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "metrics")
                .put("name", "a")
                .put("query", query);
        QueryRequest request =
                new QueryRequest("sample", QueryRequest.Form.TIMESERIES, List.of(definition), List.of(), range);
        return runner.run(List.of(request)).getFirst();
    }

    private static MetricSample data(Metric metric, String query, TimeRange range, QueryResult.Answered answered) {
        Series series = answered.series().stream()
                .filter(line -> line.points().stream().anyMatch(point -> point.value() != null))
                .findFirst()
                .orElseThrow();
        List<Point> points = series.points();
        Unit unit = series.unit().isNone() ? metric.unit() : series.unit();
        return Course.of(points, metric.type().isCounted()).sample(query, range, unit);
    }
}
