package dashwright.lab.world.metta;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hours in which a collector sent nothing. Its metrics have a hole then: no data, not zero.
 *
 * @param collector the collector
 * @param from the hole's first second
 * @param to the first second after it
 * @param silent true where not even the collector's own report came, false where it reported that it failed
 */
record Trouble(String collector, long from, long to, boolean silent) {
    /** The team's week. */
    static List<Trouble> of(Instant start) {
        return List.of(
                before(start, "github", 123, 120, false),
                before(start, "skypilot", 98, 90, false),
                before(start, "kubernetes", 31, 26, true));
    }

    private static Trouble before(Instant start, String collector, int from, int to, boolean silent) {
        return new Trouble(
                collector,
                start.minus(Duration.ofHours(from)).getEpochSecond(),
                start.minus(Duration.ofHours(to)).getEpochSecond(),
                silent);
    }

    boolean holds(long second) {
        return second >= from && second < to;
    }
}
