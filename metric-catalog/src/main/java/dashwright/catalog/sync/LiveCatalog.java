package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.sync.CurrentCatalog.Present;
import dashwright.catalog.sync.ReadBudget.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The team's catalog as it is now, searchable, kept fresh within the reads that the source allows, and kept over restarts.
 * Reading a snapshot or searching never waits for the source. Safe for threads.
 */
public final class LiveCatalog implements AutoCloseable {
    /** The share of the reads that may go into listings, so that most of them are left for what people ask. */
    private static final int LISTING_SHARE = 5;

    private final InstantSource clock;
    private final SyncSettings settings;
    private final Kept kept;
    private final ReadBudget budget;
    private final ReadTimes times;
    private final CurrentCatalog current;
    private final Details details;
    private final Syncing syncing;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** A catalog that knows nothing until its first sync, and keeps nothing. */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings) {
        this(source, clock, settings, Sharing.NOTHING);
    }

    /**
     * A catalog that begins with what was kept, which is read when it is first asked for; where that cannot be read, the
     * next {@link Synced} says so and the catalog is listed again.
     */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings, Sharing sharing) {
        this.clock = clock;
        this.settings = settings;
        this.kept = new Kept(sharing.store(), clock);
        this.budget = new ReadBudget(source::allowance, kept.allowance(), settings.reads(), clock);
        this.times = new ReadTimes(settings.detailsKept(), clock);
        this.current = new CurrentCatalog(kept, times, settings.goneKept(), clock);
        this.details = new Details(source, budget, times, clock, stopped::get, current::apply);
        this.syncing = new Syncing(source, budget, current, kept, sharing, settings, clock, stopped::get);
    }

    /**
     * A catalog that begins with what was known before, as from a {@link dashwright.catalog.CatalogFile}; its details count
     * as read just now.
     */
    public LiveCatalog(MetricSource source, InstantSource clock, SyncSettings settings, Catalog known) {
        this(source, clock, settings);
        current.begin(known, known.takenAt());
    }

    /** The present snapshot; empty and from 1970 before the first sync. */
    public Catalog catalog() {
        return current.catalog();
    }

    /** The search over the present snapshot, which its {@link CatalogIndex#catalog} gives. */
    public CatalogIndex search() {
        return current.now().index();
    }

    /** The reads that are left, and for what. */
    public ReadBudget budget() {
        return budget;
    }

    /**
     * Syncs now: lists all names, distributions and liveness, and reads the spans, keeping what is known of each metric. A
     * call while another syncs, here or in another process, waits for that one and has its result. A sync that was
     * interrupted is continued where it stopped.
     *
     * @throws SourceException where the names cannot be read; the present snapshot then stays
     */
    public Synced refresh() {
        Instant before = current.now().listed().wholeAt();
        syncing.run(
                true, true, waited -> waited && current.now().listed().wholeAt().isAfter(before));
        return synced();
    }

    /** The present snapshot where it is no older than the settings allow, else that of a new sync. */
    public Synced ensureFresh() {
        return ensureFresh(spaced(current.now().listed().reportReads(), settings.refreshAfter()));
    }

    /** Listings that cost much come seldom. */
    private Duration spaced(int reads, Duration least) {
        int share = Math.max(1, budget.standing().limit() / LISTING_SHARE);
        Duration affordable = settings.reads().period().multipliedBy(reads).dividedBy(share);
        return affordable.compareTo(least) > 0 ? affordable : least;
    }

    /** What is known, however old; a sync only where nothing is. */
    public Synced ensureKnown() {
        return current.now().listed().isListed() ? synced() : ensureFresh();
    }

    /**
     * The present snapshot where it is no older than this, else that of a new sync: of who reports, and once a day of all
     * names. Where the sync fails, or the reads that are left would not be enough for it, the snapshot stays as it is and
     * the gaps say so.
     *
     * @throws SourceException where the sync fails and there is no snapshot at all
     */
    public Synced ensureFresh(Duration maxAge) {
        if (isEnough(maxAge)) {
            return synced();
        }
        SourceException lately = syncing.lately();
        if (lately != null) {
            return orElseOld(lately);
        }
        Listed listed = current.now().listed();
        boolean whole = isWholeDue(listed);
        int reads = whole ? listed.wholeReads() : listed.reportReads();
        if (listed.isListed() && syncing.resumable() == null && budget.allowed(Purpose.LISTING) < reads) {
            return orElseOld(new SourceException(
                    "another listing takes " + reads + " reads, and " + budget.refusal(Purpose.LISTING)));
        }
        try {
            syncing.run(whole, !listed.isListed(), waited -> isEnough(maxAge));
            return synced();
        } catch (SourceException e) {
            return orElseOld(e);
        }
    }

    private boolean isEnough(Duration maxAge) {
        Present now = current.now();
        return now.listed().isListed() && isFresh(now.catalog().takenAt(), maxAge) && !syncing.canGoOn();
    }

    /** All names where they were not listed of late, or not to their end; who reports where the reads are enough for no more. */
    private boolean isWholeDue(Listed listed) {
        boolean due =
                !isFresh(listed.wholeAt(), spaced(listed.wholeReads(), settings.wholeAfter())) || !listed.complete();
        boolean affordable = budget.allowed(Purpose.LISTING) >= listed.wholeReads();
        return due && (affordable || !listed.isListed());
    }

    /** A time to come was written by a clock that was wrong. */
    private boolean isFresh(Instant at, Duration maxAge) {
        Duration age = Duration.between(at, clock.instant());
        return !age.isNegative() && age.compareTo(maxAge) <= 0;
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
        Map<Wanted, Unread> unread = get(List.of(new Wanted.Carriers(tagKey, tagValue)), Purpose.REQUEST);
        return stillUnread(List.of(), unread);
    }

    /**
     * What was read while nobody waited.
     *
     * @param read how many details
     * @param unread those that were chosen and could not be read
     */
    public record IdleReads(int read, List<Unread> unread) {
        public IdleReads {
            unread = List.copyOf(unread);
        }
    }

    /**
     * Reads details that nobody waits for, the most wanted first, as far as the budget has reads for that: what people asked
     * for before, what is queried, the rest; what was read long ago is read again in between.
     *
     * @param most how many reads at the most
     */
    public IdleReads readIdly(int most) {
        int allowed = Math.min(most, budget.allowed(Purpose.IDLE));
        Present now = current.now();
        IdleChoice choice = new IdleChoice(now.catalog(), now.demand(), times, details::wasRefused);
        List<Wanted> wanted = choice.first(allowed);
        Map<Wanted, Unread> unread = get(wanted, Purpose.IDLE);
        return new IdleReads(wanted.size() - unread.size(), List.copyOf(unread.values()));
    }

    /** Notes that people want to know of these metrics; what they describe or enrich is noted by itself. */
    public void want(Collection<String> names) {
        current.ask(names);
    }

    /** Takes over what another process that shares this catalog read since. */
    public void adopt() {
        current.adopt();
    }

    /** The present snapshot in numbers. */
    public CatalogStats stats() {
        return CatalogStats.of(catalog(), current.now().listed(), clock.instant(), budget.standing());
    }

    /** Begins no read from now on, as the program ends; what is under way comes to its end, and what is known stays. */
    public void stop() {
        stopped.set(true);
    }

    /** Keeps what is not kept yet. */
    public void save() {
        current.save();
    }

    /** Stops, and keeps what is not kept yet. */
    @Override
    public void close() {
        stop();
        save();
    }

    private Synced orElseOld(SourceException cause) {
        if (!current.now().listed().isListed()) {
            throw cause;
        }
        return synced(List.of("the catalog is as it was at " + catalog().takenAt() + ": " + cause.getMessage()));
    }

    private Synced synced() {
        return synced(current.now().listed().gaps());
    }

    private Synced synced(List<String> gaps) {
        return new Synced(
                catalog(),
                Stream.concat(gaps.stream(), kept.takeProblems().stream()).toList());
    }

    private Enriched read(Collection<String> names, boolean tagsToo) {
        Catalog before = catalog();
        List<Unread> unread = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            Wanted.Metadata metadata = new Wanted.Metadata(name);
            if (before.metric(name).isEmpty()) {
                unread.add(new Unread(metadata, Unread.Cause.ABSENT, "the catalog has no metric " + name, null));
                continue;
            }
            present.add(name);
            wanted.add(metadata);
            if (tagsToo) {
                wanted.add(new Wanted.Tags(name));
            }
        }
        current.ask(present);
        return stillUnread(unread, get(wanted, Purpose.REQUEST));
    }

    private Enriched stillUnread(List<Unread> absent, Map<Wanted, Unread> failed) {
        Stream<Unread> unread = failed.values().stream().filter(each -> !isKnown(each.wanted()));
        return new Enriched(catalog(), Stream.concat(absent.stream(), unread).toList());
    }

    private Map<Wanted, Unread> get(List<Wanted> wanted, Purpose purpose) {
        // What was read before a restart counts as read, so it must be there before anything is asked for.
        current.now();
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
}
