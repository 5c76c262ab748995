package dashwright.dashboards.live;

import java.time.Duration;
import java.time.Instant;

/** A span of time, from (inclusive) until to (exclusive). */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a time range must begin before it ends: " + from + " to " + to);
        }
    }

    /** The time up to now. */
    public static TimeRange last(Duration length, Instant now) {
        return new TimeRange(now.minus(length), now);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
