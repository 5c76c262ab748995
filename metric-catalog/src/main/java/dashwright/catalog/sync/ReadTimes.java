package dashwright.catalog.sync;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** When each thing was last read: what was read of late costs no read again. Safe for threads. */
final class ReadTimes {
    /** Metrics are as many as the catalog has; tag values that someone can ask about are without number. */
    private static final int MOST_CARRIERS = 10_000;

    private final ConcurrentMap<Wanted, Instant> ofMetrics = new ConcurrentHashMap<>();
    private final ConcurrentMap<Wanted, Instant> ofCarriers = Caffeine.newBuilder()
            .maximumSize(MOST_CARRIERS)
            .<Wanted, Instant>build()
            .asMap();
    private final Duration keptFor;
    private final InstantSource clock;

    ReadTimes(Duration keptFor, InstantSource clock) {
        this.keptFor = keptFor;
        this.clock = clock;
    }

    private ConcurrentMap<Wanted, Instant> of(Wanted wanted) {
        return wanted instanceof Wanted.Carriers ? ofCarriers : ofMetrics;
    }

    boolean isFresh(Wanted wanted) {
        Instant at = at(wanted);
        Instant now = clock.instant();
        // A time to come was written by a clock that was wrong; what it says of the past cannot be trusted either.
        return at != null && !at.isAfter(now) && now.isBefore(at.plus(keptFor));
    }

    boolean wasRead(Wanted wanted) {
        return of(wanted).containsKey(wanted);
    }

    /** When it was last read; null for never. */
    @Nullable
    Instant at(Wanted wanted) {
        return of(wanted).get(wanted);
    }

    void readNow(Collection<? extends Wanted> read) {
        Instant now = clock.instant();
        read.forEach(wanted -> of(wanted).put(wanted, now));
    }

    /** Takes over what was read before, or elsewhere. */
    void learn(Map<Wanted, Instant> elsewhere) {
        elsewhere.forEach((wanted, at) -> of(wanted).merge(wanted, at, Snapshot::later));
    }

    /** Forgets the metrics that are not there any more. */
    void keepOnly(Predicate<String> present) {
        ofMetrics.keySet().removeIf(wanted -> !present.test(wanted.subject()));
    }

    Map<Wanted, Instant> all() {
        Map<Wanted, Instant> all = new HashMap<>(ofMetrics);
        all.putAll(ofCarriers);
        return all;
    }
}
