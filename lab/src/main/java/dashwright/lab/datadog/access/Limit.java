package dashwright.lab.datadog.access;

import java.time.Duration;

/**
 * A rate limit.
 *
 * @param calls how many calls a period
 * @param period the period; each begins at a multiple of its length
 */
public record Limit(int calls, Duration period) {
    public Limit {
        if (calls < 0 || period.toSeconds() < 1) {
            throw new IllegalArgumentException("a rate limit is at least 0 calls in at least a second");
        }
    }

    /** So many calls an hour. */
    public static Limit hourly(int calls) {
        return new Limit(calls, Duration.ofHours(1));
    }

    /** So many calls a minute. */
    public static Limit minutely(int calls) {
        return new Limit(calls, Duration.ofMinutes(1));
    }
}
