package dashwright.bot.lessons;

import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The lessons in the database. Each change is written to the audit log with it, and raises the book's version. */
final class LessonBook {
    private static final String PREFIX = "L";

    private final Store store;
    private final AuditLog audit;

    LessonBook(Store store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Work that reads the book and changes it; nobody else changes it meanwhile. */
    @FunctionalInterface
    interface Change<T> {
        /**
         * Does the work.
         *
         * @param version the number of this change
         */
        T on(Handle handle, long version);
    }

    <T> T change(Change<T> change) {
        return store.jdbi().inTransaction(handle -> {
            handle.createUpdate("UPDATE lesson_book SET version = version + 1 WHERE id = 1")
                    .execute();
            long version = handle.createQuery("SELECT version FROM lesson_book WHERE id = 1")
                    .mapTo(Long.class)
                    .one();
            return change.on(handle, version);
        });
    }

    List<Lesson> all() {
        return store.jdbi().withHandle(LessonBook::all);
    }

    /** All lessons, the oldest first. */
    static List<Lesson> all(Handle handle) {
        return handle.createQuery("SELECT id, phrase, metric, taught_by, taught_at FROM lessons ORDER BY taught_at, id")
                .map((row, context) -> new Lesson(
                        row.getString("id"),
                        row.getString("phrase"),
                        row.getString("metric"),
                        row.getString("taught_by"),
                        Instant.ofEpochMilli(row.getLong("taught_at"))))
                .list();
    }

    Lesson add(Handle handle, long version, String phrase, String metric, String by, Instant at) {
        Lesson lesson = new Lesson(PREFIX + version, phrase, metric, by, at);
        handle.createUpdate("""
                        INSERT INTO lessons (id, phrase, metric, taught_by, taught_at)
                        VALUES (:id, :phrase, :metric, :by, :at)""")
                .bind("id", lesson.id())
                .bind("phrase", phrase)
                .bind("metric", metric)
                .bind("by", by)
                .bind("at", at.toEpochMilli())
                .execute();
        audit.record(handle, new AuditEntry(at, AuditEntry.Kind.TAUGHT, by, lesson.id(), meaning(lesson)));
        return lesson;
    }

    void remove(Handle handle, Lesson lesson, String by, Instant at) {
        handle.createUpdate("DELETE FROM lessons WHERE id = :id")
                .bind("id", lesson.id())
                .execute();
        String detail = meaning(lesson) + ", taught by " + lesson.by() + " at " + lesson.at();
        audit.record(handle, new AuditEntry(at, AuditEntry.Kind.FORGOT, by, lesson.id(), detail));
    }

    private static String meaning(Lesson lesson) {
        return "\"" + lesson.phrase() + "\" means " + lesson.metric();
    }
}
