package dashwright.catalog.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each thing was last read: what was read of late costs no read again. Safe for threads. */
final class ReadTimes {
    private final Map<Wanted, Instant> readAt = new ConcurrentHashMap<>();
    private final Duration keptFor;
    private final InstantSource clock;

    ReadTimes(Duration keptFor, InstantSource clock) {
        this.keptFor = keptFor;
        this.clock = clock;
    }

    boolean isFresh(Wanted wanted) {
        Instant at = readAt.get(wanted);
        Instant now = clock.instant();
        // A time to come was written by a clock that was wrong; what it says of the past cannot be trusted either.
        return at != null && !at.isAfter(now) && now.isBefore(at.plus(keptFor));
    }

    boolean wasRead(Wanted wanted) {
        return readAt.containsKey(wanted);
    }

    void readNow(Wanted wanted) {
        readAt.put(wanted, clock.instant());
    }

    void restore(Map<Wanted, Instant> before) {
        before.forEach(readAt::putIfAbsent);
    }

    Map<Wanted, Instant> all() {
        return Map.copyOf(readAt);
    }
}
