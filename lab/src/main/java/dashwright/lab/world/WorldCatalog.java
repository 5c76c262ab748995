package dashwright.lab.world;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;

/** A world's metrics as the catalog file that {@code --catalog FILE} takes. */
public final class WorldCatalog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WorldCatalog() {}

    /** One JSON object a metric, in the world's order; {@code tags} are {@code key:value} texts. */
    public static List<String> lines(World world) {
        return world.metrics().stream().map(WorldCatalog::line).toList();
    }

    private static String line(WorldMetric metric) {
        ObjectNode line = JSON.createObjectNode();
        line.put("name", metric.name());
        line.put("type", metric.type());
        line.put("unit", metric.unit());
        line.put("per_unit", metric.perUnit());
        line.put("description", metric.description());
        line.put("integration", metric.integration());
        TreeSet<String> tags = new TreeSet<>();
        for (WorldSeries series : metric.series()) {
            series.tags().forEach((key, value) -> tags.add(key + ':' + value));
        }
        ArrayNode list = line.putArray("tags");
        tags.forEach(list::add);
        return line.toString();
    }
}
