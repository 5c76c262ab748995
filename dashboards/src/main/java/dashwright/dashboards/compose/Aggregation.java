package dashwright.dashboards.compose;

import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.SpaceAggregator;
import java.util.List;
import java.util.Locale;

/**
 * How a metric of a type is aggregated to answer to a measure.
 *
 * <p>Facts about Datadog: counts and rates need {@code .as_count()} or {@code .as_rate()}, which its editor adds and its
 * API does not; a distribution counts its values with the aggregator {@code count}; only distributions have percentiles.
 */
sealed interface Aggregation {
    /**
     * It can be answered.
     *
     * @param space how the senders are joined
     * @param modifiers what follows the selector
     * @param scalar how a single number is made of the values over time: Datadog's {@code aggregator}
     */
    record Fitting(SpaceAggregator space, List<Modifier> modifiers, String scalar) implements Aggregation {
        public Fitting {
            modifiers = List.copyOf(modifiers);
        }

        /** True where values add up over time, so that bars may be of any length. */
        boolean addsUp() {
            return modifiers.contains(AS_COUNT);
        }
    }

    /** It cannot: the answer would be a number that means nothing. */
    record Misfit(String message, String fix) implements Aggregation {}

    /** Counts and rates as events in each interval. */
    Modifier AS_COUNT = new Modifier("as_count", List.of());
    /** Counts and rates as events a second. */
    Modifier AS_RATE = new Modifier("as_rate", List.of());
    /** Counts the values of a distribution. */
    SpaceAggregator COUNT = SpaceAggregator.of("count");

    /** The aggregation for a type and measure; a type that is not known gets the benefit of the doubt. */
    static Aggregation of(MetricType type, Measure measure) {
        return switch (measure) {
            case TOTAL -> counted(type, AS_COUNT, "sum");
            case PER_SECOND -> counted(type, AS_RATE, "avg");
            case DISTINCT -> distinct(type);
            case AVERAGE -> level(type, SpaceAggregator.AVG, "avg");
            case SUM -> level(type, SpaceAggregator.SUM, "avg");
            case MINIMUM -> level(type, SpaceAggregator.MIN, "min");
            case MAXIMUM -> level(type, SpaceAggregator.MAX, "max");
            case LATEST -> level(type, SpaceAggregator.AVG, "last");
            case P50, P75, P90, P95, P99 -> percentile(type, measure);
        };
    }

    private static Aggregation counted(MetricType type, Modifier modifier, String scalar) {
        return switch (type) {
            case COUNT, RATE, UNKNOWN -> new Fitting(SpaceAggregator.SUM, List.of(modifier), scalar);
            case DISTRIBUTION -> new Fitting(COUNT, List.of(modifier), scalar);
            case GAUGE ->
                new Misfit(
                        "it is a gauge, a level that stands until the next one, so its values are not events that add up.",
                        "Use latest or average; sum where each sender reports a part of its own.");
        };
    }

    /** A rate has been divided by its interval at submission, so its single values mean something; a count's do not. */
    private static Aggregation level(MetricType type, SpaceAggregator space, String scalar) {
        return switch (type) {
            case GAUGE, DISTRIBUTION, UNKNOWN -> new Fitting(space, List.of(), scalar);
            case RATE -> new Fitting(space, List.of(AS_RATE), scalar);
            case COUNT ->
                new Misfit(
                        "it counts events, so a single value depends on how long the interval happens to be.",
                        "Use total or per_second.");
        };
    }

    /** Events that a sender did not have are no sign of life, while a gauge that says zero is one. */
    private static Aggregation distinct(MetricType type) {
        return switch (type) {
            case COUNT, RATE -> new Fitting(SpaceAggregator.SUM, List.of(AS_COUNT), "max");
            case DISTRIBUTION -> new Fitting(COUNT, List.of(AS_COUNT), "max");
            case GAUGE, UNKNOWN -> new Fitting(SpaceAggregator.AVG, List.of(), "last");
        };
    }

    private static Aggregation percentile(MetricType type, Measure measure) {
        return switch (type) {
            case DISTRIBUTION, UNKNOWN ->
                new Fitting(SpaceAggregator.of(measure.name().toLowerCase(Locale.ROOT)), List.of(), "percentile");
            case GAUGE ->
                new Misfit(
                        "it is a gauge, and percentiles of averages are not percentiles.",
                        "Use the metric that the agent derives (its name ends in .95percentile), or a distribution.");
            case COUNT, RATE ->
                new Misfit("it counts events, which have no percentiles.", "Use a distribution of their durations.");
        };
    }
}
