package dashwright.tools.drafting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Parts;
import dashwright.catalog.TagSet;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.TimeRange;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Series.OfMetric;
import dashwright.dashboards.plan.TemplateVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out what splits the gauges of a plan before they are composed: whether a level is summed or averaged must not depend
 * on which tags someone happened to read before.
 */
final class SeriesSplits {
    /** Two reads each of the 100 that Datadog allows in an hour. */
    private static final int MOST_READS = 6;

    private static final int MOST_ASKED = 30;
    private static final int MOST_COMMON_KEYS = 4;

    /** Tags that Datadog itself puts on what hosts and clouds report (docs.datadoghq.com, "Assigning tags"). */
    private static final List<String> USUAL_KEYS = List.of("env", "host", "region");

    /** What Datadog puts for series without the tag that a query groups by. */
    private static final String NO_VALUE = "N/A";

    private final RequestPlanner.Knowledge knowledge;
    private final Optional<QueryRunner> runner;

    SeriesSplits(RequestPlanner.Knowledge knowledge, Optional<QueryRunner> runner) {
        this.knowledge = knowledge;
        this.runner = runner;
    }

    /** The catalog with what could be found out; where reads are spent, from the series that live data has. */
    Catalog of(DashboardPlan plan, Instant now) {
        Catalog known = knowledge.catalog();
        List<String> unread = unread(plan, known);
        if (unread.isEmpty()) {
            return known;
        }
        Catalog read = knowledge.enrich(onePerFamily(unread));
        List<String> left = unread(plan, read).stream().limit(MOST_ASKED).toList();
        return left.isEmpty() || runner.isEmpty()
                ? read
                : heard(read, left, plan, runner.get(), TimeRange.last(plan.window(), now));
    }

    /** The gauges whose joined level the plan shows and of which nothing tells what splits them, numbers first. */
    private static List<String> unread(DashboardPlan plan, Catalog catalog) {
        Comparator<Chart> numbersFirst = Comparator.comparing(chart -> chart.shape() != Panel.Shape.NUMBER);
        return plan.panels().stream()
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .sorted(numbersFirst)
                .flatMap(chart -> chart.series().stream())
                .filter(OfMetric.class::isInstance)
                .map(OfMetric.class::cast)
                .filter(series -> series.measure() == Measure.LATEST || series.measure() == Measure.AVERAGE)
                .filter(series -> series.by().isEmpty())
                .flatMap(series -> catalog.metric(series.metric()).stream())
                .filter(metric -> metric.type() == MetricType.GAUGE || metric.type() == MetricType.UNKNOWN)
                .filter(metric -> !Parts.areKnown(metric, catalog))
                .map(Metric::name)
                .distinct()
                .toList();
    }

    /** Metrics of one family share their sender, so one of them speaks for all. */
    private static List<String> onePerFamily(Collection<String> metrics) {
        Set<String> families = new HashSet<>();
        return metrics.stream()
                .filter(name -> families.add(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                .limit(MOST_READS)
                .toList();
    }

    private static Catalog heard(
            Catalog catalog, List<String> metrics, DashboardPlan plan, QueryRunner runner, TimeRange range) {
        List<QueryRequest> requests = metrics.stream()
                .map(name -> new QueryRequest(
                        name,
                        QueryRequest.Form.SCALAR,
                        List.of(query(name, likelyKeys(name, plan, catalog))),
                        List.of(),
                        range))
                .toList();
        List<Metric> found = new ArrayList<>();
        for (QueryResult result : runner.run(requests)) {
            if (result instanceof QueryResult.Answered answered) {
                catalog.metric(answered.id())
                        .map(metric -> split(metric, answered))
                        .ifPresent(found::add);
            }
        }
        return catalog.with(found);
    }

    /** The keys that are most common beside the metric, as a metric's senders tag all that they send. */
    private static Set<String> likelyKeys(String name, DashboardPlan plan, Catalog catalog) {
        Set<String> keys = new LinkedHashSet<>();
        plan.variables().stream().map(TemplateVariable::tag).forEach(keys::add);
        String namespace = name.substring(0, Math.max(0, name.indexOf('.') + 1));
        Map<String, Integer> times = new HashMap<>();
        catalog.metricsUnder(namespace)
                .forEach(metric -> metric.tags().keys().forEach(key -> times.merge(key, 1, Integer::sum)));
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_COMMON_KEYS)
                .forEach(keys::add);
        keys.addAll(USUAL_KEYS);
        return keys;
    }

    private static ObjectNode query(String metric, Set<String> keys) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "metrics")
                .put("name", "parts")
                .put("query", "avg:" + metric + "{*} by {" + String.join(",", keys) + "}")
                .put("aggregator", "last");
    }

    /** The metric with the tags that its series carry; whether it carries others stays unknown. */
    private static Metric split(Metric metric, QueryResult.Answered answered) {
        TagSet tags = metric.tags();
        List<Map.Entry<String, String>> seen = answered.series().stream()
                .flatMap(series -> series.group().entrySet().stream())
                .filter(tag -> Stream.of(NO_VALUE, "").noneMatch(tag.getValue()::equalsIgnoreCase))
                .distinct()
                .toList();
        for (Map.Entry<String, String> tag : seen) {
            tags = tags.plus(tag.getKey(), tag.getValue());
        }
        return metric.withTags(tags);
    }
}
