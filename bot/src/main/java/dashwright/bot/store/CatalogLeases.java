package dashwright.bot.store;

import dashwright.catalog.sync.Leases;
import dashwright.catalog.sync.SnapshotException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who works on one organisation's catalog, in the database that the processes share. Their clocks may differ by far less than
 * a lease lasts.
 */
public final class CatalogLeases implements Leases {
    private final Store store;
    private final String source;
    private final InstantSource clock;

    /** Tells this process from others, also from one that had the same number before a restart. */
    private final String holder = UUID.randomUUID().toString();

    /** The leases on the catalog that is kept there. */
    public CatalogLeases(CatalogSnapshots catalog, InstantSource clock) {
        this.store = catalog.store();
        this.source = catalog.source();
        this.clock = clock;
    }

    @Override
    public Optional<Instant> take(Work work, Duration lasting) {
        return CatalogSnapshots.guarded(() -> store.jdbi().inTransaction(handle -> take(handle, work, lasting)));
    }

    private Optional<Instant> take(Handle handle, Work work, Duration lasting) {
        Instant now = clock.instant();
        int taken = handle.createUpdate("INSERT INTO catalog_leases (source, work, holder, until_at)"
                        + " VALUES (:source, :work, :holder, :until) ON CONFLICT (source, work) DO UPDATE SET"
                        + " holder = excluded.holder, until_at = excluded.until_at"
                        + " WHERE catalog_leases.holder = excluded.holder OR catalog_leases.until_at <= :now")
                .bind("source", source)
                .bind("work", work.name())
                .bind("holder", holder)
                .bind("until", now.plus(lasting).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        return taken > 0
                ? Optional.empty()
                : handle.createQuery("SELECT until_at FROM catalog_leases WHERE source = :source AND work = :work")
                        .bind("source", source)
                        .bind("work", work.name())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli);
    }

    /**
     * {@inheritDoc}
     *
     * @throws SnapshotException where the database cannot be written
     */
    @Override
    public void release(Work work) {
        CatalogSnapshots.guarded(() -> store.jdbi()
                .withHandle(handle -> handle.createUpdate(
                                "DELETE FROM catalog_leases WHERE source = :source AND work = :work AND holder = :holder")
                        .bind("source", source)
                        .bind("work", work.name())
                        .bind("holder", holder)
                        .execute()));
    }
}
