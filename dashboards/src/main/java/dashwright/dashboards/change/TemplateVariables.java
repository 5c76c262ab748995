package dashwright.dashboards.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Template variables have an old field, {@code default}, and a new one, {@code defaults}, that say the same. */
final class TemplateVariables {
    private TemplateVariables() {}

    /** Leaves only the new field. */
    static void unify(ObjectNode board) {
        for (JsonNode variable : board.path("template_variables")) {
            if (variable instanceof ObjectNode object && object.path("default").isTextual()) {
                JsonNode old = object.remove("default");
                if (!object.has("defaults")) {
                    object.putArray("defaults").add(old);
                }
            }
        }
    }
}
