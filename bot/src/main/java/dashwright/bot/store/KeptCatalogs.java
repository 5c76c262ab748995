package dashwright.bot.store;

import dashwright.catalog.Catalog;
import dashwright.catalog.sync.Snapshot;
import dashwright.catalog.sync.SnapshotCodec;
import dashwright.catalog.sync.SnapshotException;
import java.util.Optional;

/** The catalogs in a database, for those who have no key of the organisation that they are of. */
public final class KeptCatalogs {
    private KeptCatalogs() {}

    /** The one that was listed last; empty where none was kept or it cannot be read. */
    public static Optional<Catalog> newest(Store store) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT content FROM catalog_snapshots ORDER BY listed_at DESC, source LIMIT 1")
                        .map((row, context) -> row.getBytes("content"))
                        .findOne())
                .flatMap(KeptCatalogs::read);
    }

    private static Optional<Catalog> read(byte[] content) {
        try {
            Snapshot snapshot = SnapshotCodec.read(content);
            return Optional.of(snapshot.catalog());
        } catch (SnapshotException damaged) {
            return Optional.empty();
        }
    }
}
