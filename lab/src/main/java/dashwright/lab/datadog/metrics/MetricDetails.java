package dashwright.lab.datadog.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Scope;
import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.engine.LabMetric;
import dashwright.lab.datadog.engine.ScopeFilter;
import dashwright.lab.datadog.engine.Sender;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of one metric: metadata, tags, configurations, volumes. */
public final class MetricDetails {
    private static final long FOUR_HOURS = 14_400;
    private static final long WEEK = 604_800;
    private static final long LONGEST_CONFIGURATION_WINDOW = 2_630_000;

    private final MetricStore store;
    private final QueryLog queries;
    private final InstantSource clock;

    /** Details over a store. */
    public MetricDetails(MetricStore store, QueryLog queries, InstantSource clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /** The routes of the details. */
    public List<Route> routes() {
        return List.of(
                read("/api/v1/metrics/{metric}", this::metadata),
                read("/api/v2/metrics/{metric}/all-tags", this::allTags),
                read("/api/v2/metrics/{metric}/active-configurations", this::activeConfigurations),
                read("/api/v2/metrics/{metric}/tags", this::configuration),
                read("/api/v2/metrics/{metric}/tag-cardinalities", this::cardinalities),
                read("/api/v2/metrics/{metric}/volumes", this::volumes),
                read("/api/v2/metrics/{metric}/estimate", this::estimate));
    }

    private interface Detail {
        ObjectNode of(Call call, LabMetric metric);
    }

    private Route read(String template, Detail detail) {
        Route.Handler handler = (call, path) -> Reply.json(detail.of(call, metric(path)));
        return Route.of("GET", template, "metrics_read", handler).limitedBy(RateLimits.METRIC_RETRIEVAL);
    }

    private LabMetric metric(Map<String, String> path) {
        String name = path.getOrDefault("metric", "");
        return store.metric(name).orElseThrow(() -> Refusal.notFound("Metric " + name + " not found"));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private ObjectNode metadata(Call call, LabMetric metric) {
        ObjectNode body = Json.object();
        body.put("type", metric.type());
        put(body, "unit", metric.unit().unit());
        put(body, "per_unit", metric.unit().per());
        put(body, "description", metric.description());
        body.putNull("short_name");
        put(body, "integration", metric.integration());
        return body.putNull("statsd_interval");
    }

    /** What is not set is answered as null. */
    private static void put(ObjectNode body, String name, String value) {
        body.put(name, value.isEmpty() ? null : value);
    }

    private ObjectNode allTags(Call call, LabMetric metric) {
        long seconds = call.whole("window[seconds]", FOUR_HOURS, FOUR_HOURS, MetricStore.MONTH);
        Scope scope = call.parameter("filter[tags]").map(TagFilter::parse).orElse(Scope.EVERYTHING);
        long limit = call.whole("page[limit]", 1_000_000, 1, 1_000_000);
        String match = call.parameter("filter[match]").orElse("");
        boolean values = call.truth("filter[include_tag_values]").orElse(true);
        List<Sender> senders = store.reporting(metric, now(), seconds).stream()
                .filter(sender -> ScopeFilter.matches(scope, sender.tags()))
                .toList();
        Collection<String> tags = values ? MetricJson.tags(senders) : MetricJson.tagKeys(senders);
        ObjectNode data = MetricJson.resource("metrics", metric.name());
        ObjectNode attributes = data.putObject("attributes");
        attributes.set(
                "tags",
                Json.texts(tags.stream()
                        .filter(tag -> tag.contains(match))
                        .limit(limit)
                        .toList()));
        attributes.set("ingested_tags", Json.array());
        return Json.object().set("data", data);
    }

    private ObjectNode activeConfigurations(Call call, LabMetric metric) {
        long seconds = call.whole("window[seconds]", WEEK, 7_200, LONGEST_CONFIGURATION_WINDOW);
        Optional<QueryLog.Asked> asked = queries.since(metric.name(), now() - seconds);
        ObjectNode data = MetricJson.resource("actively_queried_configurations", metric.name());
        ObjectNode attributes = data.putObject("attributes");
        attributes.set("active_tags", Json.texts(asked.map(QueryLog.Asked::tags).orElse(new TreeSet<>())));
        ArrayNode aggregations = attributes.putArray("active_aggregations");
        asked.ifPresent(known -> known.aggregators().stream()
                .filter(Set.of("avg", "sum", "min", "max")::contains)
                .forEach(space ->
                        aggregations.addObject().put("space", space).put("time", metric.isCounted() ? "sum" : "avg")));
        return Json.object().set("data", data);
    }

    private ObjectNode configuration(Call call, LabMetric metric) {
        if (!MetricJson.isConfigured(metric)) {
            throw Refusal.notFound("Tag configuration for metric " + metric.name() + " not found");
        }
        return Json.object().set("data", MetricJson.configuration(metric));
    }

    private ObjectNode cardinalities(Call call, LabMetric metric) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Sender sender : store.reporting(metric, now(), WEEK)) {
            sender.tags()
                    .forEach((key, value) ->
                            values.computeIfAbsent(key, any -> new HashSet<>()).add(value));
        }
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        values.forEach((key, distinct) -> data.add(MetricJson.resource("tag_cardinality", key)
                .set("attributes", Json.object().put("cardinality_delta", distinct.size()))));
        body.putObject("meta").put("metric_name", metric.name());
        return body;
    }

    private ObjectNode volumes(Call call, LabMetric metric) {
        long volume = store.reporting(metric, now(), 3_600).size();
        boolean configured = MetricJson.isConfigured(metric);
        ObjectNode data = MetricJson.resource(configured ? "metric_volumes" : "distinct_metric_volumes", metric.name());
        ObjectNode attributes = data.putObject("attributes");
        if (configured) {
            attributes.put("ingested_volume", volume).put("indexed_volume", volume);
        } else {
            attributes.put("distinct_volume", volume);
        }
        return Json.object().set("data", data);
    }

    private ObjectNode estimate(Call call, LabMetric metric) {
        List<Sender> senders = store.reporting(metric, now(), call.whole("filter[timespan_h]", 1, 1, 720) * 3_600);
        Optional<String> groups = call.parameter("filter[groups]");
        long outputs = groups.map(keys -> combinations(senders, List.of(keys.split(","))))
                .orElse((long) senders.size());
        boolean percentiles = call.truth("filter[pct]").orElse(false);
        String type = metric.isDistribution() ? (percentiles ? "percentile" : "distribution") : "count_or_gauge";
        ObjectNode data = MetricJson.resource("metric_cardinality_estimate", metric.name());
        data.putObject("attributes")
                .put("estimate_type", type)
                .put("estimated_at", clock.instant().toString())
                .put("estimated_output_series", outputs);
        return Json.object().set("data", data);
    }

    private static long combinations(List<Sender> senders, List<String> keys) {
        return senders.stream()
                .map(sender -> keys.stream()
                        .map(key -> sender.tags().getOrDefault(key.strip(), ""))
                        .toList())
                .distinct()
                .count();
    }
}
