package dashwright.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the values of parts make up the value of the whole. */
public enum Extent {
    /** They add up: dollars, bytes, jobs, pods. */
    EXTENSIVE,
    /** They do not: percent, temperatures, ages, durations, anything per something. */
    INTENSIVE,
    /** Neither the unit nor the name tells. */
    UNKNOWN;

    private static final Set<String> TIMES = Set.of(
            "nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "year");

    private static final Set<String> INTENSIVE_UNITS = Set.of(
            "percent",
            "percent_nano",
            "fraction",
            "ratio",
            "apdex",
            "hertz",
            "kilohertz",
            "megahertz",
            "gigahertz",
            "volt",
            "degree_celsius",
            "degree_fahrenheit",
            "kelvin",
            "celsius",
            "fahrenheit",
            "location");

    /** Words of a name that say that its values are levels, statistics or states. */
    private static final Set<String> INTENSIVE_WORDS = Set.of(
            "avg",
            "average",
            "mean",
            "median",
            "min",
            "max",
            "minimum",
            "maximum",
            "oldest",
            "newest",
            "highest",
            "lowest",
            "age",
            "duration",
            "latency",
            "lag",
            "delay",
            "time",
            "uptime",
            "runtime",
            "pct",
            "percent",
            "percentage",
            "ratio",
            "rate",
            "share",
            "score",
            "fom",
            "index",
            "efficiency",
            "utilization",
            "utilisation",
            "accuracy",
            "temperature",
            "load",
            "loss",
            "norm",
            "status",
            "state",
            "health",
            "healthy",
            "up",
            "version",
            "per",
            "stddev",
            "percentile",
            "ms",
            "seconds",
            "minutes",
            "hours",
            "days");

    /** Each is counted once in every part that it appears in, so that the parts make more than the whole. */
    private static final Set<String> DISTINCT_WORDS =
            Set.of("unique", "distinct", "cardinality", "users", "developers", "visitors", "people", "customers");

    private static final Set<String> COUNTING_WORDS = Set.of(
            "count",
            "total",
            "size",
            "bytes",
            "cost",
            "spend",
            "number",
            "num",
            "open",
            "closed",
            "running",
            "stopped",
            "queued",
            "pending",
            "failed",
            "succeeded",
            "cancelled",
            "active",
            "idle",
            "attached",
            "unattached",
            "used",
            "free",
            "available",
            "spot",
            "ondemand",
            "depth",
            "backlog",
            "length",
            "waiting",
            "ready",
            "unreconciled");

    /** What the unit says, or else the words of the name. */
    public static Extent of(Metric metric) {
        List<String> words = Arrays.stream(
                        metric.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> own = words.subList(Math.min(1, words.size() - 1), words.size());
        Unit unit = metric.unit();
        boolean flow = !unit.per().isEmpty() && TIMES.contains(unit.per());
        if (own.stream().anyMatch(Extent::isIntensive)
                || TIMES.contains(unit.name())
                || INTENSIVE_UNITS.contains(unit.name())
                || (!unit.per().isEmpty() && !flow)) {
            return INTENSIVE;
        }
        if (own.stream().anyMatch(DISTINCT_WORDS::contains)) {
            return UNKNOWN;
        }
        boolean counts = !unit.name().isEmpty() || own.stream().anyMatch(Extent::counts);
        return counts ? EXTENSIVE : UNKNOWN;
    }

    private static boolean isIntensive(String word) {
        return INTENSIVE_WORDS.contains(word) || word.matches("p\\d{2,3}|\\d+percentile");
    }

    /** Plurals name things that are counted: jobs, pods. */
    private static boolean counts(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural || COUNTING_WORDS.contains(word);
    }
}
