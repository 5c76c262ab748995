package dashwright.dashboards.compose;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.dashboards.query.SpaceAggregator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Gauges that are themselves the greatest or the least of many, as the agents' {@code .max} and {@code .min}: of several
 * senders' the greatest is the greatest of all, and their mean is nothing.
 */
final class Extremes {
    private static final Set<String> GREATEST = Set.of("max", "maximum", "highest", "oldest");
    private static final Set<String> LEAST = Set.of("min", "minimum", "lowest");

    private Extremes() {}

    /** How the senders of such a gauge are joined, by the end of its name; empty for any other metric. */
    static Optional<SpaceAggregator> of(Metric metric) {
        String[] words = metric.name().toLowerCase(Locale.ROOT).split("[._]", -1);
        String last = words[words.length - 1];
        boolean level = metric.type() == MetricType.GAUGE || metric.type() == MetricType.UNKNOWN;
        if (!level || words.length < 2) {
            return Optional.empty();
        }
        if (GREATEST.contains(last)) {
            return Optional.of(SpaceAggregator.MAX);
        }
        return LEAST.contains(last) ? Optional.of(SpaceAggregator.MIN) : Optional.empty();
    }
}
