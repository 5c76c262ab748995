package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which metrics are described while nobody waits. */
final class IdleChoice {
    private IdleChoice() {}

    /**
     * Those that report first, and one of each namespace before the second of any: what is written about one tells the most
     * of those beside it.
     */
    static List<String> of(Catalog catalog, int most) {
        Map<String, Integer> turns = new HashMap<>();
        Map<String, Integer> turn = new HashMap<>();
        catalog.metrics().forEach(metric -> {
            int before = turns.merge(metric.namespace(), 1, Integer::sum);
            turn.put(metric.name(), before);
        });
        return catalog.metrics().stream()
                .filter(metric -> !metric.described() && metric.liveness() != Liveness.GONE)
                .sorted(Comparator.comparing((Metric metric) -> metric.liveness() != Liveness.LIVE)
                        .thenComparing(metric -> turn.getOrDefault(metric.name(), 0)))
                .limit(Math.max(0, most))
                .map(Metric::name)
                .toList();
    }
}
