package dashwright.dashboards.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Text to a tree that knows the line of each of its places. Bounded in length, depth and number of nodes; aliases are
 * refused, as no plan needs them and nested ones grow without end.
 */
final class DocumentReader {
    static final int MAXIMUM_CHARACTERS = 262_144;
    private static final int MAXIMUM_DEPTH = 20;
    private static final int MAXIMUM_NODES = 20_000;
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAXIMUM_DEPTH)
            .maxDocumentLength(MAXIMUM_CHARACTERS)
            .build();

    private static final Document NOTHING = new Document(MissingNode.getInstance(), Map.of());

    private final JsonParser parser;
    private final List<Problem> problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private int nodes;

    private DocumentReader(JsonParser parser, List<Problem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * A tree with the lines of its places.
     *
     * @param root the tree; missing where the text could not be read at all
     * @param lines place to line, from 1
     */
    record Document(JsonNode root, Map<String, Integer> lines) {}

    static Document yaml(String text, List<Problem> problems) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAXIMUM_CHARACTERS);
        limits.setNestingDepthLimit(MAXIMUM_DEPTH);
        return read(
                YAMLFactory.builder()
                        .loaderOptions(limits)
                        .streamReadConstraints(CONSTRAINTS)
                        .build(),
                "YAML",
                text,
                problems);
    }

    static Document json(String text, List<Problem> problems) {
        return read(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build(), "JSON", text, problems);
    }

    private static Document read(JsonFactory factory, String format, String text, List<Problem> problems) {
        if (text.length() > MAXIMUM_CHARACTERS) {
            problems.add(tooLarge("%d characters".formatted(text.length()), MAXIMUM_CHARACTERS));
            return NOTHING;
        }
        try (JsonParser parser = factory.createParser(text)) {
            return new DocumentReader(parser, problems).document();
        } catch (TooManyValues fault) {
            problems.add(tooLarge("more values", MAXIMUM_NODES));
        } catch (JsonProcessingException fault) {
            String line = fault.getLocation() == null
                    ? ""
                    : "line " + fault.getLocation().getLineNr();
            problems.add(unreadable(format, line, fault.getOriginalMessage()));
        } catch (IOException | YAMLException | IllegalArgumentException fault) {
            // SnakeYAML refuses control characters and odd numbers with exceptions of its own.
            problems.add(unreadable(format, "", String.valueOf(fault.getMessage())));
        }
        return NOTHING;
    }

    private static Problem tooLarge(String found, int most) {
        return new Problem(
                "document-too-large",
                "",
                "The plan has %s; at most %d are read.".formatted(found, most),
                "Split the board into several.");
    }

    private static Problem unreadable(String format, String place, String words) {
        String first = words.lines().findFirst().orElse("it cannot be read");
        return new Problem(
                "document-unreadable",
                place,
                "This is not %s: %s.".formatted(format, Fields.bounded(first)),
                "Correct the syntax there.");
    }

    /** There is no end to it. */
    private static final class TooManyValues extends IOException {}

    private Document document() throws IOException {
        if (parser.nextToken() == null) {
            problems.add(new Problem(
                    "document-empty", "", "There is no plan in this text.", "Write at least a title and one section."));
            return NOTHING;
        }
        JsonNode root = value("");
        if (parser.nextToken() != null) {
            problems.add(new Problem(
                    "document-several",
                    "line " + line(),
                    "There is more than one document in this text.",
                    "Keep each plan in a text of its own."));
        }
        return new Document(root, lines);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private JsonNode value(String place) throws IOException {
        lines.putIfAbsent(place, line());
        if (++nodes == MAXIMUM_NODES) {
            throw new TooManyValues();
        }
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> text(place);
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? make.numberNode(parser.getBigIntegerValue())
                        : make.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> make.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> make.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> NullNode.getInstance();
            default -> {
                problems.add(new Problem(
                        "value-unexpected",
                        at(place),
                        "This is not a plain value.",
                        "Write text, a number or a list."));
                yield NullNode.getInstance();
            }
        };
    }

    private JsonNode text(String place) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(new Problem(
                    "alias-refused",
                    at(place),
                    "Aliases (*%s) are not read in plans.".formatted(parser.getText()),
                    "Write the value out here."));
            return NullNode.getInstance();
        }
        return JsonNodeFactory.instance.textNode(parser.getText());
    }

    private ObjectNode object(String place) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = Fields.place(place, name);
            if (node.has(name)) {
                problems.add(new Problem(
                        "field-twice",
                        at(place),
                        "The field %s is there twice.".formatted(name),
                        "Keep one of the two."));
            }
            lines.put(inner, line());
            parser.nextToken();
            node.set(name, value(inner));
        }
        return node;
    }

    private ArrayNode array(String place) throws IOException {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(place + "[" + node.size() + "]"));
        }
        return node;
    }

    private String at(String place) {
        return place + " (line " + line() + ")";
    }
}
