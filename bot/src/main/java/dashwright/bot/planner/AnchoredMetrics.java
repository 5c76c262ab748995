package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Match;
import dashwright.dashboards.plan.TagFilter;
import dashwright.tools.drafting.RequestPlanner;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics that carry an anchor's name as the value of a tag. Reading the tags of each metric would eat the hour's
 * budget, so one metric of each likely family is read, and the tag found there is asked for as a whole.
 */
final class AnchoredMetrics {
    private static final int SEARCHED = 40;
    private static final int MOST_FAMILIES = 4;
    private static final int MOST_DESCRIBED = 12;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    AnchoredMetrics(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    List<Evidence> of(Anchor anchor, Wish wish) {
        Collection<String> families = families(anchor, wish);
        Catalog known = knowledge.enrich(families);
        Set<String> keys = new LinkedHashSet<>();
        for (String name : families) {
            known.metric(name)
                    .flatMap(metric -> tag(metric, anchor.value()))
                    .ifPresent(filter -> keys.add(filter.key()));
        }
        for (String key : keys) {
            known = knowledge.carrying(key, anchor.value());
        }
        List<String> carriers = known.metrics().stream()
                .filter(metric -> tag(metric, anchor.value()).isPresent() && isHome(metric.name(), anchor))
                .map(Metric::name)
                .toList();
        Catalog described = knowledge.describe(carriers.stream()
                .filter(name -> !isTraced(name))
                .limit(MOST_DESCRIBED)
                .toList());
        return carriers.stream()
                .flatMap(name -> described.metric(name).stream())
                .map(metric -> evidence(metric, anchor))
                // A team's own metric says more than the tracer's: it comes first.
                .sorted(Comparator.comparing(
                                (Evidence each) -> isTraced(each.metric().name()))
                        .thenComparing(each -> each.metric().name()))
                .toList();
    }

    private Evidence evidence(Metric metric, Anchor anchor) {
        List<TagFilter> filters = tag(metric, anchor.value()).stream().toList();
        return new Evidence(metric, Kind.of(metric, words), filters, 1, true);
    }

    /** One metric of each family that may carry the anchor's tag. */
    private Collection<String> families(Anchor anchor, Wish wish) {
        SpanGroup spans = anchor.spans();
        Map<String, String> families = new LinkedHashMap<>();
        for (String text : List.of(spans.operation(), spans.resource(), wish.topicText())) {
            for (Match match :
                    knowledge.search().search(text.replace('.', ' '), SEARCHED).metrics()) {
                String name = match.metric().name();
                if (isHome(name, anchor)) {
                    families.putIfAbsent(parent(name), name);
                }
            }
        }
        return families.values().stream().limit(MOST_FAMILIES).toList();
    }

    /** The tag by which a metric is known to carry a value. */
    static Optional<TagFilter> tag(Metric metric, String value) {
        return metric.tags().keys().stream()
                .filter(key -> metric.tags().has(key, value))
                .findFirst()
                .map(key -> TagFilter.is(key, value));
    }

    /** True for the metrics of the tracer over the anchor's operation, and those of its owner's namespace. */
    private static boolean isHome(String name, Anchor anchor) {
        String namespace = anchor.namespace();
        return name.startsWith("trace." + anchor.spans().operation())
                || (!namespace.isEmpty() && name.startsWith(namespace + "."));
    }

    private static boolean isTraced(String name) {
        return name.startsWith("trace.");
    }

    private static String parent(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
