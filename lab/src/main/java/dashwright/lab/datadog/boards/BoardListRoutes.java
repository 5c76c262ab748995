package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** {@code /api/v1/dashboard/lists/manual}, and the dashboards on them under {@code /api/v2}. */
public final class BoardListRoutes {
    private static final String READ = "dashboards_read";
    private static final String WRITE = "dashboards_write";
    private static final String LISTS = "/api/v1/dashboard/lists/manual";
    private static final String ITEMS = "/api/v2/dashboard/lists/manual/{list}/dashboards";

    private final BoardStore boards;
    private final InstantSource clock;
    private final Map<Long, BoardList> lists = new TreeMap<>();
    private long lastId = 100;

    /** Lists of the dashboards of a store. */
    public BoardListRoutes(BoardStore boards, InstantSource clock) {
        this.boards = boards;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", LISTS, READ, (call, path) -> all()),
                Route.of("POST", LISTS, WRITE, (call, path) -> create(call)),
                Route.of("GET", LISTS + "/{list}", READ, (call, path) -> Reply.json(json(list(path)))),
                Route.of("PUT", LISTS + "/{list}", WRITE, this::rename),
                Route.of("DELETE", LISTS + "/{list}", WRITE, (call, path) -> delete(list(path))),
                Route.of("GET", ITEMS, READ, (call, path) -> items(list(path))),
                Route.of(
                        "POST",
                        ITEMS,
                        WRITE,
                        (call, path) -> change(call, path, "added_dashboards_to_list", BoardList::and)),
                Route.of("PUT", ITEMS, WRITE, (call, path) -> change(call, path, "dashboards", (list, ids) -> ids)),
                Route.of(
                        "DELETE",
                        ITEMS,
                        WRITE,
                        (call, path) -> change(call, path, "deleted_dashboards_from_list", BoardList::without)));
    }

    private synchronized BoardList list(Map<String, String> path) {
        String id = path.getOrDefault("list", "");
        BoardList list = id.matches("\\d{1,18}") ? lists.get(Long.parseLong(id)) : null;
        if (list == null) {
            throw Refusal.notFound("Manual Dashboard List with id " + id + " not found");
        }
        return list;
    }

    private synchronized Reply all() {
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("dashboard_lists");
        lists.values().forEach(list -> all.add(json(list)));
        return Reply.json(body);
    }

    private synchronized Reply create(Call call) {
        BoardList list = new BoardList(++lastId, name(call), clock.instant(), clock.instant(), List.of());
        lists.put(list.id(), list);
        return Reply.json(json(list));
    }

    private synchronized Reply rename(Call call, Map<String, String> path) {
        BoardList list = list(path).named(name(call), clock.instant());
        lists.put(list.id(), list);
        return Reply.json(json(list));
    }

    private static String name(Call call) {
        String name = call.jsonObject().path("name").asText("");
        if (name.isBlank()) {
            throw Refusal.badRequest("'name' is a required property");
        }
        return name;
    }

    private synchronized Reply delete(BoardList list) {
        lists.remove(list.id());
        return Reply.json(Json.object().put("deleted_dashboard_list_id", list.id()));
    }

    private Reply items(BoardList list) {
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("dashboards");
        for (String id : list.boards()) {
            boards.body(id).ifPresent(board -> items.add(item(board)));
        }
        return Reply.json(body.put("total", items.size()));
    }

    private static ObjectNode item(ObjectNode board) {
        ObjectNode item = Json.object().put("id", board.path("id").asText()).put("type", type(board));
        item.set("title", board.get("title"));
        item.set("url", board.get("url"));
        item.set("created", board.get("created_at"));
        item.set("modified", board.get("modified_at"));
        item.putObject("author").put("handle", board.path("author_handle").asText());
        return item.put("is_favorite", false)
                .put("is_read_only", false)
                .put("is_shared", false)
                .put("popularity", 0);
    }

    private static String type(ObjectNode board) {
        return board.path("layout_type").asText().equals("free") ? "custom_screenboard" : "custom_timeboard";
    }

    private synchronized Reply change(
            Call call, Map<String, String> path, String answer, BiFunction<BoardList, List<String>, List<String>> how) {
        BoardList list = list(path);
        List<String> ids = ids(call.jsonObject().path("dashboards"));
        lists.put(list.id(), list.with(how.apply(list, ids), clock.instant()));
        ObjectNode body = Json.object();
        ArrayNode changed = body.putArray(answer);
        ids.forEach(id -> changed.addObject()
                .put("id", id)
                .put("type", type(boards.get(id).body())));
        return Reply.json(body);
    }

    private List<String> ids(JsonNode entries) {
        if (!entries.isArray()) {
            throw Refusal.badRequest("'dashboards' must be an array of {\"id\":…,\"type\":…}");
        }
        List<String> ids = new ArrayList<>();
        entries.forEach(entry -> ids.add(boards.get(entry.path("id").asText()).id()));
        return ids;
    }

    private static ObjectNode json(BoardList list) {
        ObjectNode node = Json.object().put("id", list.id()).put("name", list.name());
        node.put("type", "manual_dashboard_list").put("is_favorite", false);
        node.put("dashboard_count", list.boards().size());
        node.put("created", ServerDefaults.time(list.created())).put("modified", ServerDefaults.time(list.modified()));
        node.putObject("author").put("handle", BoardStore.AUTHOR).put("name", "Lab");
        return node;
    }
}
