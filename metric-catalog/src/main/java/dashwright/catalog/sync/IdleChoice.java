package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which details are read while nobody waits. */
final class IdleChoice {
    /** One read in so many goes to what is known but old, so that neither the unknown nor the old waits for ever. */
    private static final int ONE_IN_STALE = 4;

    private final Catalog catalog;
    private final Demand demand;
    private final ReadTimes times;
    private final Predicate<Wanted> refused;

    /** The place of each metric among those of its namespace, by name. */
    private final Map<String, Integer> turns = new HashMap<>();

    /**
     * Chooses among the details of a catalog.
     *
     * @param refused true for what the source refused of late
     */
    IdleChoice(Catalog catalog, Demand demand, ReadTimes times, Predicate<Wanted> refused) {
        this.catalog = catalog;
        this.demand = demand;
        this.times = times;
        this.refused = refused;
    }

    /**
     * The most wanted first: metadata and tags of what people asked for here, never read before old; then a mixture of what
     * was never read, queried before the rest, and of what is oldest.
     */
    List<Wanted> first(int most) {
        if (most <= 0) {
            return List.of();
        }
        Set<Wanted> chosen = new LinkedHashSet<>();
        some(asked(), most).forEach(chosen::add);
        List<Wanted> stale = some(stale(), most);
        List<Wanted> unread = some(unread(), most);
        int nextStale = 0;
        int nextUnread = 0;
        while (chosen.size() < most && (nextStale < stale.size() || nextUnread < unread.size())) {
            boolean turnOfStale = chosen.size() % ONE_IN_STALE == ONE_IN_STALE - 1;
            boolean old = nextUnread == unread.size() || (turnOfStale && nextStale < stale.size());
            chosen.add(old ? stale.get(nextStale++) : unread.get(nextUnread++));
        }
        return List.copyOf(chosen);
    }

    private List<Wanted> some(Stream<Wanted> wanted, int most) {
        return wanted.filter(refused.negate()).limit(most).toList();
    }

    /** What people asked for: the never read before the old, and of each the last asked for first. */
    private Stream<Wanted> asked() {
        List<String> names = demand.askedAt().entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(name -> catalog.metric(name).filter(IdleChoice::isThere).isPresent())
                .toList();
        List<Wanted> all = new ArrayList<>();
        names.forEach(name -> {
            all.add(new Wanted.Metadata(name));
            all.add(new Wanted.Tags(name));
        });
        return Stream.concat(
                all.stream().filter(wanted -> !times.wasRead(wanted)),
                all.stream()
                        .filter(wanted -> times.wasRead(wanted) && !times.isFresh(wanted))
                        .sorted(Comparator.comparing(this::readAt)));
    }

    /** What was read of the others once, and is old: the oldest first. */
    private Stream<Wanted> stale() {
        return catalog.metrics().stream()
                .filter(IdleChoice::isThere)
                .filter(metric -> !demand.askedAt().containsKey(metric.name()))
                .flatMap(
                        metric -> Stream.<Wanted>of(new Wanted.Metadata(metric.name()), new Wanted.Tags(metric.name())))
                .filter(wanted -> times.wasRead(wanted) && !times.isFresh(wanted))
                .sorted(Comparator.comparing(this::readAt));
    }

    /**
     * What was never read of the others: metadata of all, and tags of what is queried. Queried before the rest, those that
     * report before those that are quiet, and one of each namespace before the second of any: what is written about one tells
     * the most of those beside it.
     */
    private Stream<Wanted> unread() {
        List<Metric> metrics = catalog.metrics().stream()
                .filter(IdleChoice::isThere)
                .filter(metric -> !demand.askedAt().containsKey(metric.name()))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        metrics.forEach(metric -> turns.put(metric.name(), places.merge(metric.namespace(), 1, Integer::sum)));
        Comparator<Metric> byWant = Comparator.comparing((Metric metric) -> metric.liveness() != Liveness.LIVE)
                .thenComparing(metric -> turns.getOrDefault(metric.name(), 0))
                .thenComparing(Metric::name);
        Stream<Wanted> queried = metrics.stream()
                .filter(this::isQueried)
                .sorted(byWant)
                .flatMap(metric -> Stream.of(new Wanted.Metadata(metric.name()), new Wanted.Tags(metric.name())));
        Stream<Wanted> rest = metrics.stream()
                .filter(metric -> !isQueried(metric))
                .sorted(byWant)
                .map(metric -> new Wanted.Metadata(metric.name()));
        return Stream.concat(queried, rest).filter(wanted -> !times.wasRead(wanted));
    }

    private boolean isQueried(Metric metric) {
        return demand.queried().contains(metric.name());
    }

    private Instant readAt(Wanted wanted) {
        return Objects.requireNonNullElse(times.at(wanted), Instant.EPOCH);
    }

    private static boolean isThere(Metric metric) {
        return metric.liveness() != Liveness.GONE;
    }
}
