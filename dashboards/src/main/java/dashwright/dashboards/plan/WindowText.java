package dashwright.dashboards.plan;

import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 30m}, {@code 4h}, {@code 1d}, {@code 1w}, {@code 1h30m}. */
public final class WindowText {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})([smhdw])");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}[smhdw]){1,5}");
    private static final Map<String, Duration> UNITS = units();

    private WindowText() {}

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("w", Duration.ofDays(7));
        units.put("d", Duration.ofDays(1));
        units.put("h", Duration.ofHours(1));
        units.put("m", Duration.ofMinutes(1));
        units.put("s", Duration.ofSeconds(1));
        return units;
    }

    /** Reads one, ISO 8601 ({@code PT4H}) included; empty where the text is neither. */
    public static Optional<Duration> parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (WHOLE.matcher(written).matches()) {
            return Optional.of(sum(written));
        }
        try {
            return Optional.of(Duration.parse(written));
        } catch (DateTimeParseException | ArithmeticException notIso) {
            return Optional.empty();
        }
    }

    private static Duration sum(String written) {
        Duration total = Duration.ZERO;
        Matcher part = PART.matcher(written);
        while (part.find()) {
            Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
            total = total.plus(unit.multipliedBy(new BigInteger(part.group(1)).longValueExact()));
        }
        return total;
    }

    /** Writes one in the largest unit that divides it; parts of a second, or a negative length, in ISO 8601. */
    public static String format(Duration window) {
        if (!window.isPositive() || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
            return window.toString();
        }
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long seconds = unit.getValue().toSeconds();
            long count = window.toSeconds() / seconds;
            if (window.toSeconds() % seconds == 0 && count < 1_000_000_000L) {
                return count + unit.getKey();
            }
        }
        return window.toString();
    }
}
