package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.util.ArrayList;
import java.util.List;

/** {@code /api/v1/dashboard}: list, create, read, update, delete, restore. */
public final class BoardRoutes {
    private static final String READ = "dashboards_read";
    private static final String WRITE = "dashboards_write";
    private static final String ALL = "/api/v1/dashboard";
    private static final String ONE = ALL + "/{id}";

    private final BoardStore store;

    /** Routes over a store. */
    public BoardRoutes(BoardStore store) {
        this.store = store;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", ALL, READ, (call, path) -> list(call)).limitedBy(RateLimits.DASHBOARD_LIST),
                Route.of(
                        "POST",
                        ALL,
                        WRITE,
                        (call, path) ->
                                Reply.json(store.create(call.jsonObject()).body())),
                Route.of("DELETE", ALL, WRITE, (call, path) -> {
                    store.delete(ids(call));
                    return Reply.nothing();
                }),
                Route.of("PATCH", ALL, WRITE, (call, path) -> {
                    store.restore(ids(call));
                    return Reply.nothing();
                }),
                Route.of(
                        "GET",
                        ONE,
                        READ,
                        (call, path) -> Reply.json(
                                store.get(path.getOrDefault("id", "")).body())),
                Route.of(
                        "PUT",
                        ONE,
                        WRITE,
                        (call, path) -> Reply.json(store.update(path.getOrDefault("id", ""), call.jsonObject())
                                .body())),
                Route.of("DELETE", ONE, WRITE, (call, path) -> deleteOne(path.getOrDefault("id", ""))));
    }

    private Reply list(Call call) {
        boolean deleted = call.truth("filter[deleted]").orElse(false);
        boolean shared = call.truth("filter[shared]").orElse(false);
        if (deleted && shared) {
            throw Refusal.badRequest("filter[deleted] and filter[shared] cannot be combined");
        }
        long start = call.whole("start", 0, 0, Long.MAX_VALUE);
        long count = call.whole("count", 100, 1, 10_000);
        ObjectNode body = Json.object();
        ArrayNode summaries = body.putArray("dashboards");
        if (!shared) {
            store.all(deleted).stream()
                    .skip(start)
                    .limit(count)
                    .map(BoardRoutes::summary)
                    .forEach(summaries::add);
        }
        return Reply.json(body);
    }

    private static ObjectNode summary(Board board) {
        ObjectNode summary = Json.object();
        for (String name : List.of(
                "id",
                "title",
                "description",
                "layout_type",
                "url",
                "is_read_only",
                "created_at",
                "modified_at",
                "author_handle")) {
            summary.set(name, board.body().get(name));
        }
        board.deletedAt().ifPresent(at -> summary.put("deleted_at", ServerDefaults.time(at)));
        return summary;
    }

    private Reply deleteOne(String id) {
        store.delete(List.of(id));
        return Reply.json(Json.object().put("deleted_dashboard_id", id));
    }

    /** {@code {"data":[{"id":…,"type":"dashboard"}]}}. */
    private static List<String> ids(Call call) {
        JsonNode data = call.jsonObject().path("data");
        if (!data.isArray() || data.isEmpty()) {
            throw Refusal.badRequest("'data' must be an array of at least one {\"id\":…,\"type\":\"dashboard\"}");
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : data) {
            if (!entry.path("type").asText().equals("dashboard")
                    || !entry.path("id").isTextual()) {
                throw Refusal.badRequest("an entry of 'data' is {\"id\":…,\"type\":\"dashboard\"}, not " + entry);
            }
            ids.add(entry.path("id").asText());
        }
        return ids;
    }
}
