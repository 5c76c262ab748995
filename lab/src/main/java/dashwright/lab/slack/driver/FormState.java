package dashwright.lab.slack.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the inputs and choices of some blocks hold: what they begin with, and what a person filled in. */
final class FormState {
    private static final String SELECTED = "selected_option";

    private FormState() {}

    /**
     * The {@code state.values}, by block and action.
     *
     * @param filled what a person filled in, by action id: a text, an option's value, or a list of these
     */
    static ObjectNode of(JsonNode blocks, Map<String, JsonNode> filled) {
        ObjectNode values = Json.object();
        for (Found found : Elements.in(blocks)) {
            if (Elements.isStateful(found.element())) {
                String action = found.element().path("action_id").asText();
                ObjectNode held = held(found.element(), filled.get(action));
                values.withObjectProperty(found.block()).set(action, held);
            }
        }
        return values;
    }

    /** The labels of the inputs that must be filled in and are not. */
    static List<String> missing(JsonNode blocks, ObjectNode values) {
        List<String> missing = new ArrayList<>();
        for (JsonNode block : blocks) {
            boolean needed = block.path("type").asText().equals("input")
                    && !block.path("optional").asBoolean();
            String action = block.path("element").path("action_id").asText();
            JsonNode held = values.path(block.path("block_id").asText()).path(action);
            boolean empty = held.properties().stream()
                    .filter(entry -> !entry.getKey().equals("type"))
                    .allMatch(entry -> isEmpty(entry.getValue()));
            if (needed && empty) {
                missing.add(block.path("label").path("text").asText());
            }
        }
        return missing;
    }

    private static boolean isEmpty(JsonNode held) {
        return held.isNull()
                || (held.isContainerNode() ? held.isEmpty() : held.asText().isEmpty());
    }

    /** The part of an action's payload, or of the state, that says what an element holds. */
    static ObjectNode held(JsonNode element, @Nullable JsonNode given) {
        String type = element.path("type").asText();
        ObjectNode held = Json.object().put("type", type);
        switch (type) {
            case "static_select", "radio_buttons", "overflow", "external_select" ->
                held.set(SELECTED, given == null ? element.get("initial_option") : option(element, given.asText()));
            case "multi_static_select", "checkboxes" -> held.set("selected_options", options(element, given));
            case "users_select", "conversations_select", "channels_select" -> {
                String what = type.substring(0, type.indexOf("s_select"));
                held.set("selected_" + what, given == null ? element.get("initial_" + what) : given);
            }
            case "datepicker" -> held.set("selected_date", given == null ? element.get("initial_date") : given);
            case "timepicker" -> held.set("selected_time", given == null ? element.get("initial_time") : given);
            default -> held.set("value", given == null ? element.get("initial_value") : given);
        }
        held.properties().forEach(entry -> {
            if (entry.getValue() == null) {
                held.putNull(entry.getKey());
            }
        });
        return held;
    }

    private static ArrayNode options(JsonNode element, @Nullable JsonNode given) {
        if (given == null) {
            return Json.arrayOrEmpty(element.path("initial_options"));
        }
        ArrayNode chosen = Json.array();
        given.forEach(value -> chosen.add(option(element, value.asText())));
        return chosen;
    }

    private static JsonNode option(JsonNode element, String wanted) {
        List<String> known = new ArrayList<>();
        for (JsonNode option : element.findValues("options").stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            String value = option.path("value").asText();
            if (value.equals(wanted)
                    || option.path("text").path("text").asText().equals(wanted)) {
                return option;
            }
            known.add(value);
        }
        throw new IllegalArgumentException("there is no option \"" + wanted + "\"; there are " + known);
    }
}
