package dashwright.catalog.sync;

import java.time.Instant;

/**
 * What a source says of its limit, or what was counted where it says nothing.
 *
 * @param limit the reads that a period allows, at least 0
 * @param remaining the reads that are left in this period, at least 0
 * @param resetAt when the period ends and all reads return
 */
public record Allowance(int limit, int remaining, Instant resetAt) {
    public Allowance {
        if (limit < 0 || remaining < 0) {
            throw new IllegalArgumentException(
                    "an allowance cannot be negative, but is " + remaining + " of " + limit + " reads");
        }
    }

    /** The reads that are left at this time: once the period is over, all of them. */
    public int leftAt(Instant now) {
        return now.isBefore(resetAt) ? remaining : limit;
    }
}
