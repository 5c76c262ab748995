package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import java.util.List;
import java.util.Optional;

/** The arguments of a call, from a form, a query or a JSON body: in a form, structured ones are JSON in a string. */
final class Arguments {
    private final ObjectNode values;

    Arguments(ObjectNode values) {
        this.values = values;
    }

    boolean has(String name) {
        return values.hasNonNull(name) && !values.path(name).asText(" ").isEmpty();
    }

    /** A text, empty where it is not given. */
    String text(String name) {
        return has(name) ? values.path(name).asText() : "";
    }

    /** A text that must be given. */
    String required(String name) {
        if (!has(name)) {
            throw SlackError.arguments(List.of("missing required field: " + name));
        }
        return text(name);
    }

    boolean flag(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    /** A whole number within bounds, or what holds where it is not given. */
    int number(String name, int least, int most, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Math.clamp(Long.parseLong(text(name)), least, most);
        } catch (NumberFormatException notANumber) {
            throw SlackError.arguments(List.of("must provide an integer [json-pointer:/" + name + "]"));
        }
    }

    /** A structured argument; missing where it is not given. */
    JsonNode structure(String name, String errorIfNoJson) {
        if (!has(name)) {
            return MissingNode.getInstance();
        }
        JsonNode given = values.get(name);
        if (!given.isTextual()) {
            return given;
        }
        Optional<JsonNode> parsed = Json.parse(given.textValue()).filter(JsonNode::isContainerNode);
        return parsed.orElseThrow(() -> SlackError.of(errorIfNoJson));
    }

    /** A list of texts, given as a JSON list or with commas. */
    List<String> list(String name) {
        JsonNode given = values.path(name);
        if (given.isArray()) {
            return given.valueStream().map(JsonNode::asText).toList();
        }
        return text(name).isEmpty() ? List.of() : List.of(text(name).split("\\s*,\\s*"));
    }
}
