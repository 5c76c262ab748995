package dashwright.bot.planner;

import dashwright.catalog.Unit;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Amounts as people say them, as "500 MB" or "2 s", in the unit that a metric has. */
final class Amount {
    private static final Map<String, Double> BYTES = Map.ofEntries(
            Map.entry("b", 1d),
            Map.entry("byte", 1d),
            Map.entry("kb", 1e3),
            Map.entry("kilobyte", 1e3),
            Map.entry("mb", 1e6),
            Map.entry("megabyte", 1e6),
            Map.entry("gb", 1e9),
            Map.entry("gigabyte", 1e9),
            Map.entry("tb", 1e12),
            Map.entry("terabyte", 1e12),
            Map.entry("kib", 1024d),
            Map.entry("kibibyte", 1024d),
            Map.entry("mib", Math.pow(1024, 2)),
            Map.entry("mebibyte", Math.pow(1024, 2)),
            Map.entry("gib", Math.pow(1024, 3)),
            Map.entry("gibibyte", Math.pow(1024, 3)),
            Map.entry("tib", Math.pow(1024, 4)),
            Map.entry("tebibyte", Math.pow(1024, 4)));
    private static final Map<String, Double> SECONDS = Map.ofEntries(
            Map.entry("ns", 1e-9),
            Map.entry("nanosecond", 1e-9),
            Map.entry("us", 1e-6),
            Map.entry("µs", 1e-6),
            Map.entry("microsecond", 1e-6),
            Map.entry("ms", 1e-3),
            Map.entry("millisecond", 1e-3),
            Map.entry("s", 1d),
            Map.entry("sec", 1d),
            Map.entry("second", 1d),
            Map.entry("m", 60d),
            Map.entry("min", 60d),
            Map.entry("minute", 60d),
            Map.entry("h", 3_600d),
            Map.entry("hr", 3_600d),
            Map.entry("hour", 3_600d),
            Map.entry("d", 86_400d),
            Map.entry("day", 86_400d),
            Map.entry("w", 604_800d),
            Map.entry("week", 604_800d));
    private static final Map<String, Double> SHARES = Map.of("%", 1d, "percent", 1d, "fraction", 100d);
    private static final Map<String, Double> MULTIPLES =
            Map.of("k", 1e3, "thousand", 1e3, "m", 1e6, "million", 1e6, "bn", 1e9, "billion", 1e9);

    private Amount() {}

    /**
     * A number in a metric's unit.
     *
     * @param said the unit or the multiple that was said with it, empty for none
     * @return empty where what was said cannot be told in that unit
     */
    static OptionalDouble in(Unit unit, double number, String said) {
        String word = singular(said);
        if (word.isEmpty()) {
            return OptionalDouble.of(number);
        }
        for (Map<String, Double> family : Set.of(BYTES, SECONDS, SHARES)) {
            Double of = family.get(unit.name());
            Double from = family.get(word);
            if (of != null && from != null) {
                return OptionalDouble.of(number * from / of);
            }
        }
        Double multiple = MULTIPLES.get(word);
        if (multiple != null) {
            return OptionalDouble.of(number * multiple);
        }
        boolean same = word.equals(unit.name()) || (unit.isNone() && word.equals("%"));
        return same ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static String singular(String said) {
        String word = said.strip().toLowerCase(Locale.ROOT);
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
