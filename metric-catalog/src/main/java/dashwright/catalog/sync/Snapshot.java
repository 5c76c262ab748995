package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalog as it is kept over a restart.
 *
 * @param catalog the metrics and spans, and when it was listed who reports
 * @param listed how it was listed
 * @param spansAt when each kind of spans was last seen
 * @param goneAt since when each metric that is gone is known to be
 * @param demand which metrics people want
 * @param unfinished a listing that stopped before its end; null where there is none
 * @param readAt when each detail was read
 */
public record Snapshot(
        Catalog catalog,
        Listed listed,
        Map<SpanGroup, Instant> spansAt,
        Map<String, Instant> goneAt,
        Demand demand,
        @Nullable UnfinishedListing unfinished,
        Map<Wanted, Instant> readAt) {
    public Snapshot {
        spansAt = Map.copyOf(spansAt);
        goneAt = Map.copyOf(goneAt);
        readAt = Map.copyOf(readAt);
    }

    /**
     * What this one and one of another process know together: the newer listing, and of each detail the newer reading.
     */
    public Snapshot with(Snapshot other) {
        boolean newer = other.catalog().takenAt().isAfter(catalog.takenAt());
        Snapshot base = newer ? other : this;
        Snapshot more = newer ? this : other;
        Map<Wanted, Instant> times = new HashMap<>(base.readAt());
        List<Metric> changed = new ArrayList<>();
        for (Metric metric : base.catalog().metrics()) {
            more.catalog()
                    .metric(metric.name())
                    .map(known -> base.completed(metric, known, more))
                    .filter(known -> !known.equals(metric))
                    .ifPresent(changed::add);
        }
        more.readAt().forEach((wanted, at) -> times.merge(wanted, at, Snapshot::later));
        return new Snapshot(
                base.catalog().with(changed),
                base.listed(),
                base.spansAt(),
                base.goneAt(),
                base.demand().with(more.demand()),
                later(base, more),
                times);
    }

    /** The listing that goes on is the one that began last, and none that began before the last one that came to its end. */
    private static @Nullable UnfinishedListing later(Snapshot base, Snapshot more) {
        UnfinishedListing of = more.unfinished();
        boolean goesOn = of != null && !of.startedAt().isBefore(base.catalog().takenAt());
        return base.unfinished() == null && goesOn ? of : base.unfinished();
    }

    private Metric completed(Metric mine, Metric known, Snapshot other) {
        Metric metric = mine;
        if (known.described() && other.isNewer(new Wanted.Metadata(mine.name()), this)) {
            metric = metric.withMetadata(known.type(), known.unit(), known.description(), known.integration());
        }
        boolean morePartial = !mine.tags().known() && !known.tags().keys().isEmpty();
        if (morePartial || other.isNewer(new Wanted.Tags(mine.name()), this)) {
            metric = metric.withTags(Merge.together(mine.tags(), known.tags()));
        }
        return metric;
    }

    private boolean isNewer(Wanted wanted, Snapshot than) {
        Instant at = readAt.get(wanted);
        return at != null && at.isAfter(than.readAt().getOrDefault(wanted, Instant.MIN));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
