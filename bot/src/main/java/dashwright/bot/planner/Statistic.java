package dashwright.bot.planner;

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
    NONE
}
