package dashwright.tools.toolbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.metrics.ToolRefusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, read field by field. What is wrong is collected, so that a model hears everything at once;
 * a field that nobody read is wrong too, so that nothing it wanted is dropped in silence.
 */
final class Arguments {
    private static final int MOST_CHARACTERS = 40_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(10)
                        .maxDocumentLength(MOST_CHARACTERS)
                        .build());
    }

    private final ObjectNode fields;
    private final String place;
    private final List<String> problems;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<Arguments> inner = new ArrayList<>();

    private Arguments(ObjectNode fields, String place, List<String> problems) {
        this.fields = fields;
        this.place = place;
        this.problems = problems;
    }

    /**
     * The arguments of a call.
     *
     * @throws ToolRefusal where the text is no JSON object, or too long
     */
    static Arguments of(String json) {
        if (json.length() > MOST_CHARACTERS) {
            throw new ToolRefusal("The arguments have " + json.length() + " characters, and at most " + MOST_CHARACTERS
                    + " are read; ask for less at once");
        }
        try {
            JsonNode node = json.isBlank() ? JSON.createObjectNode() : JSON.readTree(json);
            if (node instanceof ObjectNode fields) {
                return new Arguments(fields, "", new ArrayList<>());
            }
            throw new ToolRefusal("The arguments are no JSON object; write {\"name\": value}");
        } catch (JsonProcessingException broken) {
            throw new ToolRefusal(
                    "The arguments are no valid JSON (" + ForeignText.clean(broken.getOriginalMessage(), 200)
                            + "); write one JSON object",
                    broken);
        }
    }

    /** The same for arguments that say the same, however they are written. */
    String canonical() {
        try {
            ObjectMapper mapper = JSON;
            return mapper.writeValueAsString(mapper.treeToValue(fields, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that was read can be written", impossible);
        }
    }

    /** A text that must be there. */
    String text(String name, int most) {
        String text = optional(name, most);
        if (text.isEmpty() && !isWrong(name)) {
            problem(name, "is missing; give a text");
        }
        return text;
    }

    /** A text, empty where it is not there. */
    String optional(String name, int most) {
        JsonNode node = node(name);
        if (node == null) {
            return "";
        }
        if (!node.isTextual() && !node.isNumber()) {
            problem(name, "must be a text");
            return "";
        }
        return bounded(node, name, most);
    }

    /** A whole number within bounds. */
    int number(String name, int least, int most, int otherwise) {
        JsonNode node = node(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < least || node.intValue() > most) {
            problem(name, "must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return node.intValue();
    }

    /** Texts, none where the field is not there. A single text stands for a list of one. */
    List<String> texts(String name, int mostItems, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name, mostItems)) {
            if (item.isTextual()) {
                texts.add(bounded(item, name, most));
            } else {
                problem(name, "must be a list of texts");
            }
        }
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Objects, none where the field is not there. A single object stands for a list of one. */
    List<Arguments> objects(String name, int mostItems) {
        List<Arguments> objects = new ArrayList<>();
        List<JsonNode> items = items(name, mostItems);
        for (int index = 0; index < items.size(); index++) {
            String at = place + name + "[" + index + "]";
            if (items.get(index) instanceof ObjectNode object) {
                objects.add(inside(object, at));
            } else {
                problems.add(at + " must be an object");
            }
        }
        return objects;
    }

    /** An object, null where it is not there. */
    @Nullable
    Arguments object(String name) {
        JsonNode node = node(name);
        if (node instanceof ObjectNode object) {
            return inside(object, place + name);
        }
        if (node != null) {
            problem(name, "must be an object");
        }
        return null;
    }

    /** Notes something that is wrong with a field. */
    void problem(String name, String what) {
        problems.add(place + name + " " + what);
    }

    /** The place of these arguments among those of the call, empty for all of them. */
    String place() {
        return place.isEmpty() ? "" : place.substring(0, place.length() - 1);
    }

    /**
     * Ends the reading.
     *
     * @throws ToolRefusal with everything that was wrong, fields that nobody read included
     */
    void finish() {
        reportUnread();
        refuse(problems);
    }

    static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ToolRefusal(String.join("\n", problems.stream().distinct().toList()));
        }
    }

    private void reportUnread() {
        for (String name : (Iterable<String>) fields::fieldNames) {
            if (!read.contains(name)) {
                problem(ForeignText.clean(name, 60), "is no field; there are " + String.join(", ", read));
            }
        }
        inner.forEach(Arguments::reportUnread);
    }

    private Arguments inside(ObjectNode object, String at) {
        Arguments arguments = new Arguments(object, at + ".", problems);
        inner.add(arguments);
        return arguments;
    }

    private @Nullable JsonNode node(String name) {
        read.add(name);
        JsonNode node = fields.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private List<JsonNode> items(String name, int most) {
        JsonNode node = node(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        if (node.size() > most) {
            problem(name, "has " + node.size() + " entries; give at most " + most);
            return List.of();
        }
        return List.copyOf(node.valueStream().toList());
    }

    private String bounded(JsonNode node, String name, int most) {
        String text = ForeignText.clean(node.asText(), most + 1);
        if (text.length() > most) {
            problem(name, "is too long; give at most " + most + " characters");
            return "";
        }
        return text;
    }

    private boolean isWrong(String name) {
        return problems.stream().anyMatch(problem -> problem.startsWith(place + name + " "));
    }
}
