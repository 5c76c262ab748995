package dashwright.catalog.sync;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dashwright.catalog.sync.Piece.Refused;
import dashwright.catalog.sync.Piece.Wanted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was read of single metrics, kept for a while: who asks for the same thing at the same time shares one read, and who
 * asks again soon costs none. Safe for threads.
 */
final class Details {
    /** Reads under way at once; enough to be quick, few enough to notice an outage or a spent budget in time. */
    private static final int AT_ONCE = 4;

    /** After so many rounds in a row in which nothing was told the source is taken to be down. */
    private static final int MOST_VAIN_ROUNDS = 2;

    private static final long MOST_KEPT = 200_000;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("catalog-read").start(task);

    private final AsyncCache<Wanted, Piece> kept;
    private final MetricSource source;
    private final int reserve;

    Details(MetricSource source, Duration keptFor, int reserve, InstantSource clock) {
        this.source = source;
        this.reserve = reserve;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(keptFor)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(MOST_KEPT)
                .buildAsync();
    }

    /**
     * What came of a round of reads.
     *
     * @param pieces what is known now
     * @param failures why the rest is not, in words for people
     */
    record Outcome(Map<Wanted, Piece> pieces, List<String> failures) {}

    /** Takes something as read just now. */
    void put(Wanted wanted, Piece piece) {
        kept.put(wanted, CompletableFuture.completedFuture(piece));
    }

    /** Gives what is kept and reads the rest in the order given, until the reserve is reached or the source fails. */
    Outcome get(Collection<? extends Wanted> wanted) {
        Outcome outcome = new Outcome(new LinkedHashMap<>(), new ArrayList<>());
        List<Wanted> unread = new ArrayList<>();
        for (Wanted one : wanted) {
            Piece known = known(one);
            if (known == null) {
                unread.add(one);
            } else {
                outcome.pieces().put(one, known);
            }
        }
        int vain = 0;
        while (!unread.isEmpty() && vain < MOST_VAIN_ROUNDS) {
            List<Wanted> next = unread.subList(0, Math.min(AT_ONCE, unread.size()));
            int allowed = allowed(next.size());
            if (allowed == 0) {
                outcome.failures().add(refusal());
                return outcome;
            }
            boolean told = readTogether(next.subList(0, allowed), outcome);
            vain = told ? 0 : vain + 1;
            unread = unread.subList(allowed, unread.size());
        }
        return outcome;
    }

    private @Nullable Piece known(Wanted wanted) {
        CompletableFuture<Piece> known = kept.getIfPresent(wanted);
        Piece piece = known == null ? null : known.getNow(null);
        return piece instanceof Refused ? null : piece;
    }

    /** How many of so many reads leave the reserve whole; all where the source never told how many are left. */
    private int allowed(int reads) {
        Integer left = source.readsLeft();
        return left == null ? reads : Math.clamp((long) left - reserve, 0, reads);
    }

    private String refusal() {
        return "the source allows " + source.readsLeft() + " more metric reads for now, of which " + reserve
                + " are kept in reserve; ask again when its limit is renewed";
    }

    /** Reads at once; true where the source told anything. */
    private boolean readTogether(List<Wanted> wanted, Outcome outcome) {
        int before = outcome.pieces().size();
        Map<Wanted, CompletableFuture<Piece>> reads = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            reads.put(
                    one,
                    kept.get(one, (key, any) -> CompletableFuture.supplyAsync(() -> Piece.read(source, key), THREADS)));
        }
        reads.forEach((one, read) -> {
            if (read.join() instanceof Refused refused) {
                // A refusal is shared by those who wait for it now, and is not kept: the next one may ask again.
                kept.asMap().remove(one, read);
                outcome.failures().add(refused.why());
            } else {
                outcome.pieces().put(one, read.join());
            }
        });
        return outcome.pieces().size() > before;
    }
}
