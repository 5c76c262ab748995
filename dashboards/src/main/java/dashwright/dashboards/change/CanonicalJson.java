package dashwright.dashboards.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A dashboard in the one form that depends only on what it shows: without what Datadog adds when it is read back, with
 * sorted keys and plain numbers. Two boards are the same when their canonical forms are equal; a diff over anything else
 * reports drift where there is none.
 */
public final class CanonicalJson {
    /** Marked readOnly in Datadog's OpenAPI description of {@code Dashboard}, and {@code deleted_at} of deleted boards. */
    private static final Set<String> READ_ONLY =
            Set.of("id", "url", "author_handle", "author_name", "created_at", "modified_at", "deleted_at");

    private CanonicalJson() {}

    /**
     * The canonical form.
     *
     * @param dashboard any tree; what is not a dashboard only gets sorted keys and plain numbers
     * @return a new tree
     * @throws IllegalArgumentException where the tree is nested more than {@value Normaliser#MAX_DEPTH} levels deep
     */
    public static JsonNode of(JsonNode dashboard) {
        JsonNode copy = Normaliser.normalise(dashboard);
        if (copy instanceof ObjectNode board) {
            board.remove(READ_ONLY);
            dropDefaults(board);
            TemplateVariables.unify(board);
            Tabs.replaceIds(board);
            dropWidgetIds(board.path("widgets"));
            sortSets(board);
            return Normaliser.normalise(board);
        }
        return copy;
    }

    /** The canonical form as one line of text. */
    public static String text(JsonNode dashboard) {
        return of(dashboard).toString();
    }

    /**
     * What the server answers where nothing was sent: recorded reads have {@code is_read_only: false} and an empty
     * description, and {@code reflow_type: auto} on ordered boards.
     */
    private static void dropDefaults(ObjectNode board) {
        dropIf(board, "is_read_only", "false");
        dropIf(board, "description", "");
        if (board.path("layout_type").asText().equals("ordered")) {
            dropIf(board, "reflow_type", "auto");
        }
    }

    private static void dropIf(ObjectNode board, String key, String value) {
        if (board.path(key).isValueNode() && board.path(key).asText().equals(value)) {
            board.remove(key);
        }
    }

    /** The server gives every widget a new id, also those within groups. */
    private static void dropWidgetIds(JsonNode widgets) {
        if (!widgets.isArray()) {
            return;
        }
        for (JsonNode widget : widgets) {
            if (widget instanceof ObjectNode object) {
                object.remove("id");
                dropWidgetIds(object.path("definition").path("widgets"));
            }
        }
    }

    /** Lists whose order means nothing; the server answers them in an order of its own. */
    private static void sortSets(ObjectNode board) {
        for (String key : Set.of("tags", "notify_list", "restricted_roles", "template_variable_presets")) {
            if (board.path(key) instanceof ArrayNode list) {
                Map<String, JsonNode> sorted = new TreeMap<>();
                list.forEach(element -> sorted.put(element.toString(), element));
                board.set(key, list.arrayNode().addAll(sorted.values()));
            }
        }
    }
}
