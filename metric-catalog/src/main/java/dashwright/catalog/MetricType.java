package dashwright.catalog;

/** How a metric was submitted, in Datadog's words; it decides which aggregations mean anything. */
public enum MetricType {
    /** A value that stands until the next one. */
    GAUGE,
    /** Events within an interval; a number over a window is their sum. */
    COUNT,
    /** Events a second, normalised by the interval at submission. */
    RATE,
    /** Values pooled across all senders, with percentiles where the team enabled them. */
    DISTRIBUTION,
    /** Not known (yet): Datadog lists names without their type until its metadata is read. */
    UNKNOWN;

    /** Reads Datadog's lower-case word; anything else, null included, is {@link #UNKNOWN}. */
    public static MetricType of(@org.jspecify.annotations.Nullable String word) {
        if (word == null) {
            return UNKNOWN;
        }
        for (MetricType type : values()) {
            if (type.name().equalsIgnoreCase(word.strip())) {
                return type;
            }
        }
        return UNKNOWN;
    }

    /** True for the types whose rollup must add up: counts and rates need {@code as_count} or {@code as_rate}. */
    public boolean isCounted() {
        return this == COUNT || this == RATE;
    }
}
