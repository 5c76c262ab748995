package dashwright.bot.lessons;

import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import dashwright.catalog.search.Lessons;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lessons as they are now. Each call looks in the database whether anything changed, so that what another process
 * taught counts at once; only what changed is read. Safe for threads.
 */
public final class PresentLessons implements Supplier<Lessons> {
    private static final Logger LOG = LoggerFactory.getLogger(PresentLessons.class);

    private final Store store;
    private final LessonBook book;
    private final DecidedBoards boards;

    private volatile @Nullable Read last;

    /** The lessons of a database. */
    public PresentLessons(Store store) {
        AuditLog audit = new AuditLog(store);
        this.store = store;
        this.book = new LessonBook(store, audit);
        this.boards = new DecidedBoards(store, audit);
    }

    /** How far the database was when it was read: approvals and rejections are only ever added. */
    private record Stamp(long version, long approvals, long rejections) {}

    private record Read(Stamp stamp, Lessons lessons) {}

    /** What was taught and decided; what was last known where the database cannot be read. */
    @Override
    public Lessons get() {
        Read known = last;
        try {
            Stamp now = stamp();
            if (known == null || !known.stamp().equals(now)) {
                // What changes while it is read has another stamp, and is read the next time.
                known = new Read(now, read());
                last = known;
            }
            return known.lessons();
        } catch (JdbiException unreadable) {
            LOG.warn("What was taught cannot be read; searching with what was known before", unreadable);
            return known == null ? Lessons.NONE : known.lessons();
        }
    }

    private Stamp stamp() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT version,
                                    (SELECT COUNT(*) FROM approvals) AS approvals,
                                    (SELECT COUNT(*) FROM rejections) AS rejections
                                FROM lesson_book WHERE id = 1""")
                        .map((row, context) ->
                                new Stamp(row.getLong("version"), row.getLong("approvals"), row.getLong("rejections")))
                        .one());
    }

    private Lessons read() {
        List<Lessons.Taught> taught = book.all().stream()
                .map(lesson -> new Lessons.Taught(lesson.phrase(), lesson.metric(), lesson.by()))
                .toList();
        List<Lessons.Decided> decided = boards.newest().stream()
                .map(board ->
                        new Lessons.Decided(board.request(), Set.copyOf(board.metrics()), board.by(), board.approved()))
                .toList();
        return Lessons.of(taught, decided);
    }
}
