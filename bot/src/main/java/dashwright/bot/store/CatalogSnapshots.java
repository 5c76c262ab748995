package dashwright.bot.store;

import dashwright.catalog.sync.Allowance;
import dashwright.catalog.sync.Snapshot;
import dashwright.catalog.sync.SnapshotCodec;
import dashwright.catalog.sync.SnapshotException;
import dashwright.catalog.sync.SnapshotStore;
import dashwright.tools.datadog.DatadogSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** One organisation's catalog in the database. */
public final class CatalogSnapshots implements SnapshotStore {
    private static final int DIGITS = 16;

    private final Store store;
    private final String source;

    /** The version of the row that this process last read or wrote; 0 for none. */
    private long version;

    /** True where the row holds what another process read and this one has not taken over yet. */
    private boolean behind;

    /**
     * The catalog of one source.
     *
     * @param source tells organisations and sites apart
     */
    CatalogSnapshots(Store store, String source) {
        this.store = store;
        this.source = source;
    }

    /**
     * The catalog of the organisation that these settings reach. An API key belongs to one organisation, so the address and
     * a digest of the key tell two apart; after a change of keys the catalog is listed anew.
     */
    public static CatalogSnapshots of(Store store, DatadogSettings settings) {
        byte[] key = settings.apiKey().reveal().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return new CatalogSnapshots(
                    store,
                    settings.api() + " " + HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Store store() {
        return store;
    }

    /** What tells this catalog from others in the database. */
    String source() {
        return source;
    }

    @Override
    public synchronized Optional<Snapshot> load() {
        return guarded(() -> store.jdbi().inTransaction(handle -> {
                    version = version(handle);
                    behind = false;
                    return content(handle);
                }))
                .map(SnapshotCodec::read);
    }

    @Override
    public synchronized Optional<Snapshot> loadIfChanged() {
        boolean changed = guarded(() -> store.jdbi().withHandle(this::version)) != version;
        return changed || behind ? load() : Optional.empty();
    }

    @Override
    public synchronized void save(Snapshot snapshot) {
        version = guarded(() -> store.jdbi().inTransaction(handle -> {
            long there = version(handle);
            Optional<Snapshot> others =
                    there == version ? Optional.empty() : content(handle).flatMap(CatalogSnapshots::readable);
            write(handle, others.map(snapshot::with).orElse(snapshot), there + 1);
            behind |= others.isPresent();
            return there + 1;
        }));
    }

    private void write(Handle handle, Snapshot snapshot, long next) {
        handle.createUpdate("INSERT INTO catalog_snapshots (source, version, listed_at, content)"
                        + " VALUES (:source, :version, :listed, :content) ON CONFLICT (source) DO UPDATE SET"
                        + " version = excluded.version, listed_at = excluded.listed_at, content = excluded.content")
                .bind("source", source)
                .bind("version", next)
                .bind("listed", snapshot.catalog().takenAt().toEpochMilli())
                .bind("content", SnapshotCodec.write(snapshot))
                .execute();
    }

    private long version(Handle handle) {
        return handle.createQuery("SELECT version FROM catalog_snapshots WHERE source = :source")
                .bind("source", source)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private Optional<byte[]> content(Handle handle) {
        return handle.createQuery("SELECT content FROM catalog_snapshots WHERE source = :source")
                .bind("source", source)
                .map((found, context) -> found.getBytes("content"))
                .findOne();
    }

    /** What another process kept is worth having, but not worth failing for. */
    private static Optional<Snapshot> readable(byte[] content) {
        try {
            return Optional.of(SnapshotCodec.read(content));
        } catch (SnapshotException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Allowance> allowance() {
        return guarded(() -> store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT most, remaining, reset_at FROM read_budgets WHERE source = :source")
                        .bind("source", source)
                        .map((found, context) -> new Allowance(
                                Math.max(0, found.getInt("most")),
                                Math.max(0, found.getInt("remaining")),
                                Instant.ofEpochMilli(found.getLong("reset_at"))))
                        .findOne()));
    }

    @Override
    public void save(Allowance allowance) {
        guarded(() -> store.jdbi()
                .withHandle(handle -> handle.createUpdate("INSERT INTO read_budgets (source, most, remaining, reset_at)"
                                + " VALUES (:source, :most, :remaining, :reset) ON CONFLICT (source) DO UPDATE SET"
                                + " most = excluded.most, remaining = excluded.remaining, reset_at = excluded.reset_at")
                        .bind("source", source)
                        .bind("most", allowance.limit())
                        .bind("remaining", allowance.remaining())
                        .bind("reset", allowance.resetAt().toEpochMilli())
                        .execute()));
    }

    static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException wrong) {
            throw new SnapshotException(
                    String.valueOf(StoreException.of("of the settings (DASH_DB)", wrong)
                            .getMessage()),
                    wrong);
        }
    }
}
