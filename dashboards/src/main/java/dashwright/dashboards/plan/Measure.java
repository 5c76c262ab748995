package dashwright.dashboards.plan;

/** How a series is read, independent of how its metric was submitted; composing turns it into aggregations that fit the type. */
public enum Measure {
    /** How many in each interval, or in the whole window for a number: for counts. */
    TOTAL,
    /** How many a second: for counts and rates. */
    PER_SECOND,
    /** The mean over senders and time. */
    AVERAGE,
    /** The sum over senders: for gauges of which each sender reports its own part. */
    SUM,
    /** The least. */
    MINIMUM,
    /** The greatest. */
    MAXIMUM,
    /** The newest value: for gauges that state a level. */
    LATEST,
    /** How many different values of the {@code by} tags report. */
    DISTINCT,
    /** Percentiles of a distribution or of spans. */
    P50,
    P75,
    P90,
    P95,
    P99;

    /** True for the percentiles. */
    public boolean isPercentile() {
        return switch (this) {
            case P50, P75, P90, P95, P99 -> true;
            case TOTAL, PER_SECOND, AVERAGE, SUM, MINIMUM, MAXIMUM, LATEST, DISTINCT -> false;
        };
    }
}
