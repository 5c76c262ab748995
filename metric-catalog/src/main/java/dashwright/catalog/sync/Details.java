package dashwright.catalog.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dashwright.catalog.sync.Piece.Known;
import dashwright.catalog.sync.Piece.Refused;
import dashwright.catalog.sync.ReadBudget.Purpose;
import dashwright.catalog.sync.Unread.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads of single metrics within the budget: who asks for the same thing at the same time shares one read, and who asks
 * again soon costs none. Safe for threads.
 */
final class Details {
    /** Reads under way at once; enough to be quick, few enough to notice an outage or a spent budget in time. */
    private static final int AT_ONCE = 4;

    /** After so many rounds in a row in which nothing was told the source is taken to be down. */
    private static final int MOST_VAIN_ROUNDS = 2;

    private static final Duration REFUSALS_KEPT = Duration.ofHours(1);
    private static final int MOST_REFUSALS = 10_000;

    private final ConcurrentMap<Wanted, CompletableFuture<Piece>> underWay = new ConcurrentHashMap<>();
    private final MetricSource source;
    private final ReadBudget budget;
    private final ReadTimes times;
    private final BooleanSupplier stopped;
    private final Consumer<Map<Wanted, Piece>> known;

    /**
     * What the source refused. Where that is lasting, as for a metric that it does not have, nobody asks again for a while;
     * where it may pass, only those do who wait for it.
     */
    private final Cache<Wanted, Refused> refusals;

    /**
     * Reads from a source.
     *
     * @param stopped true once nothing more may be read
     * @param known takes what was told into the catalog, from when on it counts as read
     */
    Details(
            MetricSource source,
            ReadBudget budget,
            ReadTimes times,
            InstantSource clock,
            BooleanSupplier stopped,
            Consumer<Map<Wanted, Piece>> known) {
        this.source = source;
        this.budget = budget;
        this.times = times;
        this.stopped = stopped;
        this.known = known;
        this.refusals = Caffeine.newBuilder()
                .maximumSize(MOST_REFUSALS)
                .expireAfterWrite(REFUSALS_KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli()))
                .build();
    }

    /**
     * Reads what was not read of late in the order given, until the budget is spent or the source fails.
     *
     * @return what could not be read, and why
     */
    Map<Wanted, Unread> get(Collection<? extends Wanted> wanted, Purpose purpose) {
        Map<Wanted, Unread> unread = new LinkedHashMap<>();
        List<Wanted> left = new ArrayList<>();
        for (Wanted one : wanted) {
            Refused refusal = refusals.getIfPresent(one);
            if (times.isFresh(one)) {
                continue;
            }
            if (refusal == null || (!refusal.lasting() && purpose == Purpose.REQUEST)) {
                left.add(one);
            } else {
                unread.put(one, new Unread(one, Cause.SOURCE, refusal.why(), null));
            }
        }
        int vain = 0;
        while (!left.isEmpty() && vain < MOST_VAIN_ROUNDS && !stopped.getAsBoolean()) {
            Map<Wanted, CompletableFuture<Piece>> round = begin(left, purpose);
            if (round.isEmpty()) {
                break;
            }
            boolean told = end(round, unread, purpose);
            vain = told ? 0 : vain + 1;
            left.removeAll(round.keySet());
        }
        boolean spent = vain < MOST_VAIN_ROUNDS;
        for (Wanted one : left) {
            unread.put(one, stopped.getAsBoolean() ? stopped(one) : spent ? spent(one, purpose) : givenUp(one));
        }
        return unread;
    }

    private Unread spent(Wanted wanted, Purpose purpose) {
        return new Unread(
                wanted, Cause.BUDGET, budget.refusal(purpose), budget.standing().resetAt());
    }

    /** Another program of the team may have spent the last reads: then the source says so before the budget does. */
    private Unread refused(Wanted wanted, Refused refused, Purpose purpose) {
        if (!refused.lasting() && budget.allowed(purpose) == 0) {
            return spent(wanted, purpose);
        }
        refusals.put(wanted, refused);
        return new Unread(wanted, Cause.SOURCE, refused.why(), null);
    }

    /** True where the source refused it of late. */
    boolean wasRefused(Wanted wanted) {
        return refusals.getIfPresent(wanted) != null;
    }

    private static Unread stopped(Wanted wanted) {
        return new Unread(wanted, Cause.SOURCE, "the program is about to end, so it was not asked for", null);
    }

    private static Unread givenUp(Wanted wanted) {
        return new Unread(wanted, Cause.SOURCE, "the reads before it all failed, so it was not tried", null);
    }

    /** Begins the first few reads, or joins those that are under way; none where the budget does not allow one. */
    private Map<Wanted, CompletableFuture<Piece>> begin(List<Wanted> left, Purpose purpose) {
        Map<Wanted, CompletableFuture<Piece>> round = new LinkedHashMap<>();
        for (Wanted one : left.subList(0, Math.min(AT_ONCE, left.size()))) {
            CompletableFuture<Piece> read = begin(one, purpose);
            if (read == null) {
                break;
            }
            round.put(one, read);
        }
        return round;
    }

    private @Nullable CompletableFuture<Piece> begin(Wanted one, Purpose purpose) {
        if (!budget.begins(purpose)) {
            return underWay.get(one);
        }
        CompletableFuture<Piece> mine = new CompletableFuture<>();
        CompletableFuture<Piece> other = underWay.putIfAbsent(one, mine);
        if (other != null) {
            budget.unused();
            return other;
        }
        if (times.isFresh(one)) {
            // It was read between the look at the times and here.
            budget.unused();
            mine.complete(new Known());
        } else {
            Thread.ofVirtual().name("catalog-read").start(() -> read(one, mine));
        }
        return mine;
    }

    private void read(Wanted one, CompletableFuture<Piece> mine) {
        Piece piece;
        try {
            piece = Piece.read(source, one);
        } catch (RuntimeException | Error e) {
            budget.ended();
            mine.completeExceptionally(e);
            return;
        }
        budget.ended();
        mine.complete(piece);
    }

    /** Waits for a round; true where the source told anything. */
    private boolean end(Map<Wanted, CompletableFuture<Piece>> round, Map<Wanted, Unread> unread, Purpose purpose) {
        Map<Wanted, Piece> told = new LinkedHashMap<>();
        try {
            round.forEach((one, read) -> {
                switch (read.join()) {
                    case Refused refused -> unread.put(one, refused(one, refused, purpose));
                    case Piece piece -> told.put(one, piece);
                }
            });
            known.accept(told);
        } finally {
            // A refusal is shared by those who wait for it now.
            round.forEach(underWay::remove);
        }
        return !told.isEmpty();
    }
}
