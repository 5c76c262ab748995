package dashwright.bot.planner;

import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a request names spans, and which: one resource, or a whole service. */
final class AnchorFinder {
    private static final double LEAST_FIT = 0.25;
    /** Spans stand for the subject only where no metric answers the words better by more than this. */
    private static final double MAY_LAG = 0.35;

    private static final double AS_GOOD = 0.05;

    private AnchorFinder() {}

    static Optional<Anchor> find(Wish wish, SearchResult found, List<SpanGroup> all) {
        double bestMetric =
                found.metrics().stream().mapToDouble(Match::fit).max().orElse(0);
        List<SpanMatch> near = found.spans().stream()
                .filter(match -> match.fit() >= LEAST_FIT && match.fit() >= bestMetric - MAY_LAG)
                .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        double best = near.stream().mapToDouble(SpanMatch::fit).max().orElse(0);
        Set<String> context = contextOf(found);
        Set<String> topic = Words.stems(wish.topicText());
        // Among spans that answer equally well, those that share most words with the metrics that answer are meant.
        return near.stream()
                .filter(match -> match.fit() >= best - AS_GOOD)
                .map(SpanMatch::spans)
                .max(Comparator.comparing((SpanGroup spans) -> namesResource(spans, topic, all))
                        .thenComparingInt(spans -> overlap(spans, context))
                        .thenComparingLong(SpanGroup::hits))
                .map(spans -> new Anchor(spans, !namesResource(spans, topic, all)));
    }

    /** True where the topic has a word of the resource's own name that few resources of the operation share. */
    private static boolean namesResource(SpanGroup spans, Set<String> topic, List<SpanGroup> all) {
        List<SpanGroup> siblings = all.stream()
                .filter(other -> other.service().equals(spans.service())
                        && other.operation().equals(spans.operation()))
                .toList();
        return Words.stems(Anchor.leaf(spans)).stream().filter(topic::contains).anyMatch(word -> {
            long sharing = siblings.stream()
                    .filter(other -> Words.stems(other.resource()).contains(word))
                    .count();
            return sharing * 3 <= siblings.size() || sharing <= 2;
        });
    }

    /** The words of the metrics that answer best, names and descriptions. */
    private static Set<String> contextOf(SearchResult found) {
        Set<String> context = new HashSet<>();
        found.metrics().stream().limit(8).forEach(match -> {
            context.addAll(Words.stems(match.metric().name()));
            context.addAll(Words.stems(match.metric().description()));
        });
        return context;
    }

    private static int overlap(SpanGroup spans, Set<String> context) {
        return (int) Words.stems(Anchor.leaf(spans)).stream()
                .filter(context::contains)
                .count();
    }
}
