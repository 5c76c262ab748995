package dashwright.catalog.sync;

import java.util.Optional;

/**
 * Where one source's catalog and the reads spent on it are kept over a restart. Two organisations, or two sites, have two
 * stores, so that their metrics never mix.
 */
public interface SnapshotStore {
    /** Keeps nothing. */
    SnapshotStore NONE = new SnapshotStore() {
        @Override
        public Optional<Snapshot> load() {
            return Optional.empty();
        }

        @Override
        public Optional<Snapshot> loadIfChanged() {
            return Optional.empty();
        }

        @Override
        public void save(Snapshot snapshot) {}

        @Override
        public Optional<Allowance> allowance() {
            return Optional.empty();
        }

        @Override
        public void save(Allowance allowance) {}
    };

    /**
     * What was kept last; empty where nothing was.
     *
     * @throws SnapshotException where it cannot be read
     */
    Optional<Snapshot> load();

    /**
     * What is kept now, where another process kept more since this one last loaded or saved; else empty.
     *
     * @throws SnapshotException where it cannot be read
     */
    Optional<Snapshot> loadIfChanged();

    /**
     * Keeps a snapshot, together with what another process kept in the meantime.
     *
     * @throws SnapshotException where it cannot be written
     */
    void save(Snapshot snapshot);

    /**
     * What was known of the source's limit.
     *
     * @throws SnapshotException where it cannot be read
     */
    Optional<Allowance> allowance();

    /**
     * Keeps what is known of the source's limit.
     *
     * @throws SnapshotException where it cannot be written
     */
    void save(Allowance allowance);
}
