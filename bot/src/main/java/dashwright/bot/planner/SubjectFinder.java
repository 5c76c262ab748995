package dashwright.bot.planner;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.SearchResult;
import dashwright.dashboards.plan.TagFilter;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a request is about: the spans it names, the metrics that carry their name as a tag value, and the metrics
 * that answer to its words.
 */
final class SubjectFinder {
    /** How many metrics are looked at more closely; each costs one of the 100 metric reads that an hour allows. */
    private static final int READ_CLOSELY = 8;

    private static final int SEARCHED = 40;
    /** A metric belongs to the subject where it covers at least this share of what the best one covers. */
    private static final double NEAR_THE_BEST = 0.6;

    private static final double LEAST_FIT = 0.25;
    /** How much of an anchor's name a metric of its namespace must cover to be about the same thing. */
    private static final double RELATED_FIT = 0.45;

    private static final int MOST_EVIDENCE = 40;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    SubjectFinder(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /** The subject of a wish, or nothing where the catalog has nothing that answers. */
    Optional<Subject> find(Wish wish) {
        SearchResult first = knowledge.search().search(wish.topicText(), SEARCHED);
        if (!first.answered()) {
            return Optional.empty();
        }
        knowledge.describe(first.metrics().stream()
                .limit(READ_CLOSELY)
                .map(match -> match.metric().name())
                .toList());
        // What was read just now can change what answers best.
        SearchResult found = knowledge.search().search(wish.topicText(), SEARCHED);
        Anchor anchor =
                AnchorFinder.find(wish, found, knowledge.catalog().spans()).orElse(null);
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        if (anchor != null) {
            add(evidence, new AnchoredMetrics(knowledge, words).of(anchor, wish));
            add(evidence, related(anchor));
        }
        add(evidence, topical(found, anchor));
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Subject(
                anchor, evidence.values().stream().limit(MOST_EVIDENCE).toList()));
    }

    private static void add(Map<String, Evidence> all, List<Evidence> more) {
        more.stream()
                .filter(each -> each.metric().liveness() != Liveness.GONE)
                .forEach(each -> all.putIfAbsent(each.metric().name(), each));
    }

    /** The metrics of the same namespace that speak of what the anchor's name speaks of. */
    private List<Evidence> related(Anchor anchor) {
        if (anchor.namespace().isEmpty() || anchor.wholeService()) {
            return List.of();
        }
        String name = Anchor.leaf(anchor.spans()).replace('_', ' ');
        List<String> near = knowledge.search().search(name, SEARCHED).metrics().stream()
                .filter(match -> isUnder(match.metric(), anchor.namespace()) && match.fit() >= RELATED_FIT)
                .limit(READ_CLOSELY)
                .map(match -> match.metric().name())
                .toList();
        knowledge.describe(near);
        return near.stream()
                .flatMap(each -> knowledge.catalog().metric(each).stream())
                .filter(metric -> !isAboutOthers(metric, anchor))
                .map(metric -> new Evidence(metric, Kind.of(metric, words), List.of(), RELATED_FIT, false))
                .toList();
    }

    /** The metrics that answer to the words themselves. */
    private List<Evidence> topical(SearchResult found, @Nullable Anchor anchor) {
        double best = found.metrics().stream().mapToDouble(Match::fit).max().orElse(0);
        String home = anchor == null ? "" : anchor.namespace();
        List<Evidence> topical = new ArrayList<>();
        for (Match match : found.metrics()) {
            Metric metric = match.metric();
            boolean near = match.fit() >= LEAST_FIT && match.fit() >= NEAR_THE_BEST * best;
            // Where spans say which part of the catalog is meant, a word alone does not bring in another part.
            boolean atHome = home.isEmpty() || isUnder(metric, home);
            if (near && atHome && (anchor == null || !isAboutOthers(metric, anchor))) {
                topical.add(new Evidence(metric, Kind.of(metric, words), List.<TagFilter>of(), match.fit(), false));
            }
        }
        return topical;
    }

    private static boolean isUnder(Metric metric, String namespace) {
        return metric.name().startsWith(namespace + ".");
    }

    /** True for a metric that is split by resource: without its filter it would speak of all the others too. */
    private boolean isAboutOthers(Metric metric, Anchor anchor) {
        return !anchor.wholeService()
                && knowledge.catalog().spans().stream()
                        .anyMatch(other ->
                                AnchoredMetrics.tag(metric, other.resource()).isPresent());
    }
}
