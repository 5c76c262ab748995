package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.sync.ReadBudget.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The team's catalog as it is now, searchable, kept fresh within the reads that the source allows, and kept over restarts.
 * Reading a snapshot or searching never waits for the source. Safe for threads.
 */
public final class LiveCatalog implements AutoCloseable {
    /** All names, those of a day, those of an hour, and the distributions: one page of each. */
    private static final int LEAST_LISTING = 4;

    /** The share of the reads that may go into listings, so that most of them are left for what people ask. */
    private static final int LISTING_SHARE = 5;

    private final MetricSource source;
    private final InstantSource clock;
    private final SyncSettings settings;
    private final Kept kept;
    private final ReadBudget budget;
    private final ReadTimes times;
    private final Details details;
    private final AtomicReference<@Nullable CompletableFuture<Synced>> running = new AtomicReference<>();

    /** Guards the making of a new snapshot from the present one. */
    private final Object change = new Object();

    private volatile @Nullable Present present;

    /** An interrupted sync; only the one sync that runs changes it. */
    private volatile @Nullable Listing interrupted;

    private volatile @Nullable Failure failure;

    /**
     * What is known now; an index that is replaced is left to the garbage collector, as searches may still run in it.
     *
     * @param complete false where the listing stopped for want of reads
     * @param listingReads how many reads the listing took
     */
    private record Present(CatalogIndex index, List<String> gaps, boolean synced, boolean complete, int listingReads) {
        Catalog catalog() {
            return index.catalog();
        }

        Present with(Collection<Metric> changed) {
            return new Present(index.with(changed), gaps, synced, complete, listingReads);
        }
    }

    private record Failure(Instant at, SourceException cause) {}

    /** A catalog that knows nothing until its first sync, and keeps nothing. */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings) {
        this(source, clock, settings, SnapshotStore.NONE);
    }

    /**
     * A catalog that begins with what was kept, which is read when it is first asked for; where that cannot be read, the
     * next {@link Synced} says so and the catalog is listed again.
     */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings, SnapshotStore store) {
        this.source = source;
        this.clock = clock;
        this.settings = settings;
        this.kept = new Kept(store, clock);
        this.budget = new ReadBudget(source::allowance, kept.allowance(), settings.reads(), clock);
        this.times = new ReadTimes(settings.detailsKept(), clock);
        this.details = new Details(source, budget, times, this::apply);
    }

    /**
     * A catalog that begins with what was known before, as from a {@link dashwright.catalog.CatalogFile}; its details count
     * as read just now.
     */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings, Catalog known) {
        this(source, clock, settings);
        this.present = new Present(CatalogIndex.of(known), List.of(), true, true, LEAST_LISTING);
        known.metrics().forEach(this::remember);
    }

    private void remember(Metric metric) {
        if (metric.described()) {
            times.readNow(new Wanted.Metadata(metric.name()));
        }
        if (metric.tags().known()) {
            times.readNow(new Wanted.Tags(metric.name()));
        }
    }

    private Present present() {
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
                .map(snapshot -> {
                    times.restore(snapshot.readAt());
                    return new Present(
                            CatalogIndex.of(snapshot.catalog()),
                            snapshot.gaps(),
                            true,
                            snapshot.complete(),
                            snapshot.listingReads());
                })
                .orElseGet(() -> new Present(
                        CatalogIndex.of(Catalog.empty(Instant.EPOCH)), List.of(), false, true, LEAST_LISTING));
    }

    private Snapshot snapshot() {
        Present now = present();
        return new Snapshot(now.catalog(), now.gaps(), now.complete(), now.listingReads(), times.all());
    }

    /** The present snapshot; empty and from 1970 before the first sync. */
    public Catalog catalog() {
        return present().catalog();
    }

    /** The search over the present snapshot, which its {@link CatalogIndex#catalog} gives. */
    public CatalogIndex search() {
        return present().index();
    }

    /** The reads that are left, and for what. */
    public ReadBudget budget() {
        return budget;
    }

    /**
     * Syncs now: lists names, distributions and liveness, and reads the spans, keeping what is known of each metric. A call
     * while another syncs waits for that one and has its result. A sync that was interrupted is continued where it stopped.
     *
     * @throws SourceException where the names cannot be read; the present snapshot then stays
     */
    public Synced refresh() {
        CompletableFuture<Synced> mine = new CompletableFuture<>();
        CompletableFuture<Synced> other = running.compareAndExchange(null, mine);
        if (other != null) {
            return result(other);
        }
        try {
            mine.complete(sync());
        } catch (SourceException e) {
            failure = new Failure(clock.instant(), e);
            mine.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            running.set(null);
            budget.kept().ifPresent(kept::save);
        }
        return result(mine);
    }

    /** The present snapshot where it is no older than the settings allow, else that of a new sync. */
    public Synced ensureFresh() {
        return ensureFresh(interval());
    }

    /** Listings that cost much come seldom. */
    private Duration interval() {
        ReadBudget.Standing now = budget.standing();
        int share = Math.max(1, now.limit() / LISTING_SHARE);
        Duration affordable =
                settings.reads().period().multipliedBy(present().listingReads()).dividedBy(share);
        return affordable.compareTo(settings.refreshAfter()) > 0 ? affordable : settings.refreshAfter();
    }

    /**
     * The present snapshot where it is no older than this, else that of a new sync. Where the sync fails, or the reads that
     * are left would not be enough for it, the snapshot stays as it is and the gaps say so.
     *
     * @throws SourceException where the sync fails and there is no snapshot at all
     */
    public Synced ensureFresh(Duration maxAge) {
        Present now = present();
        if (now.synced() && isFresh(now, maxAge) && !canGoOn(now)) {
            return synced(now.gaps());
        }
        Failure last = failure;
        if (last != null && clock.instant().isBefore(last.at().plus(settings.retryAfter()))) {
            return orElseOld(last.cause());
        }
        if (now.synced() && interrupted == null && budget.allowed(Purpose.LISTING) < now.listingReads()) {
            return orElseOld(new SourceException(
                    "another listing takes " + now.listingReads() + " reads, and " + budget.refusal(Purpose.LISTING)));
        }
        try {
            return refresh();
        } catch (SourceException e) {
            return orElseOld(e);
        }
    }

    /** A snapshot from the future was written by a clock that was wrong. */
    private boolean isFresh(Present now, Duration maxAge) {
        Duration age = now.catalog().age(clock);
        return !age.isNegative() && age.compareTo(maxAge) <= 0;
    }

    /** Reads unit and description of these metrics where they are not known, the first first; one read each at the most. */
    public Enriched describe(Collection<String> names) {
        return read(names, false, Purpose.REQUEST);
    }

    /** Reads unit, description and tags of these metrics where they are not known, the first first; two reads each at the most. */
    public Enriched enrich(Collection<String> names) {
        return read(names, true, Purpose.REQUEST);
    }

    /** Finds out which metrics carry a tag value; one read, however many there are. */
    public Enriched carrying(String tagKey, String tagValue) {
        Map<Wanted, Unread> unread = read(List.of(new Wanted.Carriers(tagKey, tagValue)), Purpose.REQUEST);
        return stillUnread(List.of(), unread);
    }

    /**
     * Reads unit and description of metrics that nobody asked for yet, as far as the budget has reads for what nobody waits
     * for: those that report before those that are quiet, and one of each namespace before the second of any.
     *
     * @param most how many at the most
     */
    public Enriched describeIdly(int most) {
        return read(IdleChoice.of(catalog(), Math.min(most, budget.allowed(Purpose.IDLE))), false, Purpose.IDLE);
    }

    /** The present snapshot in numbers. */
    public CatalogStats stats() {
        Catalog catalog = catalog();
        return CatalogStats.of(catalog, catalog.age(clock), budget.standing());
    }

    /** Keeps what is not kept yet. */
    @Override
    public void close() {
        kept.save(this::snapshot);
    }

    private Synced sync() {
        Listing listing = listing();
        interrupted = listing;
        listing.read(source, budget);
        List<String> gaps = new ArrayList<>(listing.gaps());
        List<SpanGroup> spans = spans(gaps);
        synchronized (change) {
            Catalog merged = Merge.listed(catalog(), listing, spans);
            int reads = Math.max(LEAST_LISTING, listing.reads());
            present = new Present(CatalogIndex.of(merged), List.copyOf(gaps), true, !listing.isOpen(), reads);
        }
        interrupted = listing.isOpen() ? listing : null;
        failure = null;
        kept.replaced(this::snapshot);
        return synced(gaps);
    }

    private Listing listing() {
        Listing open = interrupted;
        Instant now = clock.instant();
        boolean resumable = open != null && now.isBefore(open.startedAt().plus(settings.resumeWithin()));
        return open != null && resumable ? open : new Listing(now);
    }

    private List<SpanGroup> spans(List<String> gaps) {
        try {
            return source.spans();
        } catch (SourceException e) {
            gaps.add("the spans: " + e.getMessage());
            return catalog().spans();
        }
    }

    /** True where a sync stopped for want of reads, here or before a restart, and there are some again. */
    private boolean canGoOn(Present now) {
        int needed = interrupted != null ? 1 : now.listingReads();
        return !now.complete() && budget.allowed(Purpose.LISTING) >= needed;
    }

    private Synced orElseOld(SourceException cause) {
        Present now = present();
        if (!now.synced()) {
            throw cause;
        }
        return synced(List.of("the catalog is as it was at " + now.catalog().takenAt() + ": " + cause.getMessage()));
    }

    private Synced synced(List<String> gaps) {
        return new Synced(
                catalog(),
                Stream.concat(gaps.stream(), kept.takeProblems().stream()).toList());
    }

    private static Synced result(CompletableFuture<Synced> sync) {
        try {
            return sync.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Enriched read(Collection<String> names, boolean tagsToo, Purpose purpose) {
        Catalog before = catalog();
        List<Unread> unread = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            Wanted.Metadata metadata = new Wanted.Metadata(name);
            if (before.metric(name).isEmpty()) {
                unread.add(new Unread(metadata, Unread.Cause.ABSENT, "the catalog has no metric " + name, null));
                continue;
            }
            wanted.add(metadata);
            if (tagsToo) {
                wanted.add(new Wanted.Tags(name));
            }
        }
        return stillUnread(unread, read(wanted, purpose));
    }

    private Enriched stillUnread(List<Unread> absent, Map<Wanted, Unread> failed) {
        Stream<Unread> unread = failed.values().stream().filter(each -> !isKnown(each.wanted()));
        return new Enriched(catalog(), Stream.concat(absent.stream(), unread).toList());
    }

    private Map<Wanted, Unread> read(List<Wanted> wanted, Purpose purpose) {
        // What was read before a restart counts as read, so it must be there before anything is asked for.
        present();
        Map<Wanted, Unread> unread = details.get(wanted, purpose);
        budget.kept().ifPresent(kept::save);
        return unread;
    }

    /** True where this was read once; what was read long ago is still better than nothing. */
    public boolean isKnown(Wanted wanted) {
        Catalog catalog = catalog();
        return switch (wanted) {
            case Wanted.Metadata(String name) ->
                catalog.metric(name).filter(Metric::described).isPresent();
            case Wanted.Tags(String name) ->
                catalog.metric(name).filter(metric -> metric.tags().known()).isPresent();
            case Wanted.Carriers _ -> times.wasRead(wanted);
        };
    }

    private void apply(Map<Wanted, Piece> pieces) {
        synchronized (change) {
            Present now = present();
            Collection<Metric> changed = Merge.changed(now.catalog(), pieces);
            if (!changed.isEmpty()) {
                present = now.with(changed);
            }
        }
        kept.changed(this::snapshot);
    }
}
