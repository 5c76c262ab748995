package dashwright.dashboards.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/** Sorts keys, leaves out members that say nothing, and writes each number in one way. */
final class Normaliser {
    /** As deep as the JSON reader goes; bounds the recursion. */
    static final int MAX_DEPTH = 1_000;

    /** Without it {@code 1e999999999} would be written out digit by digit. */
    private static final int MAX_PLAIN_ZEROS = 40;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Normaliser() {}

    static JsonNode normalise(JsonNode node) {
        return normalise(node, 0, true);
    }

    private static JsonNode normalise(JsonNode node, int depth, boolean dropEmpty) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("the dashboard is nested more than " + MAX_DEPTH + " levels deep");
        }
        if (node.isObject()) {
            return object(node, depth, dropEmpty);
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(element -> array.add(normalise(element, depth + 1, dropEmpty)));
            return array;
        }
        return node.isNumber() ? number(node) : node;
    }

    /** A Vega specification is a language of its own, in which {@code "legend": null} hides the legend: it keeps all. */
    private static ObjectNode object(JsonNode node, int depth, boolean dropEmpty) {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        boolean vega = node.path("type").asText().startsWith("vega") && node.has("contents");
        node.properties().forEach(member -> {
            boolean drop = dropEmpty && !(vega && member.getKey().equals("contents"));
            JsonNode value = normalise(member.getValue(), depth + 1, drop);
            if (!drop || !saysNothing(value)) {
                members.put(member.getKey(), value);
            }
        });
        ObjectNode object = NODES.objectNode();
        object.setAll(members);
        return object;
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty());
    }

    private static JsonNode number(JsonNode node) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()) && !node.isBigDecimal()) {
            return NODES.textNode(node.asText());
        }
        BigDecimal value = node.decimalValue().stripTrailingZeros();
        boolean plain = value.scale() < 0 && value.scale() > -MAX_PLAIN_ZEROS;
        return DecimalNode.valueOf(plain ? value.setScale(0) : value);
    }
}
