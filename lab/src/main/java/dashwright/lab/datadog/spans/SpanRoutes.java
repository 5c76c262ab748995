package dashwright.lab.datadog.spans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.engine.Frame;
import dashwright.lab.datadog.engine.QueryRefused;
import dashwright.lab.datadog.engine.Window;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** {@code POST /api/v2/spans/analytics/aggregate} and {@code /events/search}. */
public final class SpanRoutes {
    private final SpanStore store;
    private final InstantSource clock;
    private final SpanList list;

    /** Endpoints over a store. */
    public SpanRoutes(SpanStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.list = new SpanList(store);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                read("/api/v2/spans/analytics/aggregate", this::aggregate),
                read("/api/v2/spans/events/search", attributes -> list.answer(attributes, clock.instant())));
    }

    private static Route read(String template, Function<JsonNode, ObjectNode> answer) {
        Route.Handler handler = (call, path) -> {
            try {
                return Reply.json(answer.apply(attributes(call)));
            } catch (QueryRefused refused) {
                throw invalid(refused.reason());
            }
        };
        return Route.of("POST", template, "apm_read", handler).limitedBy(RateLimits.SPANS);
    }

    private static JsonNode attributes(Call call) {
        JsonNode attributes = call.json().path("data").path("attributes");
        if (!attributes.isObject()) {
            throw invalid("data.attributes is required");
        }
        return attributes;
    }

    /** The spans endpoints answer errors as JSON:API objects (recorded). */
    private static Refusal invalid(String detail) {
        ObjectNode body = Json.object();
        body.putArray("errors").addObject().put("title", "Unprocessable Entity").put("detail", detail);
        return new Refusal(Reply.json(422, body));
    }

    private ObjectNode aggregate(JsonNode attributes) {
        Instant now = clock.instant();
        SpanFilter filter = SpanFilter.read(attributes.path("filter"), now);
        List<SpanQuery.Group> groups = SpanQuery.groups(attributes.path("group_by"));
        List<JsonNode> computes = new ArrayList<>();
        attributes.path("compute").forEach(computes::add);
        if (computes.isEmpty()) {
            computes.add(Json.object().put("aggregation", "count"));
        }
        List<Bucket> buckets = buckets(filter, groups, computes, now);
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        for (int i = 0; i < buckets.size(); i++) {
            data.add(json(i, buckets.get(i)));
        }
        body.set("meta", meta());
        return body;
    }

    /** A group and its computed values, with the first of them as a number to sort by. */
    private record Bucket(SortedMap<String, String> by, ObjectNode computes, double order) {}

    private List<Bucket> buckets(
            SpanFilter filter, List<SpanQuery.Group> groups, List<JsonNode> computes, Instant now) {
        SpanQuery first = new SpanQuery(filter.spans(), Compute.read(computes.getFirst()), 0, groups);
        List<Bucket> buckets = new ArrayList<>();
        for (Map.Entry<SortedMap<String, String>, List<SpanKind>> group :
                store.grouped(first).entrySet()) {
            SpanTotals totals = SpanStore.totals(group.getValue(), filter.from(), filter.to(), first.compute());
            if (!totals.isEmpty() || groups.isEmpty()) {
                ObjectNode values = Json.object();
                for (int i = 0; i < computes.size(); i++) {
                    values.set("c" + i, value(computes.get(i), filter, group.getValue(), now));
                }
                buckets.add(new Bucket(group.getKey(), values, totals.value()));
            }
        }
        Comparator<Bucket> order = Comparator.comparingDouble(Bucket::order);
        buckets.sort(first.descending() ? order.reversed() : order);
        return buckets.subList(0, Math.min(buckets.size(), first.limit()));
    }

    private static JsonNode value(JsonNode node, SpanFilter filter, List<SpanKind> members, Instant now) {
        Compute compute = Compute.read(node);
        if (!node.path("type").asText("total").equals("timeseries")) {
            SpanTotals totals = SpanStore.totals(members, filter.from(), filter.to(), compute);
            return Json.number(totals.value());
        }
        Window window = Window.of(filter.from(), filter.to(), now.getEpochSecond());
        SpanQuery query = new SpanQuery(members::contains, compute, interval(node), List.of());
        ArrayNode points = Json.array();
        Frame frame = SpanStore.of(members).lines(query, window);
        frame.lines().forEach(line -> {
            for (int i = 0; i < frame.times().length; i++) {
                ObjectNode point = points.addObject();
                point.put("time", Instant.ofEpochSecond(frame.times()[i]).toString());
                point.set("value", Json.number(line.values()[i]));
            }
        });
        return points;
    }

    /** Intervals are written as {@code 5m}. */
    private static long interval(JsonNode node) {
        String text = node.path("interval").asText("");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,6}[smhd]")) {
            throw new QueryRefused("an interval is as '5m', not '" + text + "'");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> count;
            case 'm' -> count * 60;
            case 'h' -> count * 3_600;
            default -> count * 86_400;
        };
    }

    private static ObjectNode json(int index, Bucket bucket) {
        ObjectNode node = Json.object().put("id", "bucket-" + index).put("type", "bucket");
        ObjectNode attributes = node.putObject("attributes");
        ObjectNode by = attributes.putObject("by");
        bucket.by().forEach(by::put);
        attributes.set("compute", bucket.computes());
        attributes.set("computes", bucket.computes());
        return node;
    }

    static ObjectNode meta() {
        return Json.object().put("elapsed", 1).put("request_id", "lab").put("status", "done");
    }
}
