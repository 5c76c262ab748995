package dashwright.dashboards.query;

import java.util.Objects;

/**
 * How the series of a scope are joined into one: {@code avg}, {@code sum}, {@code min}, {@code max}, {@code count}, or a
 * percentile of a distribution ({@code p95}).
 *
 * @param name the aggregator as written
 * @param condition the condition of a conditional count, as {@code v: v>5} in {@code count(v: v>5):m{*}}; empty for none
 */
public record SpaceAggregator(String name, String condition) {
    /** The mean over all series. */
    public static final SpaceAggregator AVG = new SpaceAggregator("avg", "");
    /** The sum over all series. */
    public static final SpaceAggregator SUM = new SpaceAggregator("sum", "");
    /** The least of all series. */
    public static final SpaceAggregator MIN = new SpaceAggregator("min", "");
    /** The greatest of all series. */
    public static final SpaceAggregator MAX = new SpaceAggregator("max", "");

    public SpaceAggregator {
        Objects.requireNonNull(name);
        Objects.requireNonNull(condition);
    }

    /** An aggregator without a condition. */
    public static SpaceAggregator of(String name) {
        return new SpaceAggregator(name, "");
    }

    /** True for {@code p50} and its like, which only distributions with percentiles enabled can answer. */
    public boolean isPercentile() {
        return name.matches("p\\d{1,2}(\\.\\d+)?");
    }
}
