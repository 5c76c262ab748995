package dashwright.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One immutable snapshot of what a team can measure, and when it was taken. */
public final class Catalog {
    private final SortedMap<String, Metric> metrics;
    private final List<SpanGroup> spans;
    private final Instant takenAt;

    private Catalog(SortedMap<String, Metric> metrics, List<SpanGroup> spans, Instant takenAt) {
        this.metrics = metrics;
        this.spans = spans;
        this.takenAt = takenAt;
    }

    /** A snapshot of these metrics and spans; of two metrics with one name the later one stays. */
    public static Catalog of(Collection<Metric> metrics, Collection<SpanGroup> spans, Instant takenAt) {
        TreeMap<String, Metric> byName = new TreeMap<>();
        for (Metric metric : metrics) {
            byName.put(metric.name(), metric);
        }
        return new Catalog(Collections.unmodifiableSortedMap(byName), List.copyOf(spans), takenAt);
    }

    /** A snapshot with nothing in it. */
    public static Catalog empty(Instant takenAt) {
        return of(List.of(), List.of(), takenAt);
    }

    /** The metric with exactly this name. */
    public Optional<Metric> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** All metrics, by name. */
    public Collection<Metric> metrics() {
        return metrics.values();
    }

    /** The metrics whose names begin with a prefix, by name. */
    public Collection<Metric> metricsUnder(String prefix) {
        return metrics.subMap(prefix, prefix + Character.MAX_VALUE).values();
    }

    /** All span groups. */
    public List<SpanGroup> spans() {
        return spans;
    }

    /** When the snapshot was taken. */
    public Instant takenAt() {
        return takenAt;
    }

    /** How old the snapshot is. */
    public Duration age(InstantSource clock) {
        return Duration.between(takenAt, clock.instant());
    }

    /** The same snapshot with some metrics replaced by what was read of them since; its age does not change. */
    public Catalog with(Collection<Metric> read) {
        TreeMap<String, Metric> byName = new TreeMap<>(metrics);
        for (Metric metric : read) {
            byName.put(metric.name(), metric);
        }
        return new Catalog(Collections.unmodifiableSortedMap(byName), spans, takenAt);
    }
}
