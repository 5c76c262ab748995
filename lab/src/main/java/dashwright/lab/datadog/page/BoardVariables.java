package dashwright.lab.datadog.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Scope;
import dashwright.lab.datadog.http.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template variables of a board with the values that are chosen.
 *
 * @param chosen the variables by name
 */
record BoardVariables(Map<String, Chosen> chosen) {
    private static final String ALL = "*";

    BoardVariables {
        chosen = Map.copyOf(chosen);
    }

    /**
     * A variable.
     *
     * @param prefix the tag key that it stands for, empty for none
     * @param value its value, {@code *} for all
     */
    record Chosen(String prefix, String value) {
        boolean isAll() {
            return value.equals(ALL) || prefix.isEmpty();
        }
    }

    /**
     * Reads a board's variables.
     *
     * @param asked values that the reader of the page chose, by name
     */
    static BoardVariables of(JsonNode board, Map<String, String> asked) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        for (JsonNode variable : board.path("template_variables")) {
            String name = variable.path("name").asText();
            String value = asked.getOrDefault("var_" + name, defaultOf(variable));
            chosen.put(name, new Chosen(variable.path("prefix").asText(""), value));
        }
        return new BoardVariables(chosen);
    }

    private static String defaultOf(JsonNode variable) {
        String first = variable.path("defaults").path(0).asText("");
        String single = variable.path("default").asText("");
        return !first.isEmpty() ? first : !single.isEmpty() ? single : ALL;
    }

    /** What a variable stands for in a scope; a variable that the board does not have stays, and matches nothing. */
    Scope scope(Scope.Variable variable) {
        Chosen value = chosen.get(variable.name());
        if (value == null) {
            return variable;
        }
        return value.isAll() ? Scope.EVERYTHING : new Scope.TagMatch(value.prefix(), value.value());
    }

    /** A tag's value, in which {@code $name.value} stands for the chosen one. */
    String value(String text) {
        String filled = text;
        for (Map.Entry<String, Chosen> entry : chosen.entrySet()) {
            filled = filled.replace(
                    "$" + entry.getKey() + ".value", entry.getValue().value());
        }
        return filled;
    }

    /** A search, in which {@code $name} stands for {@code prefix:value}. */
    String search(String text) {
        String filled = value(text);
        for (Map.Entry<String, Chosen> entry : chosen.entrySet()) {
            Chosen variable = entry.getValue();
            String term = variable.isAll() ? ALL : variable.prefix() + ":" + variable.value();
            filled = filled.replaceAll("\\$" + Pattern.quote(entry.getKey()) + "\\b", Matcher.quoteReplacement(term));
        }
        return filled;
    }

    /** The variables for the page: name, value, and the values to choose from. */
    ArrayNode json(JsonNode board, Function<String, ? extends Collection<String>> values) {
        ArrayNode all = Json.array();
        for (JsonNode variable : board.path("template_variables")) {
            String name = variable.path("name").asText();
            Chosen current = chosen.getOrDefault(name, new Chosen("", ALL));
            SortedSet<String> choices = new TreeSet<>();
            variable.path("available_values").forEach(value -> choices.add(value.asText()));
            if (choices.isEmpty() && !current.prefix().isEmpty()) {
                choices.addAll(values.apply(current.prefix()));
            }
            choices.add(ALL);
            choices.add(current.value());
            ObjectNode node = all.addObject().put("name", name).put("prefix", current.prefix());
            node.put("value", current.value()).set("values", Json.texts(choices));
        }
        return all;
    }
}
