package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A catalog in numbers.
 *
 * @param metrics how many metrics
 * @param spans how many span groups
 * @param described of how many the metadata were read
 * @param tagged of how many the tags were read
 * @param byType how many of each type
 * @param byNamespace how many under each first part of a name
 * @param byLiveness how many of each liveness
 * @param age how old the list of who reports is
 * @param listedAt when it was listed who reports
 * @param wholeAt when all names were listed
 * @param budget the reads that are left, and for what
 */
public record CatalogStats(
        int metrics,
        int spans,
        int described,
        int tagged,
        SortedMap<MetricType, Integer> byType,
        SortedMap<String, Integer> byNamespace,
        SortedMap<Liveness, Integer> byLiveness,
        Duration age,
        Instant listedAt,
        Instant wholeAt,
        ReadBudget.Standing budget) {
    public CatalogStats {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
        byNamespace = Collections.unmodifiableSortedMap(new TreeMap<>(byNamespace));
        byLiveness = Collections.unmodifiableSortedMap(new TreeMap<>(byLiveness));
    }

    static CatalogStats of(Catalog catalog, Listed listed, Instant now, ReadBudget.Standing budget) {
        return new CatalogStats(
                catalog.metrics().size(),
                catalog.spans().size(),
                (int) catalog.metrics().stream().filter(Metric::described).count(),
                (int) catalog.metrics().stream()
                        .filter(metric -> metric.tags().known())
                        .count(),
                count(catalog, Metric::type),
                count(catalog, Metric::namespace),
                count(catalog, Metric::liveness),
                Duration.between(catalog.takenAt(), now),
                catalog.takenAt(),
                listed.wholeAt(),
                budget);
    }

    /** How many metrics are known by their names alone. */
    public int undescribed() {
        return metrics - described;
    }

    /** How many metrics are known that are not listed any more. */
    public int gone() {
        return byLiveness.getOrDefault(Liveness.GONE, 0);
    }

    private static <K extends Comparable<K>> SortedMap<K, Integer> count(Catalog catalog, Function<Metric, K> part) {
        SortedMap<K, Integer> counts = new TreeMap<>();
        catalog.metrics().forEach(metric -> counts.merge(part.apply(metric), 1, Integer::sum));
        return counts;
    }
}
