package dashwright.catalog.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A listing that stopped before its end, as it is kept over a restart.
 *
 * @param startedAt when it began
 * @param whole true where it is of all names, false where it is of who reports alone
 * @param lists how far each list was read
 */
public record UnfinishedListing(Instant startedAt, boolean whole, List<Part> lists) {
    public UnfinishedListing {
        lists = List.copyOf(lists);
    }

    /**
     * How far one list was read.
     *
     * @param list which one, by a name that stays the same
     * @param names the names read so far
     * @param done true where it was read to its end
     * @param byPages true where it is read by pages
     * @param cursor where the last page ended; null at the beginning
     * @param reads how many reads it took
     * @param failures how often it failed
     */
    public record Part(
            String list,
            Set<String> names,
            boolean done,
            boolean byPages,
            @Nullable String cursor,
            int reads,
            int failures) {
        public Part {
            names = Set.copyOf(names);
        }
    }
}
