package dashwright.catalog.sync;

import dashwright.catalog.MetricType;
import dashwright.catalog.sync.MetricSource.Filter;
import dashwright.catalog.sync.MetricSource.Page;
import dashwright.catalog.sync.ReadBudget.Purpose;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One list of names, and how far it was read: it goes on where it stopped. Not safe for threads. */
final class NameList {
    /** After so many failures in one listing the list is left to the next. */
    private static final int MOST_FAILURES = 3;

    private static final Duration MONTH = Duration.ofDays(30);

    /** Which lists there are. Their names are kept over a restart. */
    enum Kind {
        /** Every metric, however quiet: who is not on it is gone, so it is read to its very end. */
        ALL("names of the metrics", MONTH),
        /** Those that are live. */
        HOUR("metrics that reported within an hour", Duration.ofHours(1)),
        /** Those that reported of late. */
        DAY("metrics that reported within a day", Duration.ofDays(1)),
        /** Datadog lists distributions apart, but no other type (its API description, November 2026). */
        DISTRIBUTIONS("distributions", MONTH),
        /** Those that someone's query reads; it only decides whose details are read first, so one page is enough. */
        QUERIED("metrics that are queried", MONTH);

        private final String words;
        private final Duration within;

        Kind(String words, Duration within) {
            this.words = words;
            this.within = within;
        }

        private Filter filter() {
            return new Filter(this == DISTRIBUTIONS ? MetricType.DISTRIBUTION : null, within, this == QUERIED);
        }

        boolean isOfReports() {
            return this == HOUR || this == DAY;
        }

        /** True where nothing is concluded from who is missing, so that the read which finds the end empty can be saved. */
        private boolean endsWithAShortPage() {
            return this == DISTRIBUTIONS || this == QUERIED;
        }
    }

    private final Kind kind;
    private final Set<String> names = new HashSet<>();
    private boolean done;
    private boolean byPages;
    private @Nullable String cursor;
    private int reads;
    private int failures;
    private String failure = "";

    /** False as long as what stands in the way of a read is not the source. */
    private boolean asked;

    NameList(Kind kind) {
        this.kind = kind;
        this.byPages = !kind.isOfReports();
    }

    static NameList of(UnfinishedListing.Part part) {
        NameList list = new NameList(Kind.valueOf(part.list()));
        list.names.addAll(part.names());
        list.done = part.done();
        list.byPages = part.byPages();
        list.cursor = part.cursor();
        list.reads = part.reads();
        list.failures = part.failures();
        return list;
    }

    UnfinishedListing.Part asPart() {
        return new UnfinishedListing.Part(kind.name(), names, done, byPages, cursor, reads, failures);
    }

    Kind kind() {
        return kind;
    }

    Set<String> names() {
        return names;
    }

    int reads() {
        return reads;
    }

    boolean isDone() {
        return done;
    }

    boolean isByPages() {
        return byPages;
    }

    boolean hasFailed() {
        return failures > 0;
    }

    /** True where another call of {@link #read} is worth it. */
    boolean isOpen() {
        return !done && failures < MOST_FAILURES;
    }

    /** Why it was not read to its end, in words for people. */
    String gap() {
        String why = failure.isEmpty() ? "not read yet, because no read is left; the next sync goes on there" : failure;
        return "the " + kind.words + ": " + why;
    }

    /** Throws away what was read, to read it anew by pages. */
    void distrust() {
        names.clear();
        done = false;
        byPages = true;
        cursor = null;
    }

    /**
     * Reads what is left.
     *
     * @param beforeRead runs before each read, and throws where there is to be none
     * @throws SourceException where the source fails, or no read is left; the next call goes on from there
     */
    void read(MetricSource source, ReadBudget budget, Runnable beforeRead) {
        try {
            if (!byPages && readWhole(source, budget, beforeRead)) {
                return;
            }
            byPages = true;
            readPages(source, budget, beforeRead);
        } catch (SourceException e) {
            if (asked && isAffordable(budget)) {
                failures++;
                failure = Objects.requireNonNullElse(e.getMessage(), "no reason given");
            }
            throw e;
        }
    }

    private boolean readWhole(MetricSource source, ReadBudget budget, Runnable beforeRead) {
        try {
            add(counted(budget, beforeRead, () -> source.active(kind.within)));
            done = true;
            return true;
        } catch (SourceException e) {
            if (!asked || !isAffordable(budget)) {
                throw e;
            }
            return false;
        }
    }

    private void readPages(MetricSource source, ReadBudget budget, Runnable beforeRead) {
        boolean resumed = cursor != null;
        while (!done) {
            Page page;
            try {
                page = counted(budget, beforeRead, () -> source.names(kind.filter(), cursor));
            } catch (SourceException e) {
                if (resumed && asked && isAffordable(budget)) {
                    // A cursor that is refused after a pause may have expired: the list begins anew the next time.
                    cursor = null;
                }
                throw e;
            }
            resumed = false;
            add(page.names());
            cursor = page.next();
            done = cursor == null || kind == Kind.QUERIED || (kind.endsWithAShortPage() && !page.full());
        }
    }

    private void add(Iterable<String> read) {
        for (String name : read) {
            if (!name.isBlank()) {
                names.add(name);
            }
        }
    }

    private <T> T counted(ReadBudget budget, Runnable beforeRead, Supplier<T> reading) {
        asked = false;
        beforeRead.run();
        if (!budget.begins(Purpose.LISTING)) {
            throw new SourceException("the " + kind.words + " were not asked for: " + budget.refusal(Purpose.LISTING));
        }
        try {
            reads++;
            asked = true;
            return reading.get();
        } finally {
            budget.ended();
        }
    }

    /** A failure while there are reads is the source's; without any it is the budget's, and passes by itself. */
    private static boolean isAffordable(ReadBudget budget) {
        return budget.allowed(Purpose.LISTING) > 0;
    }
}
