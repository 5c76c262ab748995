package dashwright.tools.datadog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time at which an undertaking with all its repetitions must be over.
 *
 * @param at the time
 * @param clock what tells how late it is
 */
record Deadline(Instant at, InstantSource clock) {
    static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /** What is left, zero where it has passed. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean hasPassed() {
        return left().isZero();
    }

    /** True where a wait of this length still leaves time for an attempt. */
    boolean allows(Duration wait) {
        return wait.compareTo(left()) < 0;
    }
}
