package dashwright.dashboards.live;

import dashwright.catalog.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers as people say them: {@code 8.0 M}, {@code 1.4 s}, {@code 12 GB}, {@code 51 %}. */
public final class HumanValue {
    /** What is shown where there is no number: never zero. */
    public static final String UNKNOWN = "no data";

    private static final Map<String, Double> SECONDS = Map.of(
            "nanosecond",
            1e-9,
            "microsecond",
            1e-6,
            "millisecond",
            1e-3,
            "second",
            1.0,
            "minute",
            60.0,
            "hour",
            3600.0,
            "day",
            86_400.0,
            "week",
            604_800.0);
    private static final List<Step> TIME = List.of(
            new Step(86_400 * 2, 86_400, "d"),
            new Step(3600 * 2, 3600, "h"),
            new Step(120, 60, "min"),
            new Step(1, 1, "s"),
            new Step(1e-3, 1e-3, "ms"),
            new Step(1e-6, 1e-6, "µs"),
            new Step(0, 1e-9, "ns"));
    private static final Map<String, Double> BYTES = Map.ofEntries(
            Map.entry("bit", 0.125),
            Map.entry("byte", 1.0),
            Map.entry("kibibyte", 1024.0),
            Map.entry("mebibyte", 1_048_576.0),
            Map.entry("gibibyte", 1_073_741_824.0),
            Map.entry("tebibyte", 1_099_511_627_776.0),
            Map.entry("kilobyte", 1e3),
            Map.entry("megabyte", 1e6),
            Map.entry("gigabyte", 1e9),
            Map.entry("terabyte", 1e12));
    private static final List<Step> SIZE = List.of(
            new Step(1e15, 1e15, "PB"),
            new Step(1e12, 1e12, "TB"),
            new Step(1e9, 1e9, "GB"),
            new Step(1e6, 1e6, "MB"),
            new Step(1e3, 1e3, "kB"),
            new Step(0, 1, "B"));
    private static final List<Step> LARGE = List.of(
            new Step(1e15, 1e15, "Q"), new Step(1e12, 1e12, "T"), new Step(1e9, 1e9, "B"), new Step(1e6, 1e6, "M"));
    private static final double EXACT_BELOW = 1e6;

    private HumanValue() {}

    /** A value with its unit; {@link #UNKNOWN} for none. */
    public static String of(@Nullable Double value, Unit unit) {
        if (value == null || value.isNaN() || value.isInfinite()) {
            return UNKNOWN;
        }
        String per = unit.per().isEmpty() ? "" : "/" + perWord(unit.per());
        Double seconds = SECONDS.get(unit.name());
        if (seconds != null) {
            return scaled(value * seconds, TIME) + per;
        }
        Double bytes = BYTES.get(unit.name());
        if (bytes != null) {
            return scaled(value * bytes, SIZE) + per;
        }
        return switch (unit.name()) {
            case "percent" -> digits(value) + " %";
            case "fraction" -> digits(value * 100) + " %";
            case "dollar" -> "$" + plain(value);
            default -> plain(value) + per;
        };
    }

    private static String perWord(String per) {
        return switch (per) {
            case "second" -> "s";
            case "minute" -> "min";
            case "hour" -> "h";
            case "day" -> "d";
            default -> per;
        };
    }

    private static String plain(double value) {
        return Math.abs(value) >= EXACT_BELOW ? scaled(value, LARGE) : digits(value);
    }

    private static String scaled(double value, List<Step> steps) {
        if (value == 0) {
            return "0 "
                    + steps.stream()
                            .filter(step -> step.divisor == 1)
                            .map(step -> step.suffix)
                            .findFirst()
                            .orElse("");
        }
        double size = Math.abs(value);
        Step step = steps.stream().filter(each -> size >= each.from).findFirst().orElse(steps.getLast());
        double reduced = value / step.divisor;
        String number = Math.abs(reduced) < 10 ? trimmed(reduced, 2, true) : digits(reduced);
        return number + " " + step.suffix;
    }

    /** Whole numbers below a million in full, others to three digits. */
    private static String digits(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double size = Math.abs(value);
        return size >= 100 ? String.format(Locale.ROOT, "%,d", Math.round(value)) : trimmed(value, 3, false);
    }

    private static String trimmed(double value, int figures, boolean keepZero) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(figures, RoundingMode.HALF_UP));
        if (keepZero && rounded.scale() <= 0 && Math.abs(value) < 10) {
            return rounded.setScale(1, RoundingMode.HALF_UP).toPlainString();
        }
        String text = rounded.stripTrailingZeros().toPlainString();
        return keepZero && text.indexOf('.') < 0 && Math.abs(value) < 10 ? text + ".0" : text;
    }

    private record Step(double from, double divisor, String suffix) {}
}
