package dashwright.catalog.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a catalog was listed.
 *
 * @param wholeAt when all names were listed; 1970 for never
 * @param wholeReads how many reads that took
 * @param reportReads how many of them the lists of who reports take, which come more often
 * @param complete false where a listing stopped and is worth going on with
 * @param wholeGaps what could not be read of the lists that are read with all names alone, in words for people
 * @param reportGaps what could not be read of the lists of who reports, and of the spans, in words for people
 */
public record Listed(
        Instant wholeAt,
        int wholeReads,
        int reportReads,
        boolean complete,
        List<String> wholeGaps,
        List<String> reportGaps) {
    /** Nothing was listed yet; a listing takes one page of each list at the least. */
    public static final Listed NEVER = new Listed(Instant.EPOCH, 6, 2, true, List.of(), List.of());

    public Listed {
        wholeGaps = List.copyOf(wholeGaps);
        reportGaps = List.copyOf(reportGaps);
    }

    /** True where all names were listed at least once. */
    public boolean isListed() {
        return !wholeAt.equals(Instant.EPOCH);
    }

    /** All that could not be read, in words for people. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>(wholeGaps);
        gaps.addAll(reportGaps);
        return gaps;
    }
}
