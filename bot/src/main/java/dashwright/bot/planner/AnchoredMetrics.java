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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that carry an anchor's name as the value of a tag. Reading the tags of each metric would eat the hour's
 * budget, so one metric of each likely family is read, and the tag found there is asked for as a whole.
 */
final class AnchoredMetrics {
    private static final int SEARCHED = 40;
    private static final int MOST_FAMILIES = 4;
    private static final int MOST_DESCRIBED = 12;
    private static final double NEAR_THE_BEST = 0.6;
    private static final Pattern NOT_IN_TAGS = Pattern.compile("[^\\p{L}\\p{N}_\\-:./]");

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    AnchoredMetrics(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    List<Evidence> of(Anchor anchor, Wish wish) {
        // A service does many things: of its own metrics only those that the words name are meant.
        Set<String> asked = named(wish);
        Collection<String> families = families(anchor, wish);
        Catalog known = knowledge.enrich(families);
        Set<String> keys = new LinkedHashSet<>();
        for (String name : families) {
            known.metric(name)
                    .flatMap(metric -> tag(metric, anchor.value(), words))
                    .ifPresent(filter -> keys.add(filter.key()));
        }
        for (String key : keys) {
            known = knowledge.carrying(key, asTagValue(anchor.value()));
        }
        String value = asTagValue(anchor.value());
        List<String> carriers = known.metrics().stream()
                .filter(metric -> isHome(metric.name(), anchor)
                        && metric.tags().values().values().stream().anyMatch(values -> values.contains(value)))
                .map(Metric::name)
                .filter(name -> !anchor.wholeService() || isTraced(name) || asked.contains(name))
                .toList();
        Catalog described = knowledge.describe(carriers.stream()
                .sorted(Comparator.comparing(AnchoredMetrics::isTraced))
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

    private Set<String> named(Wish wish) {
        List<Match> found =
                knowledge.search().search(wish.topicText(), SEARCHED).metrics();
        double best = found.stream()
                .filter(match -> !isTraced(match.metric().name()))
                .mapToDouble(Match::fit)
                .max()
                .orElse(0);
        return found.stream()
                .filter(match -> match.fit() >= NEAR_THE_BEST * best)
                .map(match -> match.metric().name())
                .collect(Collectors.toSet());
    }

    private Evidence evidence(Metric metric, Anchor anchor) {
        List<TagFilter> filters = tag(metric, anchor.value(), words).stream().toList();
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
                    // One whose tags are known serves as well as one that would have to be read.
                    families.merge(
                            parent(name),
                            name,
                            (first, next) -> isTagged(first) ? first : isTagged(next) ? next : first);
                }
            }
        }
        return families.values().stream().limit(MOST_FAMILIES).toList();
    }

    private boolean isTagged(String name) {
        return knowledge
                .catalog()
                .metric(name)
                .filter(metric -> metric.tags().known())
                .isPresent();
    }

    /** The tag by which a metric is known to carry a value: the plainest of those that name services, or any other. */
    static Optional<TagFilter> tag(Metric metric, String value, Words words) {
        String asTag = asTagValue(value);
        return Stream.concat(words.serviceTags().stream(), metric.tags().keys().stream())
                .filter(key -> metric.tags().has(key, asTag))
                .findFirst()
                .map(key -> TagFilter.is(key, asTag));
    }

    /**
     * A text as Datadog keeps it in a tag: lower case, with anything but letters, digits and {@code _-:./} as an underscore
     * (docs.datadoghq.com, "Define tags", 2026).
     */
    static String asTagValue(String text) {
        return NOT_IN_TAGS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("_");
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
