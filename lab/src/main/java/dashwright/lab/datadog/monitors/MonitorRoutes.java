package dashwright.lab.datadog.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code /api/v1/monitor}: search, list, read, validate, create. */
public final class MonitorRoutes {
    private static final String READ = "monitors_read";
    private static final String ALL = "/api/v1/monitor";
    private static final Set<String> ON_METRICS = Set.of("metric alert", "query alert");
    private static final Set<String> TYPES = Set.of(
            "composite",
            "event alert",
            "event-v2 alert",
            "log alert",
            "metric alert",
            "process alert",
            "query alert",
            "rum alert",
            "service check",
            "synthetics alert",
            "trace-analytics alert",
            "slo alert",
            "audit alert",
            "ci-pipelines alert",
            "ci-tests alert",
            "error-tracking alert",
            "cost alert");

    private final MonitorStore store;

    /** Routes over a store. */
    public MonitorRoutes(MonitorStore store) {
        this.store = store;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", ALL + "/search", READ, (call, path) -> search(call)),
                Route.of("GET", ALL, READ, (call, path) -> {
                    ArrayNode all = Json.array();
                    store.all().forEach(all::add);
                    return Reply.json(all);
                }),
                Route.of("GET", ALL + "/{id}", READ, (call, path) -> one(path)),
                Route.of("POST", ALL + "/validate", READ, (call, path) -> {
                    check(call.jsonObject());
                    return Reply.json(Json.object());
                }),
                Route.of("POST", ALL, "monitors_write", (call, path) -> {
                    ObjectNode sent = call.jsonObject();
                    check(sent);
                    sent.remove("id");
                    return Reply.json(store.add(sent));
                }));
    }

    private Reply one(Map<String, String> path) {
        String id = path.getOrDefault("id", "");
        return store.all().stream()
                .filter(monitor -> monitor.path("id").asText().equals(id))
                .findFirst()
                .map(Reply::json)
                .orElseThrow(() -> Refusal.notFound("Monitor not found"));
    }

    private static void check(JsonNode monitor) {
        String type = monitor.path("type").asText("");
        if (!TYPES.contains(type)) {
            throw Refusal.badRequest("The value provided for parameter 'type' is invalid");
        }
        String query = monitor.path("query").asText("");
        boolean readable =
                !ON_METRICS.contains(type) || MonitorQuery.metricQuery(query).isPresent();
        if (query.isBlank() || !readable) {
            throw Refusal.badRequest("The value provided for parameter 'query' is invalid");
        }
    }

    private Reply search(Call call) {
        String query = call.parameter("query").orElse("");
        long page = call.whole("page", 0, 0, 1_000_000);
        long perPage = call.whole("per_page", 30, 1, 1_000);
        List<ObjectNode> found = store.all().stream()
                .filter(monitor -> SearchTerms.match(query, monitor))
                .sorted(order(call.parameter("sort").orElse("name,asc")))
                .toList();
        ObjectNode body = Json.object();
        ArrayNode monitors = body.putArray("monitors");
        List<ObjectNode> shown =
                found.stream().skip(page * perPage).limit(perPage).toList();
        shown.forEach(monitor -> monitors.add(result(monitor)));
        body.putObject("metadata")
                .put("page", page)
                .put("per_page", perPage)
                .put("page_count", shown.size())
                .put("total_count", found.size());
        body.set("counts", counts(found));
        return Reply.json(body);
    }

    private static Comparator<ObjectNode> order(String sort) {
        String[] parts = sort.split(",", 2);
        String field = parts[0].equals("status") ? "overall_state" : parts[0];
        if (!Set.of("name", "overall_state", "tags").contains(field)) {
            throw Refusal.badRequest("sort must name name, status or tags, and asc or desc, not " + sort);
        }
        Comparator<ObjectNode> order =
                Comparator.comparing(monitor -> monitor.path(field).toString());
        return parts.length > 1 && parts[1].equals("desc") ? order.reversed() : order;
    }

    private static ObjectNode result(ObjectNode monitor) {
        ObjectNode node = Json.object();
        for (String name : List.of("id", "name", "type", "query", "tags", "org_id")) {
            node.set(name, monitor.get(name));
        }
        node.put("status", monitor.path("overall_state").asText());
        node.put("classification", classification(monitor));
        node.set(
                "metrics", Json.texts(MonitorQuery.metrics(monitor.path("query").asText())));
        node.putArray("scopes").add("*");
        node.putArray("notifications");
        node.putNull("last_triggered_ts");
        node.putObject("creator").put("handle", "lab@example.com").put("name", "Lab");
        return node;
    }

    private static String classification(ObjectNode monitor) {
        String type = monitor.path("type").asText();
        return ON_METRICS.contains(type) ? "metric" : type.replaceFirst(" .*", "");
    }

    private static ObjectNode counts(Collection<ObjectNode> monitors) {
        ObjectNode counts = Json.object();
        counts.set(
                "status",
                count(monitors, each -> Stream.of(each.path("overall_state").asText())));
        counts.set("type", count(monitors, each -> Stream.of(classification(each))));
        counts.set(
                "tag",
                count(
                        monitors,
                        each -> StreamSupport.stream(each.path("tags").spliterator(), false)
                                .map(JsonNode::asText)));
        ArrayNode muted = counts.putArray("muted");
        muted.addObject().put("name", false).put("count", monitors.size());
        return counts;
    }

    private static ArrayNode count(Collection<ObjectNode> monitors, Function<ObjectNode, Stream<String>> values) {
        Map<String, Integer> counted = new TreeMap<>();
        monitors.forEach(monitor -> values.apply(monitor).forEach(value -> counted.merge(value, 1, Integer::sum)));
        ArrayNode counts = Json.array();
        counted.forEach((name, count) -> counts.addObject().put("name", name).put("count", count));
        return counts;
    }
}
