package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Trees of JSON. Dashboards and answers stay trees: Datadog's own model drops or mangles what it does not know. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text at a field, bounded and clean, empty for null or nothing. */
    static String text(JsonNode node, String field, int most) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? ForeignText.clean(value.asText(), most) : "";
    }

    /** The texts in an array, bounded in number. */
    static List<String> texts(JsonNode array, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            if (each.isTextual() && texts.size() < most) {
                texts.add(ForeignText.clean(each.asText(), 300));
            }
        }
        return texts;
    }
}
