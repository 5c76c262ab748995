package dashwright.catalog.sync;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.sync.NameList.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lists of names that a sync reads. It keeps its place, so that a sync that was interrupted goes on where it stopped
 * instead of paying for the same pages again. Not safe for threads.
 *
 * <p>Types and liveness come from filtered lists because a list costs one read for thousands of metrics. Who reports is listed
 * far more often than all names: that costs two reads, and the rest changes slowly.
 */
final class Listing {
    /** So many names of the last hour may be missing in the list of the day: the source counts them a little later. */
    private static final int TOLERATED = 10;

    private static final int TOLERATED_ONE_IN = 100;

    private final Instant startedAt;
    private final boolean whole;
    private final Map<Kind, NameList> lists = new EnumMap<>(Kind.class);

    private Listing(Instant startedAt, boolean whole) {
        this.startedAt = startedAt;
        this.whole = whole;
    }

    /** A listing of all names. */
    static Listing whole(Instant startedAt) {
        return new Listing(startedAt, true).with(EnumSet.allOf(Kind.class));
    }

    /** A listing of who reports. */
    static Listing ofReports(Instant startedAt) {
        return new Listing(startedAt, false).with(EnumSet.of(Kind.HOUR, Kind.DAY));
    }

    /** The listing that was kept. */
    static Listing of(UnfinishedListing kept) {
        Listing listing = kept.whole() ? whole(kept.startedAt()) : ofReports(kept.startedAt());
        for (UnfinishedListing.Part part : kept.lists()) {
            NameList list = NameList.of(part);
            listing.lists.replace(list.kind(), list);
        }
        return listing;
    }

    UnfinishedListing asUnfinished() {
        return new UnfinishedListing(
                startedAt, whole, lists.values().stream().map(NameList::asPart).toList());
    }

    private Listing with(Set<Kind> kinds) {
        kinds.forEach(kind -> lists.put(kind, new NameList(kind)));
        return this;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isWhole() {
        return whole;
    }

    /** How many reads it took so far. */
    int reads() {
        return lists.values().stream().mapToInt(NameList::reads).sum();
    }

    /** How many of them the lists of who reports took. */
    int reportReads() {
        return list(Kind.HOUR).reads() + list(Kind.DAY).reads();
    }

    /** True where the next call of {@link #read} has something left to ask. */
    boolean isOpen() {
        return lists.values().stream().anyMatch(NameList::isOpen);
    }

    /** True where any list is not there because the source failed, so that it is better asked a little later. */
    boolean hasFailed() {
        return lists.values().stream().anyMatch(list -> list.hasFailed() && !list.isDone());
    }

    /**
     * What could not be read, in words for people. That it is not known which metrics are queried changes no answer, and is
     * not said.
     */
    List<String> gaps(boolean ofReports) {
        List<String> gaps = new ArrayList<>();
        for (NameList list : lists.values()) {
            if (!list.isDone() && list.kind().isOfReports() == ofReports && list.kind() != Kind.QUERIED) {
                gaps.add(list.gap());
            }
        }
        return gaps;
    }

    /**
     * Reads what has not been read yet. Without its first list a listing tells little, so a failure there is thrown until the
     * list is given up; without the rest there is one, with less known. Where no read is left, it stops with the rest still
     * open.
     *
     * @param beforeRead runs before each read
     * @throws SourceException where the first list cannot be read, or none can
     */
    void read(MetricSource source, ReadBudget budget, Runnable beforeRead) {
        List<SourceException> failed = new ArrayList<>();
        for (NameList list : List.copyOf(lists.values())) {
            read(list, source, budget, beforeRead).ifPresent(failed::add);
        }
        if (!failed.isEmpty() && lists.values().stream().noneMatch(NameList::isDone)) {
            throw failed.getLast();
        }
        if (isContradictory()) {
            // One of the two was cut somewhere on the way, and nobody can tell which.
            for (Kind kind : List.of(Kind.HOUR, Kind.DAY)) {
                list(kind).distrust();
                var _ = read(list(kind), source, budget, beforeRead);
            }
        }
    }

    private Optional<SourceException> read(NameList list, MetricSource source, ReadBudget budget, Runnable beforeRead) {
        if (!list.isOpen()) {
            return Optional.empty();
        }
        try {
            list.read(source, budget, beforeRead);
            return Optional.empty();
        } catch (SourceException e) {
            if (list.kind() == (whole ? Kind.ALL : Kind.HOUR)) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    /** Whoever reported within the hour reported within the day, which was asked for later. */
    private boolean isContradictory() {
        NameList hour = list(Kind.HOUR);
        NameList day = list(Kind.DAY);
        if (!hour.isDone() || !day.isDone() || hour.isByPages() || day.isByPages()) {
            return false;
        }
        long missing = hour.names().stream()
                .filter(name -> !day.names().contains(name))
                .count();
        return missing > Math.max(TOLERATED, hour.names().size() / TOLERATED_ONE_IN);
    }

    /** All names that any of the lists of present metrics had. */
    Set<String> names() {
        Set<String> all = new TreeSet<>();
        lists.forEach((kind, list) -> {
            if (kind != Kind.QUERIED) {
                all.addAll(list.names());
            }
        });
        return all;
    }

    /** Those of which the source says that they are queried. */
    Set<String> queried() {
        return Set.copyOf(names(Kind.QUERIED));
    }

    /** True where who is on none of its lists has not reported within 30 days. */
    boolean tellsWhoIsGone() {
        return whole && list(Kind.ALL).isDone();
    }

    /** A metric that is on some list, as the lists show it. */
    Metric seen(Metric metric) {
        boolean distribution = names(Kind.DISTRIBUTIONS).contains(metric.name());
        Metric typed = distribution ? metric.withType(MetricType.DISTRIBUTION) : metric;
        return typed.withLiveness(liveness(metric.name()));
    }

    /** A metric that is on no list, where that does not mean that it is gone. */
    Metric unseen(Metric metric) {
        return metric.liveness() == Liveness.GONE ? metric : metric.withLiveness(liveness(metric.name()));
    }

    /** A list that was not read to its end says only who is on it, never who is not. */
    private Liveness liveness(String name) {
        boolean hourIsWhole = list(Kind.HOUR).isDone();
        if (names(Kind.HOUR).contains(name)) {
            return Liveness.LIVE;
        }
        if (names(Kind.DAY).contains(name)) {
            return hourIsWhole ? Liveness.RECENT : Liveness.UNKNOWN;
        }
        return hourIsWhole && list(Kind.DAY).isDone() ? Liveness.QUIET : Liveness.UNKNOWN;
    }

    private Set<String> names(Kind kind) {
        NameList list = lists.get(kind);
        return list == null ? Set.of() : list.names();
    }

    private NameList list(Kind kind) {
        NameList list = lists.get(kind);
        if (list == null) {
            throw new IllegalArgumentException("a listing of who reports has no list of " + kind);
        }
        return list;
    }
}
