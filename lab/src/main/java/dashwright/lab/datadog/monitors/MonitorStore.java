package dashwright.lab.datadog.monitors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The monitors of the organisation. */
public final class MonitorStore {
    private static final long ORGANISATION = 1_234;

    private final Map<Long, ObjectNode> monitors = new TreeMap<>();
    private final InstantSource clock;
    private long lastId = 1_000;

    /** The monitors that a world begins with. */
    public MonitorStore(World world, InstantSource clock) {
        this.clock = clock;
        world.monitors().forEach(text -> add((ObjectNode) Json.read(text)));
    }

    /** Takes a monitor in and returns it as it is read back. */
    synchronized ObjectNode add(ObjectNode sent) {
        ObjectNode monitor = sent.deepCopy();
        long id = monitor.path("id").canConvertToLong() ? monitor.path("id").asLong() : ++lastId;
        lastId = Math.max(lastId, id);
        monitor.put("id", id).put("org_id", ORGANISATION);
        monitor.put("name", monitor.path("name").asText("Monitor " + id));
        monitor.put("message", monitor.path("message").asText(""));
        monitor.put("overall_state", monitor.path("overall_state").asText("No Data"));
        monitor.put("created", monitor.path("created").asText(clock.instant().toString()));
        monitor.put("modified", monitor.path("modified").asText(clock.instant().toString()));
        if (!monitor.path("tags").isArray()) {
            monitor.putArray("tags");
        }
        if (!monitor.path("options").isObject()) {
            monitor.putObject("options");
        }
        monitor.put("multi", monitor.path("query").asText().contains(" by {"));
        monitors.put(id, monitor);
        return monitor.deepCopy();
    }

    /** All monitors, by id; copies. */
    synchronized List<ObjectNode> all() {
        return monitors.values().stream().map(ObjectNode::deepCopy).toList();
    }
}
