package dashwright.tools.metrics;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.Scope;
import dashwright.dashboards.query.SpaceAggregator;
import java.util.List;
import java.util.Map;

/** The query that fits a metric's type. */
final class SampleQuery {
    private SampleQuery() {}

    /** Counts and rates are added up; without {@code as_count} a rollup would average them. */
    static String of(Metric metric, Map<String, String> tags) {
        boolean counted = metric.type().isCounted();
        List<Scope> scope = tags.entrySet().stream()
                .<Scope>map(tag -> new Scope.TagMatch(tag.getKey(), tag.getValue()))
                .toList();
        try {
            return QueryPrinter.print(new Selector(
                    counted ? SpaceAggregator.SUM : SpaceAggregator.AVG,
                    metric.name(),
                    Scope.allOf(scope),
                    List.of(),
                    counted ? List.of(new Modifier("as_count", List.of())) : List.of()));
        } catch (IllegalArgumentException unwritable) {
            throw new ToolRefusal(
                    "These tags cannot be written in a query: " + unwritable.getMessage()
                            + "; give keys and values as the metric's description shows them",
                    unwritable);
        }
    }

    static String advice(MetricType type) {
        return switch (type) {
            case COUNT, RATE -> "sum:…{…}.as_count() for events or .as_rate() for events a second";
            case GAUGE -> "avg or max; sum only across senders that each report a part of their own";
            case DISTRIBUTION -> "avg, max, sum or count; p50 to p99 only where percentiles are enabled";
            case UNKNOWN -> "type not known: avg, and no as_count";
        };
    }
}
