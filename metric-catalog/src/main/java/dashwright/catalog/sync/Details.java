package dashwright.catalog.sync;

import dashwright.catalog.sync.Piece.Known;
import dashwright.catalog.sync.Piece.Refused;
import dashwright.catalog.sync.ReadBudget.Purpose;
import dashwright.catalog.sync.Unread.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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

    private final ConcurrentMap<Wanted, CompletableFuture<Piece>> underWay = new ConcurrentHashMap<>();
    private final MetricSource source;
    private final ReadBudget budget;
    private final ReadTimes times;
    private final Consumer<Map<Wanted, Piece>> known;

    /**
     * Reads from a source.
     *
     * @param known takes what was told into the catalog; only then does it count as read
     */
    Details(MetricSource source, ReadBudget budget, ReadTimes times, Consumer<Map<Wanted, Piece>> known) {
        this.source = source;
        this.budget = budget;
        this.times = times;
        this.known = known;
    }

    /**
     * Reads what was not read of late in the order given, until the budget is spent or the source fails.
     *
     * @return what could not be read, and why
     */
    Map<Wanted, Unread> get(Collection<? extends Wanted> wanted, Purpose purpose) {
        Map<Wanted, Unread> unread = new LinkedHashMap<>();
        List<Wanted> left = new ArrayList<>(
                wanted.stream().filter(one -> !times.isFresh(one)).toList());
        int vain = 0;
        while (!left.isEmpty() && vain < MOST_VAIN_ROUNDS) {
            Map<Wanted, CompletableFuture<Piece>> round = begin(left, purpose);
            if (round.isEmpty()) {
                break;
            }
            boolean told = end(round, unread, purpose);
            vain = told ? 0 : vain + 1;
            left.removeAll(round.keySet());
        }
        boolean spent = vain < MOST_VAIN_ROUNDS;
        left.forEach(one -> unread.put(one, spent ? spent(one, purpose) : givenUp(one)));
        return unread;
    }

    private Unread spent(Wanted wanted, Purpose purpose) {
        return new Unread(
                wanted, Cause.BUDGET, budget.refusal(purpose), budget.standing().resetAt());
    }

    /** Another program of the team may have spent the last reads: then the source says so before the budget does. */
    private Unread refused(Wanted wanted, Refused refused, Purpose purpose) {
        return budget.allowed(purpose) == 0
                ? spent(wanted, purpose)
                : new Unread(wanted, Cause.SOURCE, refused.why(), null);
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
            told.keySet().forEach(times::readNow);
        } finally {
            // A refusal is shared by those who wait for it now, and is not kept: the next one may ask again.
            round.forEach(underWay::remove);
        }
        return !told.isEmpty();
    }
}
