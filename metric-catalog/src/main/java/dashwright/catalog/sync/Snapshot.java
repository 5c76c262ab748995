package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A catalog as it is kept over a restart.
 *
 * @param catalog the metrics and spans, and when they were listed
 * @param gaps what could not be listed, in words for people
 * @param complete false where the listing stopped for want of reads and is worth another as soon as there are some
 * @param listingReads how many reads the listing took
 * @param readAt when each detail was read
 */
public record Snapshot(
        Catalog catalog, List<String> gaps, boolean complete, int listingReads, Map<Wanted, Instant> readAt) {
    public Snapshot {
        gaps = List.copyOf(gaps);
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
        return new Snapshot(base.catalog().with(changed), base.gaps(), base.complete(), base.listingReads(), times);
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

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
