package dashwright.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Reads fields of a request, and refuses what is wrong with them in the words of OpenAI's API. */
final class Fields {
    private Fields() {}

    /** An object in a place. */
    static JsonNode object(JsonNode node, String place) {
        if (!node.isObject()) {
            throw wrongType(place, "an object", node);
        }
        return node;
    }

    /** A text that must be there. */
    static String text(JsonNode parent, String name, String place) {
        JsonNode node = parent.path(name);
        if (isAbsent(node)) {
            throw missing(place);
        }
        if (!node.isTextual()) {
            throw wrongType(place, "a string", node);
        }
        return node.asText();
    }

    /** A text, empty where it is not there. */
    static String optionalText(JsonNode parent, String name, String place) {
        return isAbsent(parent.path(name)) ? "" : text(parent, name, place);
    }

    /** True or false, false where it is not there. */
    static boolean truth(JsonNode parent, String name, String place) {
        JsonNode node = parent.path(name);
        if (isAbsent(node)) {
            return false;
        }
        if (!node.isBoolean()) {
            throw wrongType(place, "a boolean", node);
        }
        return node.asBoolean();
    }

    /** A whole number of at least 1. */
    static int positive(JsonNode parent, String name, int otherwise) {
        JsonNode node = parent.path(name);
        if (isAbsent(node)) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrongType(name, "an integer", node);
        }
        if (node.asInt() < 1) {
            throw refuse(
                    name,
                    "integer_below_min_value",
                    "Invalid '" + name + "': integer below minimum value. Expected a value >= 1, but got "
                            + node.asInt() + " instead.");
        }
        return node.asInt();
    }

    /** A list that has something in it. */
    static JsonNode list(JsonNode parent, String name, String place) {
        JsonNode node = parent.path(name);
        if (isAbsent(node)) {
            throw missing(place);
        }
        if (!node.isArray()) {
            throw wrongType(place, "an array of objects", node);
        }
        if (node.isEmpty()) {
            throw refuse(
                    place,
                    "empty_array",
                    "Invalid '" + place + "': empty array. Expected an array with minimum length 1, but got an empty"
                            + " array instead.");
        }
        return node;
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    static InvalidRequest missing(String place) {
        return refuse(place, "missing_required_parameter", "Missing required parameter: '" + place + "'.");
    }

    static InvalidRequest wrongType(String place, String expected, JsonNode node) {
        String kind = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return refuse(
                place,
                "invalid_type",
                "Invalid type for '" + place + "': expected " + expected + ", but got "
                        + (node.isArray() || node.isObject() ? "an " : "a ") + kind + " instead.");
    }

    static InvalidRequest refuse(String place, String code, String message) {
        return new InvalidRequest(ApiError.invalid(place, code, message));
    }
}
