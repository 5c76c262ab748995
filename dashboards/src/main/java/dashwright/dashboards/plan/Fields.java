package dashwright.dashboards.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a plan's tree. What is missing or of the wrong type becomes a problem and a harmless
 * value, so that reading goes on to the next fault; fields that nobody asked for are reported by {@link #finish()}.
 */
final class Fields {
    private final JsonNode node;
    private final String place;
    private final Context context;
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(JsonNode node, String place, Context context) {
        this.node = node;
        this.place = place;
        this.context = context;
        if (!node.isObject()) {
            problem(
                    "",
                    "not-an-object",
                    "Here should be fields with values, not %s.".formatted(kind(node)),
                    "Write it as name: value.");
        }
    }

    /** Where problems go, and the lines of the text, if it came from one. */
    record Context(List<Problem> problems, Map<String, Integer> lines) {
        void add(String code, String place, String message, String fix) {
            Integer line = lines.get(place);
            problems.add(new Problem(code, line == null ? place : place + " (line " + line + ")", message, fix));
        }
    }

    /** The place of a field within another. */
    static String place(String outer, String name) {
        return outer.isEmpty() ? name : outer + "." + name;
    }

    boolean has(String name) {
        asked.add(name);
        return node.hasNonNull(name);
    }

    /** The text of a field that must be there. */
    String text(String name) {
        if (!has(name)) {
            problem("", "field-missing", "The field %s is missing.".formatted(name), "Add %s here.".formatted(name));
            return "";
        }
        return text(name, "");
    }

    /** The text of a field, or what stands for it where it is left out. */
    String text(String name, String otherwise) {
        return has(name) ? textOf(node.get(name), place(place, name)) : otherwise;
    }

    private String textOf(JsonNode value, String where) {
        if (value.isTextual()) {
            return value.textValue();
        }
        context.add(
                "not-text",
                where,
                "Here should be text, not %s.".formatted(kind(value)),
                value.isValueNode() ? "Put it in quotes: \"%s\".".formatted(value.asText()) : "Write one text.");
        return "";
    }

    /** A whole number, or what stands for it where it is left out. */
    int integer(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        problem(
                name,
                "not-a-whole-number",
                "Here should be a whole number, not %s.".formatted(kind(value)),
                "Write it as 10.");
        return otherwise;
    }

    /** True or false, false where it is left out. */
    boolean flag(String name) {
        if (!has(name) || node.get(name).isBoolean()) {
            return node.path(name).asBoolean(false);
        }
        problem(
                name,
                "not-a-flag",
                "Here should be true or false, not %s.".formatted(kind(node.get(name))),
                "Write true or false.");
        return false;
    }

    /** A length of time, or what stands for it where it is left out. */
    @Nullable
    Duration window(String name, @Nullable Duration otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        Optional<Duration> read = WindowText.parse(text(name));
        if (read.isEmpty()) {
            problem(name, "not-a-window", "Here should be a length of time.", "Write it as 30m, 4h, 1d or 1w.");
        }
        return read.orElse(otherwise);
    }

    /** A word of an enumeration that must be there. */
    <W extends Enum<W>> W word(String name, Class<W> words) {
        W first = words.getEnumConstants()[0];
        if (!has(name)) {
            problem("", "field-missing", "The field %s is missing.".formatted(name), oneOf(words));
            return first;
        }
        return word(name, first);
    }

    /** A word of an enumeration, or what stands for it where it is left out. */
    <W extends Enum<W>> W word(String name, W otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        Class<W> words = otherwise.getDeclaringClass();
        String written = node.get(name).asText();
        for (W word : words.getEnumConstants()) {
            if (node.get(name).isTextual()
                    && wordOf(word).equals(written.strip().toLowerCase(Locale.ROOT))) {
                return word;
            }
        }
        problem(name, "word-unknown", "%s is not known here.".formatted(bounded(written)), oneOf(words));
        return otherwise;
    }

    /** How a word of an enumeration is written in plans. */
    static String wordOf(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <W extends Enum<W>> String oneOf(Class<W> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(Fields::wordOf)
                .collect(Collectors.joining(", ", "Write one of ", "."));
    }

    /** A list of texts, empty where it is left out; a single text stands for a list of one. */
    List<String> texts(String name) {
        if (has(name) && node.get(name).isTextual()) {
            return List.of(node.get(name).textValue());
        }
        return items(name, item -> textOf(item.node(), item.place()));
    }

    /** A list of anything, empty where it is left out. */
    <T> List<T> items(String name, Function<Item, T> read) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = node.get(name);
        if (!value.isArray()) {
            problem(
                    name,
                    "not-a-list",
                    "Here should be a list, not %s.".formatted(kind(value)),
                    "Begin each entry with a dash.");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            items.add(read.apply(new Item(value.get(index), place(place, name) + "[" + index + "]", index)));
        }
        return items;
    }

    /** An entry of a list, with its place. */
    record Item(JsonNode node, String place, int index) {}

    /** The fields of an entry of a list. */
    Fields of(Item item) {
        return new Fields(item.node(), item.place(), context);
    }

    /** The fields of an object within this one. */
    Fields inner(String name) {
        JsonNode value = has(name) ? node.get(name) : JsonNodeFactory.instance.objectNode();
        return new Fields(value, place(place, name), context);
    }

    /** Reports the fields that nobody asked for. */
    void finish() {
        if (node instanceof ObjectNode object) {
            for (String name : (Iterable<String>) object::fieldNames) {
                if (!asked.contains(name)) {
                    problem(
                            name,
                            "field-unknown",
                            "There is no field %s here.".formatted(bounded(name)),
                            knownFields());
                }
            }
        }
    }

    private String knownFields() {
        return "Remove it, or use one of " + String.join(", ", asked) + ".";
    }

    void problem(String name, String code, String message, String fix) {
        context.add(code, name.isEmpty() ? place : place(place, name), message, fix);
    }

    static String bounded(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
            case BINARY, POJO -> "something else";
        };
    }
}
