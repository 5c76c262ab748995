package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Parts;
import dashwright.dashboards.compose.Aggregation.Fitting;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.SpaceAggregator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Series of metrics to Datadog's metric queries. */
final class MetricQueries {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    private MetricQueries() {}

    /** The query definition; what cannot be asked goes to the report. */
    static ObjectNode query(Series.OfMetric series, Reading reading, PanelReport report, String inner) {
        Metric metric = reading.catalog().metric(series.metric()).orElseGet(() -> Metric.named(series.metric()));
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "metrics")
                .put("name", series.id());
        switch (aggregation(series, metric, reading)) {
            case Fitting fitting -> {
                node.put("query", QueryPrinter.print(expression(series, metric, fitting, reading)));
                if (reading.isScalar()) {
                    node.put("aggregator", fitting.scalar());
                }
            }
            case Aggregation.Misfit misfit ->
                report.add(
                        "measure-unfit",
                        inner + ".measure",
                        "%s of %s cannot be shown: %s"
                                .formatted(
                                        series.measure().name().toLowerCase(Locale.ROOT),
                                        metric.name(),
                                        misfit.message()),
                        misfit.fix());
        }
        return node;
    }

    /** The newest value of a gauge of which each part of the world has its own is the sum of the parts. */
    private static Aggregation aggregation(Series.OfMetric series, Metric metric, Reading reading) {
        Optional<SpaceAggregator> extreme = Extremes.of(metric);
        if (extreme.isPresent() && series.measure() == Measure.LATEST) {
            return new Fitting(extreme.get(), List.of(), "last");
        }
        if (extreme.isPresent() && series.measure() == Measure.AVERAGE) {
            return new Fitting(extreme.get(), List.of(), extreme.get().name());
        }
        boolean parts = series.measure() == Measure.LATEST
                && Parts.of(metric, closed(series, reading), reading.catalog()).adding();
        return parts
                ? new Fitting(SpaceAggregator.SUM, List.of(), "last")
                : Aggregation.of(metric.type(), series.measure());
    }

    private static Set<String> closed(Series.OfMetric series, Reading reading) {
        Set<String> closed = new HashSet<>(series.by());
        series.filters().stream()
                .filter(filter -> !filter.excluded()
                        && filter.values().size() == 1
                        && filter.values().getFirst().indexOf('*') < 0)
                .forEach(filter -> closed.add(filter.key()));
        reading.variables().stream()
                .filter(variable -> variable.defaults().size() == 1
                        && variable.defaults().getFirst().indexOf('*') < 0)
                .forEach(variable -> closed.add(variable.tag()));
        return closed;
    }

    private static Expression expression(Series.OfMetric series, Metric metric, Fitting fitting, Reading reading) {
        Selector selector = new Selector(
                fitting.space(),
                metric.name(),
                Scopes.of(series.filters(), reading.variables(), metric.tags()),
                series.by(),
                modifiers(series, fitting, reading));
        if (series.measure() != Measure.DISTINCT) {
            return selector;
        }
        // https://docs.datadoghq.com/dashboards/functions/count/: of a grouped query, both count its groups at each
        // point.
        String function = metric.type() == MetricType.GAUGE || metric.type() == MetricType.UNKNOWN
                ? "count_not_null"
                : "count_nonzero";
        return new FunctionCall(function, List.of(selector));
    }

    private static List<Modifier> modifiers(Series.OfMetric series, Fitting fitting, Reading reading) {
        Duration interval = interval(series, reading);
        if (!fitting.addsUp() || interval.isZero()) {
            return fitting.modifiers();
        }
        List<Modifier> modifiers = new ArrayList<>(fitting.modifiers());
        modifiers.add(new Modifier("rollup", List.of("sum", String.valueOf(interval.toSeconds()))));
        return modifiers;
    }

    /**
     * How long the intervals are in which events are added up, zero for Datadog's choice. Who is active by its events is
     * asked over a quarter of the window, as within a minute many have none.
     */
    private static Duration interval(Series.OfMetric series, Reading reading) {
        if (series.measure() == Measure.DISTINCT && reading.isScalar()) {
            Duration quarter = Duration.ofMinutes(reading.window().dividedBy(4).toMinutes());
            return quarter.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : quarter;
        }
        return reading.barLength();
    }
}
