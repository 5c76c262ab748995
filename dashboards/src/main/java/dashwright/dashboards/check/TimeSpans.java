package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.live.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The time span of a widget or board in its three forms: {@code live_span}, live, fixed. */
final class TimeSpans {
    /** An alert's span is the alert's own and not known here; a date's begin depends on now. */
    private static final List<String> WITHOUT_LENGTH = List.of("alert", "week_to_date", "month_to_date");

    private static final Map<String, Duration> SPANS = new TreeMap<>(Map.ofEntries(
            Map.entry("1m", Duration.ofMinutes(1)),
            Map.entry("5m", Duration.ofMinutes(5)),
            Map.entry("10m", Duration.ofMinutes(10)),
            Map.entry("15m", Duration.ofMinutes(15)),
            Map.entry("30m", Duration.ofMinutes(30)),
            Map.entry("1h", Duration.ofHours(1)),
            Map.entry("4h", Duration.ofHours(4)),
            Map.entry("1d", Duration.ofDays(1)),
            Map.entry("2d", Duration.ofDays(2)),
            Map.entry("1w", Duration.ofDays(7)),
            Map.entry("1mo", Duration.ofDays(30)),
            Map.entry("3mo", Duration.ofDays(90)),
            Map.entry("6mo", Duration.ofDays(180)),
            Map.entry("1y", Duration.ofDays(365))));

    private static final Map<String, Duration> UNITS = Map.of(
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "year", Duration.ofDays(365));

    /** Ten years: longer than Datadog keeps anything, short enough for any arithmetic. */
    private static final long MAX_UNITS = 5_256_000;

    private TimeSpans() {}

    static String known() {
        return String.join(", ", SPANS.keySet()) + ", " + String.join(", ", WITHOUT_LENGTH);
    }

    /** False where Datadog would refuse it; a span that says nothing ({@code {}}) is fine. */
    static boolean isReadable(JsonNode time) {
        if (!time.isObject()) {
            return false;
        }
        if (time.has("live_span")) {
            String span = Json.text(time, "live_span");
            return SPANS.containsKey(span) || WITHOUT_LENGTH.contains(span);
        }
        return !time.has("type") || range(time, Instant.EPOCH).isPresent();
    }

    /** The span that ends now, or the fixed one; empty where the JSON sets none. */
    static Optional<TimeRange> range(JsonNode time, Instant now) {
        String span = Json.text(time, "live_span");
        if (!span.isEmpty()) {
            return Optional.ofNullable(SPANS.get(span))
                    .map(length -> TimeRange.last(length, now))
                    .or(() -> toDate(span, now));
        }
        return switch (Json.text(time, "type")) {
            case "live" -> live(time).map(length -> TimeRange.last(length, now));
            case "fixed" -> fixed(time);
            default -> Optional.empty();
        };
    }

    private static Optional<TimeRange> toDate(String span, Instant now) {
        ZonedDateTime midnight = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime from = switch (span) {
            case "week_to_date" -> midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month_to_date" -> midnight.withDayOfMonth(1);
            default -> now.atZone(ZoneOffset.UTC);
        };
        return from.toInstant().isBefore(now) ? Optional.of(new TimeRange(from.toInstant(), now)) : Optional.empty();
    }

    private static Optional<Duration> live(JsonNode time) {
        long value = time.path("value").asLong(0);
        return value < 1 || value > MAX_UNITS
                ? Optional.empty()
                : Optional.ofNullable(UNITS.get(Json.text(time, "unit"))).map(unit -> unit.multipliedBy(value));
    }

    private static Optional<TimeRange> fixed(JsonNode time) {
        long from = time.path("from").asLong(-1);
        long to = time.path("to").asLong(-1);
        boolean inOrder = from >= 0 && from < to && to < MAX_UNITS * 60 * 10;
        return inOrder
                ? Optional.of(new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)))
                : Optional.empty();
    }
}
