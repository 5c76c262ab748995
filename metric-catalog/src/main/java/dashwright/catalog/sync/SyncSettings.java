package dashwright.catalog.sync;

import java.time.Duration;

/**
 * How a live catalog spends its reads.
 *
 * @param detailsKept how long a metric's metadata and tags count as read
 * @param reserve how many reads are left for others: nobody's details are read below it
 * @param resumeWithin how long after its start an interrupted sync is still continued; after that it begins anew
 * @param retryAfter how long after a failed sync the next one is refused, so that an outage costs one wait, not many
 */
public record SyncSettings(Duration detailsKept, int reserve, Duration resumeWithin, Duration retryAfter) {
    /** A day for details, ten reads in reserve, half a day to resume, a minute between failures. */
    public static final SyncSettings DEFAULT =
            new SyncSettings(Duration.ofDays(1), 10, Duration.ofHours(12), Duration.ofMinutes(1));

    public SyncSettings {
        positive(detailsKept, "detailsKept");
        positive(resumeWithin, "resumeWithin");
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("retryAfter must not be negative, but is " + retryAfter);
        }
        if (reserve < 0) {
            throw new IllegalArgumentException("reserve must not be negative, but is " + reserve);
        }
    }

    private static void positive(Duration duration, String name) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, but is " + duration);
        }
    }
}
