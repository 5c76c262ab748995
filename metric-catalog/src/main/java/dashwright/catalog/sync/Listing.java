package dashwright.catalog.sync;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.sync.MetricSource.Filter;
import dashwright.catalog.sync.MetricSource.Page;
import dashwright.catalog.sync.ReadBudget.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lists of names that a sync reads, page by page. It keeps its place, so that a sync that was interrupted goes on where
 * it stopped instead of paying for the same pages again. Not safe for threads.
 *
 * <p>Types and liveness come from filtered lists because a list costs one read for thousands of metrics. Datadog lists
 * distributions apart, but no other type (its API description, November 2026); the others become known with the metadata.
 */
final class Listing {
    private enum Part {
        ALL(null, Duration.ofDays(30), "names of the metrics"),
        DAY(null, Duration.ofDays(1), "metrics that reported within a day"),
        HOUR(null, Duration.ofHours(1), "metrics that reported within an hour"),
        DISTRIBUTIONS(MetricType.DISTRIBUTION, Duration.ofDays(30), "distributions");

        private final @Nullable MetricType type;
        private final Duration within;
        private final String words;

        Part(@Nullable MetricType type, Duration within, String words) {
            this.type = type;
            this.within = within;
            this.words = words;
        }

        Filter filter() {
            return new Filter(type, within);
        }
    }

    private final Instant startedAt;
    private final Map<Part, Set<String>> names = new EnumMap<>(Part.class);
    private final Set<Part> done = EnumSet.noneOf(Part.class);
    private final Map<Part, String> failures = new EnumMap<>(Part.class);
    private final Map<Part, String> cursors = new EnumMap<>(Part.class);

    private int reads;

    Listing(Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** How many reads it took so far. */
    int reads() {
        return reads;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** True where the next call of {@link #read} has something left to ask. */
    boolean isOpen() {
        return done.size() + failures.size() < Part.values().length;
    }

    /** What could not be read, in words for people. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!done.contains(part)) {
                gaps.add("the " + part.words + ": "
                        + failures.getOrDefault(
                                part, "not read yet, because no read is left; the next sync goes on there"));
            }
        }
        return gaps;
    }

    /**
     * Reads what has not been read yet. Without all names there is no catalog, so a failure there is thrown; without the
     * rest there is, with less known. Where no read is left, it stops with the rest still open.
     *
     * @throws SourceException where the names themselves cannot be read
     */
    void read(MetricSource source, ReadBudget budget) {
        for (Part part : Part.values()) {
            if (done.contains(part) || failures.containsKey(part)) {
                continue;
            }
            try {
                read(part, source, budget);
            } catch (SourceException e) {
                if (part == Part.ALL) {
                    throw e;
                }
                if (isSpent(budget)) {
                    return;
                }
                failures.put(part, Objects.requireNonNullElse(e.getMessage(), "no reason given"));
            }
        }
    }

    private void read(Part part, MetricSource source, ReadBudget budget) {
        Set<String> seen = names.computeIfAbsent(part, any -> new HashSet<>());
        boolean resumed = cursors.containsKey(part);
        String cursor = cursors.get(part);
        do {
            Page page = page(part, source, budget, cursor, resumed);
            resumed = false;
            page.names().stream().filter(name -> !name.isBlank()).forEach(seen::add);
            cursor = page.next();
            keep(part, cursor);
        } while (cursor != null);
        done.add(part);
    }

    /** A cursor that is refused after a pause may have expired: the list then begins anew the next time. */
    private Page page(Part part, MetricSource source, ReadBudget budget, @Nullable String cursor, boolean resumed) {
        if (!budget.begins(Purpose.LISTING)) {
            throw new SourceException("the " + part.words + " were not asked for: " + budget.refusal(Purpose.LISTING));
        }
        try {
            reads++;
            return source.names(part.filter(), cursor);
        } catch (SourceException e) {
            if (resumed && !isSpent(budget)) {
                cursors.remove(part);
            }
            throw e;
        } finally {
            budget.ended();
        }
    }

    private void keep(Part part, @Nullable String cursor) {
        if (cursor == null) {
            cursors.remove(part);
        } else {
            cursors.put(part, cursor);
        }
    }

    private static boolean isSpent(ReadBudget budget) {
        return budget.allowed(Purpose.LISTING) == 0;
    }

    /** All names that any of the lists had. */
    Set<String> names() {
        Set<String> all = new TreeSet<>();
        names.values().forEach(all::addAll);
        return all;
    }

    /** The metric as the lists show it. */
    Metric seen(Metric metric) {
        boolean distribution = of(Part.DISTRIBUTIONS).contains(metric.name());
        Metric typed = distribution ? metric.withType(MetricType.DISTRIBUTION) : metric;
        return typed.withLiveness(liveness(metric.name()));
    }

    /** A list that was not read to its end says only who is on it, never who is not. */
    private Liveness liveness(String name) {
        if (of(Part.HOUR).contains(name)) {
            return Liveness.LIVE;
        }
        if (of(Part.DAY).contains(name)) {
            return done.contains(Part.HOUR) ? Liveness.RECENT : Liveness.UNKNOWN;
        }
        return done.contains(Part.HOUR) && done.contains(Part.DAY) ? Liveness.QUIET : Liveness.UNKNOWN;
    }

    private Set<String> of(Part part) {
        return names.getOrDefault(part, Set.of());
    }
}
