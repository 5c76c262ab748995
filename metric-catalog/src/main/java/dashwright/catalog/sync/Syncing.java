package dashwright.catalog.sync;

import dashwright.catalog.SpanGroup;
import dashwright.catalog.sync.Leases.Work;
import dashwright.catalog.sync.ReadBudget.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists, one listing at a time: within this process and among all that share the catalog. A listing that was interrupted is
 * continued where it stopped, by whichever process comes next. Safe for threads.
 */
final class Syncing {
    /** Longer than one read with all its repetitions takes; it is prolonged before each. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** A listing of a hundred thousand metrics takes a fraction of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final MetricSource source;
    private final ReadBudget budget;
    private final CurrentCatalog current;
    private final Kept kept;
    private final Sharing sharing;
    private final SyncSettings settings;
    private final InstantSource clock;
    private final BooleanSupplier stopped;
    private final AtomicReference<@Nullable CompletableFuture<@Nullable Void>> running = new AtomicReference<>();
    private volatile @Nullable Failure failure;

    /** When a list could not be read, though the listing came to something; null where all could. */
    private volatile @Nullable Instant stumbledAt;

    /** A listing that failed. */
    record Failure(Instant at, SourceException cause) {}

    Syncing(
            MetricSource source,
            ReadBudget budget,
            CurrentCatalog current,
            Kept kept,
            Sharing sharing,
            SyncSettings settings,
            InstantSource clock,
            BooleanSupplier stopped) {
        this.source = source;
        this.budget = budget;
        this.current = current;
        this.kept = kept;
        this.sharing = sharing;
        this.settings = settings;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** The last listing, where it failed; null where it did not, or where it was so long ago that another may be tried. */
    @Nullable
    SourceException lately() {
        Failure last = failure;
        boolean lately = last != null && clock.instant().isBefore(last.at().plus(settings.retryAfter()));
        return lately && last != null ? last.cause() : null;
    }

    /** True where a listing stopped, here or before a restart, and can go on now. */
    boolean canGoOn() {
        Listed listed = current.now().listed();
        Instant stumbled = stumbledAt;
        boolean tooSoon = stumbled != null && clock.instant().isBefore(stumbled.plus(settings.retryAfter()));
        int needed = resumable() != null ? 1 : listed.wholeReads();
        return !listed.complete() && !tooSoon && budget.allowed(Purpose.LISTING) >= needed;
    }

    /** A listing that can be continued; null where there is none. */
    @Nullable
    UnfinishedListing resumable() {
        UnfinishedListing unfinished = current.unfinished();
        Instant now = clock.instant();
        boolean inTime = unfinished != null
                && !unfinished.startedAt().isAfter(now)
                && now.isBefore(unfinished.startedAt().plus(settings.resumeWithin()));
        return inTime ? unfinished : null;
    }

    /**
     * Lists, or waits for the listing that is under way here.
     *
     * @param whole true for all names, false where those that report are enough
     * @param patient true where the listing of another process is waited for
     * @param enough looked at once it is this one's turn, told whether it waited for that: true where another process listed
     *     in the meantime
     * @throws SourceException where the first list cannot be read, or another process lists for long; the present snapshot
     *     then stays
     */
    void run(boolean whole, boolean patient, Predicate<Boolean> enough) {
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> other = running.compareAndExchange(null, mine);
        if (other != null) {
            join(other);
            return;
        }
        try {
            boolean waited = waitForTurn(patient);
            inTurn(whole, () -> enough.test(waited));
            mine.complete(null);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            running.set(null);
            budget.kept().ifPresent(kept::save);
        }
        join(mine);
    }

    private static void join(CompletableFuture<@Nullable Void> listing) {
        try {
            listing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void inTurn(boolean whole, BooleanSupplier enough) {
        try {
            current.adopt();
            if (!enough.getAsBoolean()) {
                list(whole);
            }
        } catch (SourceException e) {
            failure = new Failure(clock.instant(), e);
            throw e;
        } finally {
            kept.guarded(() -> sharing.leases().release(Work.LISTING));
        }
    }

    /** Takes the turn; true where another process had it before. */
    private boolean waitForTurn(boolean patient) {
        Instant until = takenUntil();
        boolean waited = until != null;
        for (long waits = patient ? PATIENCE.dividedBy(LOOK_AGAIN) : 0; until != null && waits > 0; waits--) {
            pause();
            until = takenUntil();
        }
        if (until != null) {
            throw new SourceException(
                    "another process lists the metrics now and keeps the outcome for all that share the"
                            + " database; ask again in a moment (should it have died, its turn ends at "
                            + TIME.format(until)
                            + ")");
        }
        return waited;
    }

    /** Until when another process has the turn; null where this one has it, or where nobody can tell. */
    private @Nullable Instant takenUntil() {
        AtomicReference<@Nullable Instant> until = new AtomicReference<>();
        kept.guarded(() -> until.set(sharing.leases().take(Work.LISTING, LEASE).orElse(null)));
        return until.get();
    }

    private void pause() {
        try {
            sharing.pause().take(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("waiting for another process's listing was interrupted", e);
        }
    }

    private void list(boolean whole) {
        Listing listing = listing(whole);
        int before = listing.reads();
        try {
            listing.read(source, budget, () -> betweenReads(listing));
        } catch (SourceException e) {
            if (listing.reads() > before) {
                current.interrupted(listing);
            }
            throw e;
        }
        List<String> gaps = new ArrayList<>();
        List<SpanGroup> spans = spans(gaps);
        current.list(listing, spans, gaps);
        stumbledAt = listing.isOpen() && listing.hasFailed() ? clock.instant() : null;
        failure = null;
    }

    private void betweenReads(Listing listing) {
        if (stopped.getAsBoolean()) {
            throw new SourceException(
                    "the listing was stopped, as the program is about to end; the next one goes on there");
        }
        if (takenUntil() != null) {
            throw new SourceException("another process took over the listing, as this one stood still for too long");
        }
        current.progressed(listing);
    }

    /** The one that can be continued, unless more is wanted. */
    private Listing listing(boolean whole) {
        UnfinishedListing unfinished = resumable();
        if (unfinished != null && (unfinished.whole() || !whole)) {
            return Listing.of(unfinished);
        }
        Instant now = clock.instant();
        return whole ? Listing.whole(now) : Listing.ofReports(now);
    }

    private List<SpanGroup> spans(List<String> gaps) {
        try {
            return source.spans();
        } catch (SourceException e) {
            gaps.add("the spans: " + e.getMessage());
            return List.of();
        }
    }
}
