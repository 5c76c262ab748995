package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.TagFilter;
import dashwright.tools.drafting.RequestPlanner;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the workers of a subject use. No application metric holds a worker's memory: containers report it, and the
 * only link between the two is a tag that both carry.
 */
final class ResourceFinder {
    /** Words of metrics that state use, the plainest first. */
    private static final List<String> USAGE = List.of("usage", "used", "use", "working", "rss");

    /** Words of metrics that state a limit or a part of the whole, where use is asked for. */
    private static final Set<String> NOT_USAGE = Set.of(
            "available",
            "freeable",
            "limit",
            "limits",
            "request",
            "requests",
            "requested",
            "free",
            "total",
            "cache",
            "cached",
            "swap",
            "kernel",
            "pct",
            "percent",
            "fail",
            "failcnt",
            "throttled",
            "major",
            "minor",
            "faults",
            "soft",
            "capacity",
            "allocatable",
            "pagein",
            "partial",
            "stall",
            "oom");

    private static final int MOST_TRIED = 3;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    ResourceFinder(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /**
     * The metric of a kind that carries the subject's service.
     *
     * @param model a metric of the subject whose tags were read, null where there is none
     */
    Cast.@Nullable Resource find(Role role, Subject subject, @Nullable Metric model) {
        for (Map.Entry<String, String> identity : identities(subject, model).entrySet()) {
            Catalog known = knowledge.carrying(identity.getKey(), identity.getValue());
            List<Metric> carriers = known.metrics().stream()
                    .filter(metric -> metric.tags().has(identity.getKey(), identity.getValue())
                            && metric.liveness() != Liveness.GONE)
                    .filter(metric -> metric.type() == MetricType.GAUGE
                            || metric.type() == MetricType.UNKNOWN
                            || role == Role.CPU)
                    .filter(metric -> Kind.of(metric, words).role() == role)
                    .filter(metric -> Words.split(metric.name()).stream().noneMatch(NOT_USAGE::contains))
                    .sorted(Comparator.comparingInt(ResourceFinder::plainness)
                            .thenComparingInt(metric -> metric.name().length()))
                    .toList();
            for (Metric carrier : carriers.subList(0, Math.min(carriers.size(), MOST_TRIED))) {
                Metric read = knowledge
                        .enrich(List.of(carrier.name()))
                        .metric(carrier.name())
                        .orElse(carrier);
                if (role != Role.MEMORY || isSize(read)) {
                    TagFilter filter = TagFilter.is(identity.getKey(), identity.getValue());
                    return new Cast.Resource(
                            new Evidence(read, Kind.of(read, words), List.of(filter), 1, true), by(read));
                }
            }
        }
        return null;
    }

    /** How plainly a metric's name says that it is what is in use, 0 the plainest. */
    static int plainness(Metric metric) {
        return Words.split(metric.name()).stream()
                .mapToInt(USAGE::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(USAGE.size());
    }

    /** False for what is called memory and is counted in something else, as a database's heap blocks are. */
    private static boolean isSize(Metric metric) {
        String unit = metric.unit().name();
        return unit.isEmpty() || unit.endsWith("byte");
    }

    private @Nullable String by(Metric metric) {
        return words.workerTags().stream()
                .filter(key -> metric.tags().valuesOf(key).size() > 1)
                .findFirst()
                .orElse(null);
    }

    /** The tags by which the subject's service is known, the likeliest first. */
    private Map<String, String> identities(Subject subject, @Nullable Metric model) {
        String service =
                subject.anchor() == null ? "" : subject.anchor().spans().service();
        Map<String, String> identities = new LinkedHashMap<>();
        Stream.ofNullable(model).filter(Objects::nonNull).forEach(metric -> {
            for (String key : words.serviceTags()) {
                var values = metric.tags().valuesOf(key);
                if (!service.isEmpty() && values.contains(service)) {
                    identities.put(key, service);
                } else if (values.size() == 1) {
                    identities.put(key, values.first());
                }
            }
        });
        if (!service.isEmpty()) {
            words.serviceTags().stream().limit(2).forEach(key -> identities.putIfAbsent(key, service));
        }
        return identities;
    }
}
