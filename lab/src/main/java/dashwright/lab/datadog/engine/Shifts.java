package dashwright.lab.datadog.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that read a query at another time: how many seconds away. */
final class Shifts {
    private static final long DAY = 86_400;
    private static final Pattern CALENDAR = Pattern.compile("-(\\d{1,3})(d|w|mo|M)");

    private Shifts() {}

    /** The seconds to shift by, negative for the past; empty where the function shifts nothing. */
    static OptionalLong by(String function, Arguments arguments, Window window) {
        return switch (function) {
            case "timeshift" -> OptionalLong.of((long) arguments.number(0));
            case "hour_before" -> OptionalLong.of(-3_600);
            case "day_before" -> OptionalLong.of(-DAY);
            case "week_before" -> OptionalLong.of(-7 * DAY);
            // Datadog's month is four weeks, so that weekdays meet.
            case "month_before" -> OptionalLong.of(-28 * DAY);
            case "calendar_shift" -> OptionalLong.of(calendar(arguments, window));
            default -> OptionalLong.empty();
        };
    }

    private static long calendar(Arguments arguments, Window window) {
        Matcher matcher = CALENDAR.matcher(arguments.text(0, ""));
        if (!matcher.matches()) {
            throw new QueryRefused(
                    "Error parsing query: calendar_shift takes a query, a shift as '-1d', '-1w' or '-1mo', and a time zone");
        }
        int count = Integer.parseInt(matcher.group(1));
        ZonedDateTime end = Instant.ofEpochSecond(window.to()).atZone(zone(arguments.text(1, "UTC")));
        ZonedDateTime shifted = switch (matcher.group(2)) {
            case "d" -> end.minusDays(count);
            case "w" -> end.minusWeeks(count);
            default -> end.minusMonths(count);
        };
        return shifted.toEpochSecond() - end.toEpochSecond();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new QueryRefused("Error parsing query: calendar_shift knows no time zone " + name);
        }
    }
}
