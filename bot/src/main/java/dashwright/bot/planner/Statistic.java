package dashwright.bot.planner;

import java.util.Locale;

/** Which statistic of a timer a metric holds, where agents expand one timer into several metrics. */
enum Statistic {
    P50,
    P75,
    P90,
    P95,
    P99,
    AVERAGE,
    MAXIMUM,
    MINIMUM,
    COUNT,
    /** The metric is no expanded timer. */
    NONE;

    /** What people call it; empty where there is nothing to say. */
    String label() {
        return switch (this) {
            case P50 -> "median";
            case P75, P90, P95, P99 -> name().toLowerCase(Locale.ROOT);
            case AVERAGE -> "mean";
            case MAXIMUM -> "highest";
            case MINIMUM -> "lowest";
            case COUNT, NONE -> "";
        };
    }
}
