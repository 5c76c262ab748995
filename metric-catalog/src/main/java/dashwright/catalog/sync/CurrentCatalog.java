package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.CatalogIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The present snapshot, and each way in which it changes; kept over restarts. Reading it never waits for a change. Safe for
 * threads.
 */
final class CurrentCatalog {
    private final Kept kept;
    private final ReadTimes times;
    private final Duration goneKept;
    private final InstantSource clock;

    /** Guards the making of a new snapshot from the present one. */
    private final Object change = new Object();

    private volatile @Nullable Present present;

    private volatile @Nullable UnfinishedListing unfinished;

    /**
     * What is known now; an index that is replaced is left to the garbage collector, as searches may still run in it.
     *
     * @param index the snapshot and the search over it
     * @param listed how it was listed
     * @param spansAt when each kind of spans was last seen
     * @param goneAt since when each metric that is gone is known to be
     * @param demand which metrics people want
     */
    record Present(
            CatalogIndex index,
            Listed listed,
            Map<SpanGroup, Instant> spansAt,
            Map<String, Instant> goneAt,
            Demand demand) {
        static Present of(CatalogIndex index, Snapshot snapshot) {
            return new Present(index, snapshot.listed(), snapshot.spansAt(), snapshot.goneAt(), snapshot.demand());
        }

        Present with(CatalogIndex other) {
            return new Present(other, listed, spansAt, goneAt, demand);
        }

        Present with(Demand other) {
            return new Present(index, listed, spansAt, goneAt, other);
        }

        Catalog catalog() {
            return index.catalog();
        }
    }

    CurrentCatalog(Kept kept, ReadTimes times, Duration goneKept, InstantSource clock) {
        this.kept = kept;
        this.times = times;
        this.goneKept = goneKept;
        this.clock = clock;
    }

    /** Begins with what was known before, instead of with what was kept; its details count as read just now. */
    void begin(Catalog known, Instant listedAt) {
        Listed never = Listed.NEVER;
        Listed listed = new Listed(listedAt, never.wholeReads(), never.reportReads(), true, List.of(), List.of());
        present = new Present(CatalogIndex.of(known), listed, Map.of(), Map.of(), Demand.NONE);
        List<Wanted> read = new ArrayList<>();
        known.metrics().forEach(metric -> {
            if (metric.described()) {
                read.add(new Wanted.Metadata(metric.name()));
            }
            if (metric.tags().known()) {
                read.add(new Wanted.Tags(metric.name()));
            }
        });
        times.readNow(read);
    }

    /** What is known now; what was kept, where nothing else is. */
    Present now() {
        Present known = present;
        if (known != null) {
            return known;
        }
        synchronized (change) {
            Present restored = Objects.requireNonNullElseGet(present, this::restored);
            present = restored;
            return restored;
        }
    }

    private Present restored() {
        return kept.snapshot()
                .map(this::restored)
                .orElseGet(() -> new Present(
                        CatalogIndex.of(Catalog.empty(Instant.EPOCH)), Listed.NEVER, Map.of(), Map.of(), Demand.NONE));
    }

    private Present restored(Snapshot snapshot) {
        times.learn(snapshot.readAt());
        unfinished = snapshot.unfinished();
        return Present.of(CatalogIndex.of(snapshot.catalog()), snapshot);
    }

    Catalog catalog() {
        return now().catalog();
    }

    /** A listing that stopped before its end; null where there is none. */
    @Nullable
    UnfinishedListing unfinished() {
        var _ = now();
        return unfinished;
    }

    private Snapshot snapshot() {
        Present now = now();
        return new Snapshot(
                now.catalog(), now.listed(), now.spansAt(), now.goneAt(), now.demand(), unfinished, times.all());
    }

    /** Takes over what another process kept since this one last read or wrote. */
    void adopt() {
        var _ = now();
        kept.ofOthers().ifPresent(this::join);
    }

    private void join(Snapshot other) {
        synchronized (change) {
            Present mine = now();
            Snapshot both = snapshot().with(other);
            times.learn(both.readAt());
            unfinished = both.unfinished();
            boolean sameListing = both.catalog().takenAt().equals(mine.catalog().takenAt());
            CatalogIndex index = sameListing
                    ? with(mine.index(), changed(mine.catalog(), both.catalog()))
                    : CatalogIndex.of(both.catalog());
            present = Present.of(index, both);
        }
    }

    private static List<Metric> changed(Catalog before, Catalog after) {
        return after.metrics().stream()
                .filter(metric ->
                        before.metric(metric.name()).filter(metric::equals).isEmpty())
                .toList();
    }

    /**
     * Takes in what a listing showed, and keeps it.
     *
     * @param look the spans that were seen; empty where they could not be read
     * @param spanGaps why not, in words for people
     */
    void list(Listing listing, List<SpanGroup> look, List<String> spanGaps) {
        synchronized (change) {
            Present before = now();
            Map<SpanGroup, Instant> spansAt = SeenSpans.with(
                    SeenSpans.of(
                            before.catalog().spans(),
                            before.spansAt(),
                            before.catalog().takenAt()),
                    look,
                    clock.instant());
            List<SpanGroup> spans = List.copyOf(spansAt.keySet());
            Merge.Outcome merged = Merge.listed(before.catalog(), before.goneAt(), listing, spans, goneKept);
            Demand demand = listing.isWhole() ? before.demand().withQueried(listing.queried()) : before.demand();
            present = new Present(
                    CatalogIndex.of(merged.catalog()),
                    listed(before.listed(), listing, spanGaps),
                    spansAt,
                    merged.goneAt(),
                    demand);
            times.keepOnly(name -> merged.catalog().metric(name).isPresent());
            unfinished = listing.isOpen() ? listing.asUnfinished() : null;
        }
        kept.replaced(this::snapshot);
    }

    private static Listed listed(Listed before, Listing listing, List<String> spanGaps) {
        List<String> reportGaps = new ArrayList<>(listing.gaps(true));
        reportGaps.addAll(spanGaps);
        boolean complete = !listing.isOpen();
        int reportReads = Math.max(Listed.NEVER.reportReads(), listing.reportReads());
        return listing.isWhole()
                ? new Listed(
                        listing.startedAt(),
                        Math.max(Listed.NEVER.wholeReads(), listing.reads()),
                        reportReads,
                        complete,
                        listing.gaps(false),
                        reportGaps)
                : new Listed(
                        before.wholeAt(), before.wholeReads(), reportReads, complete, before.wholeGaps(), reportGaps);
    }

    /** Keeps how far a listing came that goes on, where nothing was kept of late. */
    void progressed(Listing listing) {
        if (kept.isDue()) {
            interrupted(listing);
        }
    }

    /** Keeps how far a listing came that stopped. */
    void interrupted(Listing listing) {
        var _ = now();
        unfinished = listing.isOpen() ? listing.asUnfinished() : null;
        kept.replaced(this::snapshot);
    }

    /** Takes in what was read of single metrics, from when on it counts as read. */
    void apply(Map<Wanted, Piece> pieces) {
        synchronized (change) {
            Present now = now();
            Collection<Metric> changed = Merge.changed(now.catalog(), pieces);
            present = now.with(with(now.index(), changed));
            times.readNow(pieces.keySet());
        }
        kept.changed(this::snapshot);
    }

    private static CatalogIndex with(CatalogIndex index, Collection<Metric> changed) {
        return changed.isEmpty() ? index : index.with(changed);
    }

    /** Notes that someone wants these. */
    void ask(Collection<String> metrics) {
        synchronized (change) {
            Present now = now();
            present = now.with(now.demand().asked(metrics, clock.instant()));
        }
        kept.changed();
    }

    /** Keeps what is not kept yet. */
    void save() {
        kept.save(this::snapshot);
    }
}
