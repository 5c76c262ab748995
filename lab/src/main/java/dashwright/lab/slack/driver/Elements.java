package dashwright.lab.slack.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The elements that people can press, choose or fill in, as they stand in blocks. */
final class Elements {
    private Elements() {}

    /** All elements with an action id, in the order of the blocks. */
    static List<Found> in(JsonNode blocks) {
        List<Found> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            String id = block.path("block_id").asText();
            add(id, block.path("accessory"), found);
            add(id, block.path("element"), found);
            block.path("elements").forEach(element -> add(id, element, found));
        }
        return found;
    }

    private static void add(String block, JsonNode element, List<Found> found) {
        if (element instanceof ObjectNode object && object.has("action_id")) {
            found.add(new Found(block, object));
        }
    }

    /**
     * The element that a person means, by action id, by {@code block/action} where an action id stands in several blocks,
     * by the words on it, or by its value.
     *
     * @throws IllegalArgumentException that lists those there are
     */
    static Found meant(JsonNode blocks, String words) {
        List<Found> all = in(blocks);
        return all.stream()
                .filter(found ->
                        (found.block() + "/" + found.element().path("action_id").asText()).equals(words)
                                || names(found.element()).contains(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is nothing to press by the name \"" + words
                        + "\"; there are "
                        + all.stream().map(found -> names(found.element())).toList()));
    }

    private static List<String> names(JsonNode element) {
        List<String> names = new ArrayList<>();
        names.add(element.path("action_id").asText());
        for (JsonNode part : List.of(element, element.path("positive_button"), element.path("negative_button"))) {
            names.add(part.path("text").path("text").asText());
            names.add(part.path("value").asText());
        }
        names.removeIf(String::isEmpty);
        return names;
    }

    /**
     * What the payload says of an element that was pressed or chosen.
     *
     * @param words how the element was named
     * @param value what was chosen or filled in, or which of two feedback buttons; missing for a button
     */
    static ObjectNode action(Found found, String words, JsonNode value) {
        ObjectNode element = found.element();
        String type = element.path("type").asText();
        ObjectNode action = type.endsWith("button") || type.equals("feedback_buttons")
                ? pressed(element, value.isMissingNode() ? words : value.asText())
                : FormState.held(element, value.isMissingNode() ? null : value);
        action.put("action_id", element.path("action_id").asText()).put("block_id", found.block());
        return action.put("type", type);
    }

    private static ObjectNode pressed(ObjectNode element, String words) {
        JsonNode part = element;
        if (element.path("type").asText().equals("feedback_buttons")) {
            JsonNode bad = element.path("negative_button");
            part = names(bad).contains(words) ? bad : element.path("positive_button");
        }
        ObjectNode action = Json.object();
        action.set("text", part.path("text"));
        for (String copied : List.of("value", "style", "url")) {
            if (part.has(copied)) {
                action.set(copied, part.get(copied));
            }
        }
        return action;
    }

    /** Whether an element holds something that the state tells. */
    static boolean isStateful(JsonNode element) {
        String type = element.path("type").asText().toLowerCase(Locale.ROOT);
        return !type.endsWith("button") && !type.equals("feedback_buttons") && !type.equals("overflow");
    }
}
