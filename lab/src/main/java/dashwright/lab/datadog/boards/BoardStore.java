package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.world.World;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dashboards of the organisation. */
public final class BoardStore {
    /** Who writes through the API; the lab knows no users. */
    static final String AUTHOR = "lab@example.com";

    private final Map<String, Board> boards = new LinkedHashMap<>();
    private final ServerDefaults defaults = new ServerDefaults();
    private final InstantSource clock;

    /** The dashboards that a world begins with. They were accepted once, so they are not checked again. */
    public BoardStore(World world, InstantSource clock) {
        this.clock = clock;
        world.dashboards().forEach(text -> put(Json.read(text)));
    }

    private void put(JsonNode sent) {
        String id = sent.path("id").asText(defaults.nextId());
        ObjectNode body = defaults.added(sent, id, clock.instant(), clock.instant(), AUTHOR, true);
        copyIfPresent(sent, body, "author_handle", "author_name", "created_at", "modified_at");
        boards.put(id, new Board(id, body, Optional.empty()));
    }

    private static void copyIfPresent(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            if (from.hasNonNull(name)) {
                to.set(name, from.get(name));
            }
        }
    }

    synchronized Board create(JsonNode sent) {
        BoardForm.check(sent);
        String id = defaults.nextId();
        while (boards.containsKey(id)) {
            id = defaults.nextId();
        }
        ObjectNode body = defaults.added(sent, id, clock.instant(), clock.instant(), AUTHOR, false);
        Board board = new Board(id, body, Optional.empty());
        boards.put(id, board);
        return board;
    }

    synchronized Board update(String id, JsonNode sent) {
        Board before = get(id);
        BoardForm.check(sent);
        ObjectNode body = defaults.added(sent, id, clock.instant(), clock.instant(), AUTHOR, true);
        copyIfPresent(before.body(), body, "author_handle", "author_name", "created_at");
        Board after = new Board(id, body, Optional.empty());
        boards.put(id, after);
        return after;
    }

    /**
     * A dashboard that is there.
     *
     * @throws Refusal with status 404 where there is none, or it was deleted
     */
    synchronized Board get(String id) {
        Board board = boards.get(id);
        if (board == null || board.isDeleted()) {
            throw Refusal.notFound("Dashboard with ID " + id + " not found");
        }
        return board;
    }

    /** The body of a dashboard that is there; a copy. */
    public synchronized Optional<ObjectNode> body(String id) {
        return Optional.ofNullable(boards.get(id))
                .filter(board -> !board.isDeleted())
                .map(board -> board.body().deepCopy());
    }

    /** The bodies of all dashboards that are there, the oldest first; copies. */
    public synchronized List<ObjectNode> bodies() {
        return all(false).stream().map(board -> board.body().deepCopy()).toList();
    }

    synchronized List<Board> all(boolean deleted) {
        return boards.values().stream()
                .filter(board -> board.isDeleted() == deleted)
                .toList();
    }

    synchronized void delete(List<String> ids) {
        ids.forEach(this::get);
        ids.forEach(id -> boards.computeIfPresent(id, (any, board) -> board.deleted(clock.instant())));
    }

    synchronized void restore(List<String> ids) {
        for (String id : ids) {
            Board board = boards.get(id);
            if (board == null || !board.isDeleted()) {
                throw Refusal.notFound("Deleted dashboard with ID " + id + " not found");
            }
        }
        ids.forEach(id -> boards.computeIfPresent(id, (any, board) -> board.restored()));
    }
}
