package dashwright.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** One line of a catalog file, with all that can be wrong with it. */
final class CatalogLine {
    /** Longer descriptions are cut: a few sentences say what a metric is. */
    static final int MAX_DESCRIPTION = 4_000;

    private static final int MAX_WORD = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader READER =
            JSON.reader().forType(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Datadog's rule for names: ASCII letters, digits, underscores and dots, a letter first, at most 200 characters
     * (docs.datadoghq.com/metrics/custom_metrics/#naming-custom-metrics).
     */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,199}");

    /** Control characters, and halves of characters, which cannot be written as UTF-8. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");

    private final ObjectNode line;
    private final List<String> problems;

    private CatalogLine(ObjectNode line, List<String> problems) {
        this.line = line;
        this.problems = problems;
    }

    /** Reads a line; empty where it is left out. Each problem's message goes into the list. */
    static Optional<Metric> read(String text, List<String> problems) {
        try {
            if (READER.readValue(text) instanceof ObjectNode line) {
                return new CatalogLine(line, problems).metric();
            }
            problems.add("is no JSON object and was left out; write {\"name\": \"…\", …} on one line");
        } catch (JsonProcessingException e) {
            problems.add("is no valid JSON and was left out (" + e.getOriginalMessage()
                    + "); write one JSON object on one line");
        }
        return Optional.empty();
    }

    /** Writes a metric on one line, without the line's end; what was never read of it is left out. */
    static String write(Metric metric) {
        ObjectNode line = JSON.createObjectNode().put("name", metric.name());
        if (metric.type() != MetricType.UNKNOWN) {
            line.put("type", metric.type().name().toLowerCase(Locale.ROOT));
        }
        if (metric.described()) {
            line.put("unit", metric.unit().name())
                    .put("per_unit", metric.unit().per())
                    .put("description", metric.description())
                    .put("integration", metric.integration());
        }
        if (metric.tags().known()) {
            ArrayNode tags = line.putArray("tags");
            metric.tags().asMap().forEach((key, values) -> addTags(tags, key, values));
        }
        return line.toString();
    }

    private static void addTags(ArrayNode tags, String key, SortedSet<String> values) {
        if (values.isEmpty()) {
            tags.add(key);
        }
        values.forEach(value -> tags.add(key + ":" + value));
    }

    private Optional<Metric> metric() {
        JsonNode name = line.path("name");
        if (!name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
            problems.add("the name " + shown(name) + " is none that Datadog takes, so the line was left out; a name has"
                    + " ASCII letters, digits, \"_\" and \".\", begins with a letter and has at most 200 characters");
            return Optional.empty();
        }
        return Optional.of(new Metric(
                name.textValue(),
                type(),
                new Unit(text("unit", MAX_WORD), text("per_unit", MAX_WORD)),
                text("description", MAX_DESCRIPTION),
                text("integration", MAX_WORD),
                tags(),
                Liveness.UNKNOWN,
                line.hasNonNull("description") || line.hasNonNull("unit")));
    }

    private MetricType type() {
        String word = text("type", MAX_WORD);
        MetricType type = MetricType.of(word);
        if (type == MetricType.UNKNOWN && !word.isEmpty() && !word.equalsIgnoreCase("unknown")) {
            problems.add(
                    "the type \"" + word + "\" is not known and stays open; use gauge, count, rate or distribution");
        }
        return type;
    }

    private TagSet tags() {
        JsonNode tags = line.path("tags");
        if (tags.isMissingNode() || tags.isNull()) {
            return TagSet.UNREAD;
        }
        if (!tags.isArray()) {
            problems.add("\"tags\" is no list, so the tags stay unknown; write [\"key:value\", …]");
            return TagSet.UNREAD;
        }
        List<String> good = new ArrayList<>();
        for (JsonNode tag : tags) {
            if (tag.isTextual() && !tag.textValue().isBlank()) {
                good.add(UNPRINTABLE.matcher(tag.textValue()).replaceAll(" "));
            } else {
                problems.add("the tag " + shown(tag) + " was left out; write tags as \"key:value\"");
            }
        }
        return TagSet.of(good);
    }

    private String text(String field, int most) {
        JsonNode node = line.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            problems.add("\"" + field + "\" is no text but " + shown(node) + " and stays empty; write it in quotes");
            return "";
        }
        String clean = UNPRINTABLE.matcher(node.textValue()).replaceAll(" ").strip();
        if (!clean.equals(node.textValue().strip())) {
            problems.add("\"" + field + "\" has control characters, which became spaces; remove them");
        }
        if (clean.length() > most) {
            problems.add("\"" + field + "\" has " + clean.length() + " characters, of which the first " + most
                    + " are kept; shorten it");
            return clean.substring(0, most);
        }
        return clean;
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "(none)" : node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
