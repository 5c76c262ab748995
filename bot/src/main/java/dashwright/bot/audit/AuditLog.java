package dashwright.bot.audit;

import dashwright.bot.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** The append-only record. The database itself refuses to change or delete what stands in it. */
public final class AuditLog {
    private static final AtomicLong WRITTEN = new AtomicLong();

    private final Store store;

    /** A log in this store. */
    public AuditLog(Store store) {
        this.store = store;
    }

    /** Appends an entry. */
    public void record(AuditEntry entry) {
        store.jdbi().useHandle(handle -> record(handle, entry));
    }

    /** Appends an entry within a transaction, so that what happened and its record stand or fall together. */
    public void record(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        INSERT INTO audit (id, at, kind, who, subject, detail)
                        VALUES (:id, :at, :kind, :who, :subject, :detail)""")
                .bind("id", newId(entry))
                .bind("at", entry.at().toEpochMilli())
                .bind("kind", entry.kind().name())
                .bind("who", entry.who())
                .bind("subject", entry.subject())
                .bind("detail", entry.detail())
                .execute();
    }

    /** What happened to a subject, oldest first. */
    public List<AuditEntry> about(String subject) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT at, kind, who, subject, detail FROM audit WHERE subject = :subject ORDER BY id")
                        .bind("subject", subject)
                        .map((row, context) -> entry(row))
                        .list());
    }

    /** The newest entries, newest first. */
    public List<AuditEntry> newest(int limit) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT at, kind, who, subject, detail FROM audit ORDER BY id DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> entry(row))
                        .list());
    }

    /** Ids sort as the entries were written, also within a millisecond; the random end keeps replicas apart. */
    private static String newId(AuditEntry entry) {
        return "%013d-%010d-%s".formatted(entry.at().toEpochMilli(), WRITTEN.incrementAndGet(), UUID.randomUUID());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                Instant.ofEpochMilli(row.getLong("at")),
                AuditEntry.Kind.valueOf(row.getString("kind")),
                row.getString("who"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
