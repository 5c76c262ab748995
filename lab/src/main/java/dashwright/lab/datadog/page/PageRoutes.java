package dashwright.lab.datadog.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.boards.BoardStore;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import dashwright.lab.datadog.metrics.MetricStore;
import dashwright.lab.datadog.query.SecondVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** {@code /dashboard} and {@code /dashboard/{id}}: pages for people, and what they load. */
public final class PageRoutes {
    private final BoardStore boards;
    private final BoardData data;
    private final InstantSource clock;

    /** Pages of these boards. */
    public PageRoutes(BoardStore boards, SecondVersion queries, MetricStore metrics, InstantSource clock) {
        this.boards = boards;
        this.data = new BoardData(queries, metrics, clock);
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/", (call, path) -> new Reply(302, "", Map.of("Location", "/dashboard"), "")),
                Route.open("GET", "/dashboard", (call, path) -> Resources.file("index.html")),
                Route.open("GET", "/dashboard/lists", (call, path) -> Resources.file("index.html")),
                Route.open("GET", "/dashboard/{id}", (call, path) -> board(path)),
                Route.open("GET", "/dashboard/{id}/{slug}", (call, path) -> board(path)),
                Route.open("GET", "/lab/page/{file}", (call, path) -> Resources.file(path.getOrDefault("file", ""))),
                Route.open("GET", "/lab/boards", (call, path) -> list()),
                Route.open(
                        "GET",
                        "/lab/board/{id}/data",
                        (call, path) -> Reply.json(data.json(
                                boards.body(path.getOrDefault("id", ""))
                                        .orElseThrow(() -> Refusal.notFound("There is no such dashboard")),
                                call.parameters()))));
    }

    private Reply board(Map<String, String> path) {
        boolean there = boards.body(path.getOrDefault("id", "")).isPresent();
        Reply page = Resources.file(there ? "board.html" : "missing.html");
        return there ? page : new Reply(404, page.contentType(), page.headers(), page.body());
    }

    private Reply list() {
        ObjectNode body = Json.object().put("now", clock.instant().toString());
        ArrayNode all = body.putArray("boards");
        for (ObjectNode board : boards.bodies()) {
            ObjectNode entry = all.addObject();
            for (String name : List.of("id", "title", "description", "url", "author_handle", "modified_at")) {
                entry.set(name, board.get(name));
            }
            entry.put("widgets", widgets(board.path("widgets")));
        }
        return Reply.json(body);
    }

    /** How many widgets there are, those in groups in the place of their groups. */
    private static int widgets(JsonNode widgets) {
        int count = 0;
        for (JsonNode widget : widgets) {
            JsonNode inner = widget.path("definition").path("widgets");
            count += inner.isArray() ? widgets(inner) : 1;
        }
        return count;
    }
}
