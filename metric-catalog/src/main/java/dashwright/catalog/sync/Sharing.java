package dashwright.catalog.sync;

/**
 * What a catalog shares with other processes, and with this one after a restart.
 *
 * @param store where it is kept
 * @param leases who does what
 * @param pause waits for the others
 */
public record Sharing(SnapshotStore store, Leases leases, Pause pause) {
    /** Nothing is kept, and nobody else is there. */
    public static final Sharing NOTHING = new Sharing(SnapshotStore.NONE, Leases.ALONE, Pause.REAL);
}
