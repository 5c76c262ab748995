package dashwright.lab.datadog.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far back boards and widgets look. */
final class TimeSpan {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,3})(m|h|d|w|mo|y)");

    private TimeSpan() {}

    /** A short form as {@code 4h} or {@code 1mo}; absent for anything else. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Math.max(1, Long.parseLong(matcher.group(1)));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    case "w" -> Duration.ofDays(7 * count);
                    case "mo" -> Duration.ofDays(30 * count);
                    default -> Duration.ofDays(365 * count);
                });
    }

    /** A widget's own time, or a board's default: {@code live_span}, or a number of units. */
    static Optional<Duration> of(JsonNode time) {
        if (time.path("live_span").isTextual()) {
            return parse(time.path("live_span").asText());
        }
        String unit = time.path("unit").asText("");
        String value = time.path("value").asText("");
        return switch (unit) {
            case "minute", "hour", "day", "week" -> parse(value + unit.charAt(0));
            case "month" -> parse(value + "mo");
            case "year" -> parse(value + "y");
            default -> Optional.empty();
        };
    }
}
