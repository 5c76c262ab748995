package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Windows in Datadog's two forms: a word of a short list, or a number of units. */
final class Windows {
    private static final Map<Duration, String> LIVE_SPANS = Map.ofEntries(
            Map.entry(Duration.ofMinutes(1), "1m"),
            Map.entry(Duration.ofMinutes(5), "5m"),
            Map.entry(Duration.ofMinutes(10), "10m"),
            Map.entry(Duration.ofMinutes(15), "15m"),
            Map.entry(Duration.ofMinutes(30), "30m"),
            Map.entry(Duration.ofHours(1), "1h"),
            Map.entry(Duration.ofHours(4), "4h"),
            Map.entry(Duration.ofDays(1), "1d"),
            Map.entry(Duration.ofDays(2), "2d"),
            Map.entry(Duration.ofDays(7), "1w"),
            Map.entry(Duration.ofDays(30), "1mo"));
    private static final Map<String, Duration> UNITS = units();

    private Windows() {}

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("week", Duration.ofDays(7));
        units.put("day", Duration.ofDays(1));
        units.put("hour", Duration.ofHours(1));
        units.put("minute", Duration.ofMinutes(1));
        return units;
    }

    /** A widget's own time. */
    static ObjectNode widget(Duration window) {
        String word = LIVE_SPANS.get(window);
        return word == null
                ? live(window)
                : JsonNodeFactory.instance.objectNode().put("live_span", word);
    }

    /** A span of any whole number of minutes: the form of {@code default_timeframe}, and of widgets since 2024. */
    static ObjectNode live(Duration window) {
        Map.Entry<String, Duration> unit = UNITS.entrySet().stream()
                .filter(each -> window.toSeconds() % each.getValue().toSeconds() == 0)
                .findFirst()
                .orElse(Map.entry("minute", Duration.ofMinutes(1)));
        long value = Math.max(1, window.toSeconds() / unit.getValue().toSeconds());
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "live")
                .put("value", value)
                .put("unit", unit.getKey());
    }
}
