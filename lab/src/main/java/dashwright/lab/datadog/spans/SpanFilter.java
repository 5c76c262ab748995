package dashwright.lab.datadog.spans;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.engine.QueryRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code filter} of the spans endpoints.
 *
 * @param spans which spans
 * @param from the first second
 * @param to the first second after it, never beyond the present
 */
record SpanFilter(Predicate<SpanKind> spans, long from, long to) {
    private static final Pattern RELATIVE = Pattern.compile("now(?:-(\\d{1,6})(s|m|h|d|w))?");

    /**
     * Reads {@code {"query": "service:web", "from": "now-1h", "to": "now"}}.
     *
     * @throws QueryRefused where it cannot be read
     */
    static SpanFilter read(JsonNode node, Instant now) {
        long from = second(node.path("from").asText("now-15m"), now);
        long to = Math.min(second(node.path("to").asText("now"), now), now.getEpochSecond() + 1);
        if (from >= to) {
            throw new QueryRefused("filter.from must lie before filter.to and before the present");
        }
        return new SpanFilter(SpanSearch.parse(node.path("query").asText("*")), from, to);
    }

    private static long second(String text, Instant now) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return now.getEpochSecond() - (relative.group(1) == null ? 0 : ago(relative));
        }
        if (text.matches("\\d{1,15}")) {
            return Long.parseLong(text) / 1_000;
        }
        try {
            return OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeException wrong) {
            throw new QueryRefused("filter.from and filter.to are as 'now-15m', milliseconds, or as"
                    + " '2026-01-31T00:00:00Z', not '" + text + "'");
        }
    }

    private static long ago(Matcher relative) {
        long count = Long.parseLong(relative.group(1));
        return switch (relative.group(2)) {
            case "s" -> count;
            case "m" -> count * 60;
            case "h" -> count * 3_600;
            case "d" -> count * 86_400;
            default -> count * 604_800;
        };
    }
}
