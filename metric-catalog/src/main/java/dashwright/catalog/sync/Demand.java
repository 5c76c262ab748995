package dashwright.catalog.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of which metrics people want: it decides whose details are read first while nobody waits.
 *
 * @param queried the metrics that the source says are queried, on anybody's dashboards and monitors
 * @param askedAt when details of a metric were last asked for here, to build with or to describe
 */
public record Demand(Set<String> queried, Map<String, Instant> askedAt) {
    /** Nothing is known. */
    public static final Demand NONE = new Demand(Set.of(), Map.of());

    /** Far more than people ask for in the days for which details stay fresh; the oldest are forgotten beyond it. */
    private static final int MOST_ASKED = 5_000;

    public Demand {
        queried = Set.copyOf(queried);
        askedAt = Map.copyOf(askedAt);
    }

    /** The same once someone asked for these. */
    Demand asked(Collection<String> metrics, Instant now) {
        Map<String, Instant> times = new HashMap<>(askedAt);
        metrics.forEach(metric -> times.put(metric, now));
        return new Demand(queried, newest(times));
    }

    /** The same with what the source says now. */
    Demand withQueried(Set<String> now) {
        return new Demand(now, askedAt);
    }

    /** What this one and one of another process know together; what the source said is this one's. */
    Demand with(Demand other) {
        Map<String, Instant> times = new HashMap<>(askedAt);
        other.askedAt.forEach((metric, at) -> times.merge(metric, at, Snapshot::later));
        return new Demand(queried, newest(times));
    }

    private static Map<String, Instant> newest(Map<String, Instant> times) {
        if (times.size() <= MOST_ASKED) {
            return times;
        }
        Map<String, Instant> newest = new HashMap<>();
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_ASKED)
                .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        return newest;
    }
}
