package dashwright.dashboards.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Tabs name widgets by ids, which the server gives. Their positions say the same and stay: {@code @1} is the first
 * widget, as in the form that Datadog accepts from declarative tools.
 */
final class Tabs {
    private Tabs() {}

    static void replaceIds(ObjectNode board) {
        Map<String, String> positions = positions(board.path("widgets"));
        for (JsonNode tab : board.path("tabs")) {
            if (tab instanceof ObjectNode object) {
                object.remove("id");
                if (object.path("widget_ids") instanceof ArrayNode ids) {
                    ArrayNode replaced = ids.arrayNode();
                    ids.forEach(id -> replaced.add(positions.getOrDefault(id.asText(), id.asText())));
                    object.set("widget_ids", replaced);
                }
            }
        }
    }

    private static Map<String, String> positions(JsonNode widgets) {
        Map<String, String> positions = new HashMap<>();
        int position = 0;
        for (JsonNode widget : widgets) {
            position++;
            if (widget.has("id")) {
                positions.put(widget.path("id").asText(), "@" + position);
            }
        }
        return positions;
    }
}
