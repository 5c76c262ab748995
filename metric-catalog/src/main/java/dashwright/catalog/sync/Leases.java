package dashwright.catalog.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that of all processes that keep one catalog only one does a piece of work at a time. A process that dies loses
 * what it holds once its time is over.
 */
public interface Leases {
    /** For a process that shares its catalog with no other. */
    Leases ALONE = new Leases() {
        @Override
        public Optional<Instant> take(Work work, Duration lasting) {
            return Optional.empty();
        }

        @Override
        public void release(Work work) {}
    };

    /** What one process at a time does. */
    enum Work {
        /** To list. */
        LISTING,
        /** To keep the catalog fresh while nobody asks. */
        KEEPING
    }

    /**
     * Takes a piece of work, or prolongs it where this process has it.
     *
     * @param lasting how long from now
     * @return empty where this process has it now; else until when another one has it
     * @throws SnapshotException where nobody can tell
     */
    Optional<Instant> take(Work work, Duration lasting);

    /**
     * Gives back what this process has; where it has nothing, nothing happens.
     *
     * @throws SnapshotException where that cannot be noted; it then ends by itself
     */
    void release(Work work);
}
