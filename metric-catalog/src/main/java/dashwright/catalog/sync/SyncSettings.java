package dashwright.catalog.sync;

import java.time.Duration;

/**
 * How a live catalog is kept.
 *
 * @param detailsKept how long a metric's metadata and tags count as read
 * @param refreshAfter how old the lists of who reports may become before the next; where they take many reads, they come
 *     less often
 * @param wholeAfter how old the list of all names may become before the next; where it takes many reads, it comes less often
 * @param resumeWithin how long after its start an interrupted sync is still continued; after that it begins anew
 * @param retryAfter how long after a failed sync the next one is refused, so that an outage costs one wait, not many
 * @param goneKept how long a metric that is no longer listed stays known, as gone
 * @param reads how the reads are shared out
 */
public record SyncSettings(
        Duration detailsKept,
        Duration refreshAfter,
        Duration wholeAfter,
        Duration resumeWithin,
        Duration retryAfter,
        Duration goneKept,
        ReadRules reads) {
    /**
     * A day for details and the list of all names, an hour for who reports, half a day to resume, a minute between failures.
     * What is gone stays known for 90 days, so that the board of a past quarter can be told what became of its metrics.
     */
    public static final SyncSettings DEFAULT = new SyncSettings(
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofHours(12),
            Duration.ofMinutes(1),
            Duration.ofDays(90),
            ReadRules.DEFAULT);

    public SyncSettings {
        positive(detailsKept, "detailsKept");
        positive(refreshAfter, "refreshAfter");
        positive(wholeAfter, "wholeAfter");
        positive(resumeWithin, "resumeWithin");
        positive(goneKept, "goneKept");
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
