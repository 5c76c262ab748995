package dashwright.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tags that split a gauge where a query does not: whether its series are parts that add up, or one level that several
 * senders repeat.
 *
 * <p>A gauge's series are joined by the space aggregator alone. The mean of regions is no total, and the sum of the hosts
 * that each report one queue's length is a multiple of it.
 *
 * @param by the keys with more than one value that the query leaves open, partitions before senders
 * @param adding true where the sum over them is the whole
 */
public record Parts(List<String> by, boolean adding) {
    /** A value of a partition that holds all others; a sum would count them twice. */
    private static final Set<String> WHOLES = Set.of("all", "total", "any", "overall", "*");

    /** Agents that run on each host or node and report what is theirs alone. */
    private static final List<String> OWN_PART = List.of("system.", "container.", "kubernetes.", "docker.", "process.");

    public Parts {
        by = List.copyOf(by);
    }

    /**
     * As the other, where the catalog may not have read the metric's tags yet: metrics that share a name up to the last dot
     * share their sender as a rule, and so the tags of one that was read tell what splits the other.
     *
     * @param closed the tag keys that the query groups by or narrows to one value
     */
    public static Parts of(Metric metric, Collection<String> closed, Catalog catalog) {
        return sibling(metric, catalog)
                .map(other -> of(metric.withTags(other.tags()), closed))
                .orElseGet(() -> of(metric, closed));
    }

    /** True where the metric's tags were read, or those of one that shares its sender. */
    public static boolean areKnown(Metric metric, Catalog catalog) {
        return metric.tags().known() || sibling(metric, catalog).isPresent();
    }

    /** The metric that tells the tags of one whose own were not read. */
    private static Optional<Metric> sibling(Metric metric, Catalog catalog) {
        int dot = metric.name().lastIndexOf('.');
        return metric.tags().known() || dot <= 0
                ? Optional.empty()
                : catalog.metricsUnder(metric.name().substring(0, dot + 1)).stream()
                        .filter(other -> other.tags().known())
                        .findFirst();
    }

    /**
     * The parts of a gauge under a query.
     *
     * @param closed the tag keys that the query groups by or narrows to one value
     */
    public static Parts of(Metric metric, Collection<String> closed) {
        List<String> open = metric.tags().keys().stream()
                .filter(key ->
                        !closed.contains(key) && metric.tags().valuesOf(key).size() > 1)
                .toList();
        List<String> partitions = open.stream()
                .filter(key -> TagRole.of(key) == TagRole.PARTITION)
                .toList();
        boolean ownParts = OWN_PART.stream().anyMatch(metric.name()::startsWith);
        boolean repeated = !ownParts && partitions.size() < open.size();
        boolean overlap = partitions.stream()
                .flatMap(key -> metric.tags().valuesOf(key).stream())
                .anyMatch(value -> WHOLES.contains(value.toLowerCase(Locale.ROOT)));
        // Of a metric whose tags were not read a sum is the safer one here: the sum of a single series is that series.
        boolean split = ownParts ? !open.isEmpty() || !metric.tags().known() : !partitions.isEmpty();
        boolean adding = split
                && !repeated
                && !overlap
                && metric.type() == MetricType.GAUGE
                && Extent.of(metric) == Extent.EXTENSIVE;
        return new Parts(
                Stream.concat(partitions.stream(), open.stream().filter(key -> !partitions.contains(key)))
                        .toList(),
                adding);
    }
}
