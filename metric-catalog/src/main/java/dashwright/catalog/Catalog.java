package dashwright.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One immutable snapshot of what a team can measure, and when it was taken. The metrics are a list in the order of their
 * names: a tree of a million takes 40 MB more, and longer to make.
 */
public final class Catalog {
    private static final Comparator<Metric> BY_NAME = Comparator.comparing(Metric::name);

    private final List<Metric> metrics;
    private final List<SpanGroup> spans;
    private final Instant takenAt;

    private Catalog(List<Metric> metrics, List<SpanGroup> spans, Instant takenAt) {
        this.metrics = metrics;
        this.spans = spans;
        this.takenAt = takenAt;
    }

    /** A snapshot of these metrics and spans; of two metrics with one name the later one stays. */
    public static Catalog of(Collection<Metric> metrics, Collection<SpanGroup> spans, Instant takenAt) {
        return new Catalog(sorted(metrics), List.copyOf(spans), takenAt);
    }

    private static List<Metric> sorted(Collection<Metric> metrics) {
        List<Metric> sorted = new ArrayList<>(metrics);
        // The sort keeps the order of equal ones, and costs one look at each where they are in order already.
        sorted.sort(BY_NAME);
        int last = 0;
        for (int at = 1; at < sorted.size(); at++) {
            last += sorted.get(at).name().equals(sorted.get(last).name()) ? 0 : 1;
            sorted.set(last, sorted.get(at));
        }
        return List.copyOf(sorted.subList(0, Math.min(last + 1, sorted.size())));
    }

    /** A snapshot with nothing in it. */
    public static Catalog empty(Instant takenAt) {
        return of(List.of(), List.of(), takenAt);
    }

    /** The metric with exactly this name. */
    public Optional<Metric> metric(String name) {
        int place = firstFrom(name);
        return place < metrics.size() && metrics.get(place).name().equals(name)
                ? Optional.of(metrics.get(place))
                : Optional.empty();
    }

    /** All metrics, by name. */
    public Collection<Metric> metrics() {
        return metrics;
    }

    /** The metrics whose names begin with a prefix, by name. */
    public Collection<Metric> metricsUnder(String prefix) {
        return metrics.subList(firstFrom(prefix), firstFrom(prefix + Character.MAX_VALUE));
    }

    /** The place of the first metric whose name is this one or a later one. */
    private int firstFrom(String name) {
        int low = 0;
        int high = metrics.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (metrics.get(middle).name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
        List<Metric> all = new ArrayList<>(metrics.size() + read.size());
        int from = 0;
        for (Metric metric : sorted(read)) {
            int place = firstFrom(metric.name());
            all.addAll(metrics.subList(from, place));
            all.add(metric);
            boolean isThere =
                    place < metrics.size() && metrics.get(place).name().equals(metric.name());
            from = isThere ? place + 1 : place;
        }
        all.addAll(metrics.subList(from, metrics.size()));
        return new Catalog(List.copyOf(all), spans, takenAt);
    }
}
