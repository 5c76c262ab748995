package dashwright.catalog.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps a catalog over restarts; what fails there is said and breaks nothing. Safe for threads. */
final class Kept {
    /** Details come a few at a time, and a large catalog is not written for each few. */
    private static final Duration BETWEEN_SAVES = Duration.ofMinutes(1);

    private final SnapshotStore store;
    private final InstantSource clock;
    private volatile @Nullable String unreadable;
    private volatile @Nullable String unwritable;
    private volatile Instant savedAt;
    private volatile boolean unsaved;
    private volatile @Nullable Allowance savedAllowance;

    Kept(SnapshotStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.savedAt = clock.instant();
    }

    /** What another process kept since this one last read or wrote; empty where none did, or where that cannot be read. */
    Optional<Snapshot> ofOthers() {
        try {
            return store.loadIfChanged();
        } catch (SnapshotException e) {
            unreadable = "what another process kept of the catalog cannot be used: " + e.getMessage();
            return Optional.empty();
        }
    }

    /** Runs what is shared with other processes; where that fails, this one goes on as if it were alone. */
    void guarded(Runnable shared) {
        try {
            shared.run();
        } catch (SnapshotException e) {
            unwritable = "whether another process lists at the same time is not known: " + e.getMessage();
        }
    }

    Optional<Snapshot> snapshot() {
        try {
            return store.load();
        } catch (SnapshotException e) {
            unreadable = "the catalog that was kept before cannot be used, so it is listed again: " + e.getMessage();
            return Optional.empty();
        }
    }

    Optional<Allowance> allowance() {
        try {
            return store.allowance();
        } catch (SnapshotException e) {
            unreadable = "how many reads were spent before is not known: " + e.getMessage();
            return Optional.empty();
        }
    }

    /** What went wrong with keeping since this was last asked, in words for people. */
    synchronized List<String> takeProblems() {
        List<String> problems =
                Stream.of(unreadable, unwritable).filter(Objects::nonNull).toList();
        unreadable = null;
        unwritable = null;
        return problems;
    }

    /** Notes that there is more to keep with the next that is. */
    synchronized void changed() {
        unsaved = true;
    }

    /** Notes that there is more to keep, and keeps it where that was not done of late. */
    synchronized void changed(Supplier<Snapshot> snapshot) {
        unsaved = true;
        if (isDue()) {
            save(snapshot);
        }
    }

    /** True where nothing was kept of late. */
    boolean isDue() {
        return !clock.instant().isBefore(savedAt.plus(BETWEEN_SAVES));
    }

    /** Keeps what is not kept yet. */
    synchronized void save(Supplier<Snapshot> snapshot) {
        if (!unsaved) {
            return;
        }
        savedAt = clock.instant();
        try {
            store.save(snapshot.get());
            unsaved = false;
        } catch (SnapshotException e) {
            unwritable =
                    "the catalog could not be kept for the next start, which will list it again: " + e.getMessage();
        }
    }

    void save(Allowance allowance) {
        if (allowance.equals(savedAllowance)) {
            return;
        }
        try {
            store.save(allowance);
            savedAllowance = allowance;
        } catch (SnapshotException e) {
            unwritable = "the reads that were spent could not be kept for the next start: " + e.getMessage();
        }
    }

    /** Notes that there is more to keep, and keeps it now. */
    synchronized void replaced(Supplier<Snapshot> snapshot) {
        unsaved = true;
        save(snapshot);
    }
}
