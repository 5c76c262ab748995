package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.sync.Piece.Described;
import dashwright.catalog.sync.Piece.Tagged;
import dashwright.catalog.sync.Piece.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The team's catalog as it is now, searchable, kept fresh within the reads that the source allows. Reading a snapshot or
 * searching never waits for the source. Safe for threads.
 */
public final class LiveCatalog {
    private final MetricSource source;
    private final InstantSource clock;
    private final SyncSettings settings;
    private final Details details;
    private final AtomicReference<Present> present;
    private final AtomicReference<@Nullable CompletableFuture<Synced>> running = new AtomicReference<>();

    /** Guards the making of a new snapshot from the present one. */
    private final Object change = new Object();

    /** An interrupted sync; only the one sync that runs changes it. */
    private volatile @Nullable Listing interrupted;

    private volatile @Nullable Failure failure;

    /** What is known now; an index that is replaced is left to the garbage collector, as searches may still run in it. */
    private record Present(CatalogIndex index, List<String> gaps, boolean synced) {
        Catalog catalog() {
            return index.catalog();
        }
    }

    private record Failure(Instant at, SourceException cause) {}

    /** A catalog that knows nothing until its first sync. */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings) {
        this(source, clock, settings, Catalog.empty(Instant.EPOCH), false);
    }

    /**
     * A catalog that begins with what was known before, as from a {@link dashwright.catalog.CatalogFile}; its details count
     * as read just now.
     */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings, Catalog known) {
        this(source, clock, settings, known, true);
    }

    private LiveCatalog(
            MetricSource source, InstantSource clock, SyncSettings settings, Catalog known, boolean synced) {
        this.source = source;
        this.clock = clock;
        this.settings = settings;
        this.details = new Details(source, settings.detailsKept(), settings.reserve(), clock);
        this.present = new AtomicReference<>(new Present(CatalogIndex.of(known), List.of(), synced));
        known.metrics().forEach(this::remember);
    }

    private void remember(Metric metric) {
        if (metric.described()) {
            MetricSource.Metadata metadata =
                    new MetricSource.Metadata(metric.type(), metric.unit(), metric.description(), metric.integration());
            details.put(new Wanted.Metadata(metric.name()), new Described(metadata));
        }
        if (metric.tags().known()) {
            details.put(new Wanted.Tags(metric.name()), new Tagged(metric.tags()));
        }
    }

    /** The present snapshot; empty and from 1970 before the first sync. */
    public Catalog catalog() {
        return present.get().catalog();
    }

    /** The search over the present snapshot, which its {@link CatalogIndex#catalog} gives. */
    public CatalogIndex search() {
        return present.get().index();
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
        }
        return result(mine);
    }

    /**
     * The present snapshot where it is no older than this, else that of a new sync. Where the sync fails, the snapshot stays
     * as it is and the gaps say so.
     *
     * @throws SourceException where the sync fails and there is no snapshot at all
     */
    public Synced ensureFresh(Duration maxAge) {
        Present now = present.get();
        if (now.synced() && now.catalog().age(clock).compareTo(maxAge) <= 0 && !canGoOn()) {
            return new Synced(now.catalog(), now.gaps());
        }
        Failure last = failure;
        if (last != null && clock.instant().isBefore(last.at().plus(settings.retryAfter()))) {
            return orElseOld(last.cause());
        }
        try {
            return refresh();
        } catch (SourceException e) {
            return orElseOld(e);
        }
    }

    /** Reads unit and description of these metrics where they are not known, the first first; one read each at the most. */
    public Enriched describe(Collection<String> names) {
        return read(names, false);
    }

    /** Reads unit, description and tags of these metrics where they are not known, the first first; two reads each at the most. */
    public Enriched enrich(Collection<String> names) {
        return read(names, true);
    }

    /** Finds out which metrics carry a tag value; one read, however many there are. */
    public Enriched carrying(String tagKey, String tagValue) {
        Details.Outcome outcome = details.get(List.of(new Wanted.Carriers(tagKey, tagValue)));
        Catalog catalog = apply(outcome.pieces());
        List<String> unread = outcome.pieces().isEmpty() ? List.of(tagKey + ":" + tagValue) : List.of();
        return Enriched.of(catalog, unread, outcome.failures());
    }

    /** The present snapshot in numbers. */
    public CatalogStats stats() {
        Catalog catalog = catalog();
        return CatalogStats.of(catalog, catalog.age(clock), source.readsLeft());
    }

    private Synced sync() {
        Listing listing = listing();
        interrupted = listing;
        listing.read(source);
        List<String> gaps = new ArrayList<>(listing.gaps());
        List<SpanGroup> spans = spans(gaps);
        synchronized (change) {
            Catalog merged = Merge.listed(catalog(), listing, spans);
            present.set(new Present(CatalogIndex.of(merged), List.copyOf(gaps), true));
        }
        interrupted = listing.isOpen() ? listing : null;
        failure = null;
        return new Synced(catalog(), gaps);
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

    /** True where a sync stopped for want of reads, and there are some again. */
    private boolean canGoOn() {
        Integer left = source.readsLeft();
        return interrupted != null && (left == null || left > 0);
    }

    private Synced orElseOld(SourceException cause) {
        Present now = present.get();
        if (!now.synced()) {
            throw cause;
        }
        return new Synced(
                now.catalog(),
                List.of("the catalog is as it was at " + now.catalog().takenAt() + ": " + cause.getMessage()));
    }

    private static Synced result(CompletableFuture<Synced> sync) {
        try {
            return sync.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Enriched read(Collection<String> names, boolean tagsToo) {
        Catalog before = catalog();
        Set<String> unknown = new LinkedHashSet<>();
        List<Wanted> wanted = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            if (before.metric(name).isEmpty()) {
                unknown.add(name);
                continue;
            }
            wanted.add(new Wanted.Metadata(name));
            if (tagsToo) {
                wanted.add(new Wanted.Tags(name));
            }
        }
        Details.Outcome outcome = details.get(wanted);
        Catalog after = apply(outcome.pieces());
        List<String> why = new ArrayList<>(outcome.failures());
        unknown.forEach(name -> why.add("the catalog has no metric " + name));
        List<String> unread = new LinkedHashSet<>(names)
                .stream().filter(name -> !isKnown(after, name, tagsToo)).toList();
        return Enriched.of(after, unread, why);
    }

    private static boolean isKnown(Catalog catalog, String name, boolean tagsToo) {
        return catalog.metric(name)
                .filter(metric ->
                        metric.described() && (!tagsToo || metric.tags().known()))
                .isPresent();
    }

    private Catalog apply(Map<Wanted, Piece> pieces) {
        synchronized (change) {
            Present now = present.get();
            Collection<Metric> changed = Merge.changed(now.catalog(), pieces);
            if (!changed.isEmpty()) {
                present.set(new Present(now.index().with(changed), now.gaps(), now.synced()));
            }
            return catalog();
        }
    }
}
