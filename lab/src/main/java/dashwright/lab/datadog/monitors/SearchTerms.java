package dashwright.lab.datadog.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search of monitors and objectives: words that the name must hold, and {@code attribute:value} terms; all must fit.
 */
final class SearchTerms {
    private static final Pattern TERM = Pattern.compile("(-?)(?:([\\w.-]+):)?(?:\"([^\"]*)\"|([^\\s\"]+))");

    private SearchTerms() {}

    static boolean match(String query, JsonNode node) {
        Matcher terms = TERM.matcher(query);
        while (terms.find()) {
            String value = (terms.group(3) == null ? terms.group(4) : terms.group(3)).toLowerCase(Locale.ROOT);
            boolean holds = holds(terms.group(2), value, node);
            if (holds != terms.group(1).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String attribute, String value, JsonNode node) {
        String name = node.path("name").asText().toLowerCase(Locale.ROOT);
        if (attribute == null) {
            return value.equals("*") || name.contains(value);
        }
        return switch (attribute) {
            case "title", "name" -> name.contains(value);
            case "type" -> node.path("type").asText().toLowerCase(Locale.ROOT).contains(value);
            case "status" -> node.path("overall_state").asText().equalsIgnoreCase(value);
            case "id" -> node.path("id").asText().equals(value);
            case "metric" -> MonitorQuery.metrics(node.path("query").asText()).contains(value);
            case "tag" -> hasTag(node, value);
            default -> hasTag(node, attribute + ":" + value);
        };
    }

    private static boolean hasTag(JsonNode node, String tag) {
        for (JsonNode each : node.path("tags")) {
            if (each.asText().equalsIgnoreCase(tag)) {
                return true;
            }
        }
        return false;
    }
}
