package dashwright.catalog.sync;

import java.time.Duration;

/**
 * How a live catalog is kept.
 *
 * @param detailsKept how long a metric's metadata and tags count as read
 * @param refreshAfter how old a listing may become before the next; listings that take many reads come less often
 * @param resumeWithin how long after its start an interrupted sync is still continued; after that it begins anew
 * @param retryAfter how long after a failed sync the next one is refused, so that an outage costs one wait, not many
 * @param reads how the reads are shared out
 */
public record SyncSettings(
        Duration detailsKept, Duration refreshAfter, Duration resumeWithin, Duration retryAfter, ReadRules reads) {
    /** A day for details, an hour for a listing, half a day to resume, a minute between failures. */
    public static final SyncSettings DEFAULT = new SyncSettings(
            Duration.ofDays(1), Duration.ofHours(1), Duration.ofHours(12), Duration.ofMinutes(1), ReadRules.DEFAULT);

    public SyncSettings {
        positive(detailsKept, "detailsKept");
        positive(refreshAfter, "refreshAfter");
        positive(resumeWithin, "resumeWithin");
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("retryAfter must not be negative, but is " + retryAfter);
        }
    }

    private static void positive(Duration duration, String name) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, but is " + duration);
        }
    }
}
