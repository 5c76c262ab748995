package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.stream.Collectors;

/** The checks of a JSON Schema that Datadog's answers betray, with their messages. */
final class FormSchema {
    private FormSchema() {}

    static void require(JsonNode node, String... names) {
        for (String name : names) {
            if (!node.hasNonNull(name)) {
                throw new FormProblem("'" + name + "' is a required property");
            }
        }
    }

    static void forbid(JsonNode node, String... names) {
        for (String name : names) {
            if (node.has(name)) {
                throw new FormProblem("Additional properties are not allowed ('" + name + "' was unexpected)");
            }
        }
    }

    static void text(JsonNode node) {
        if (!node.isTextual()) {
            throw new FormProblem(node + " is not of type 'string'");
        }
    }

    static void object(JsonNode node) {
        if (!node.isObject()) {
            throw new FormProblem(node + " is not of type 'object'");
        }
    }

    static void array(JsonNode node) {
        if (!node.isArray()) {
            throw new FormProblem(node + " is not of type 'array'");
        }
    }

    static void size(JsonNode node, int least, int most) {
        array(node);
        if (node.size() < least) {
            throw new FormProblem(node + " is too short");
        }
        if (node.size() > most) {
            throw new FormProblem(node + " is too long");
        }
    }

    static void oneOf(JsonNode node, Collection<String> values) {
        if (!node.isTextual() || !values.contains(node.asText())) {
            String all = values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
            throw new FormProblem(node + " is not one of [" + all + "]");
        }
    }

    static void notNegative(JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new FormProblem(node + " is not of type 'integer'");
        }
        if (node.asLong() < 0) {
            throw new FormProblem(node + " is less than the minimum of 0");
        }
    }
}
