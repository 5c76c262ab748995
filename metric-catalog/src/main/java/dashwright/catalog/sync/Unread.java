package dashwright.catalog.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was wanted of a source and stays unknown.
 *
 * @param wanted what was wanted
 * @param cause what stood in the way
 * @param why the same in words for people
 * @param readableAt when it can be read again; null where nobody knows
 */
public record Unread(
        Wanted wanted, Cause cause, String why, @Nullable Instant readableAt) {
    /** What stood in the way. */
    public enum Cause {
        /** No read was left for it. */
        BUDGET,
        /** The source did not answer or refused. */
        SOURCE,
        /** The catalog has no such metric. */
        ABSENT
    }
}
