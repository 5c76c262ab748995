package dashwright.bot.planner;

import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import dashwright.tools.drafting.RequestPlanner;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request names spans, and which: one resource, or a whole service.
 *
 * <p>A traced task is seldom called all that people call it: of "s3 sync" the task's name may say only "sync", and what is
 * said of the metrics around it says "S3". So both count, the name more.
 */
final class AnchorFinder {
    private static final double LEAST_FIT = 0.25;
    /** Spans stand for the subject only where no metric answers the words better by more than this. */
    private static final double MAY_LAG = 0.25;

    static final double SAME_WORD = 1;
    private static final double SAME_MEANING = 0.5;
    private static final double SAID_AROUND_IT = 0.4;
    private static final double AS_GOOD = 0.05;
    private static final int MOST_CANDIDATES = 8;
    private static final int MOST_READ_AROUND = 2;
    private static final int NEIGHBOURS = 3;

    private final RequestPlanner.Knowledge knowledge;

    private final Words words;

    AnchorFinder(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /**
     * Spans that a request names.
     *
     * @param covered how many of the words they meet; one that is only said around them counts in part
     */
    record Named(Anchor anchor, double covered) {}

    Optional<Named> find(Wish wish, SearchResult found) {
        double bestMetric = found.metrics().stream()
                .mapToDouble(match -> own(ofTheMetricItself(match.reasons()), found.words()))
                .max()
                .orElse(0);
        List<SpanMatch> near = found.spans().stream()
                .filter(match -> match.fit() >= LEAST_FIT)
                .sorted(Comparator.comparingDouble((SpanMatch match) -> own(match.reasons(), found.words()))
                        .reversed())
                .limit(MOST_CANDIDATES)
                .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> candidates =
                near.stream().map(match -> judged(match, found)).toList();
        double best = candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
        Set<String> topic = Words.stems(wish.topicText());
        if (best < bestMetric - MAY_LAG) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> candidate.score() >= best - AS_GOOD)
                .map(Candidate::spans)
                .max(Comparator.comparing((SpanGroup spans) -> namesResource(spans, topic))
                        .thenComparing(spans -> !hands(spans))
                        .thenComparingLong(SpanGroup::hits))
                .map(spans -> new Named(new Anchor(spans, !namesResource(spans, topic)), best));
    }

    /** Without what its tags say: a tag that names the spans speaks for the spans. */
    static List<Reason> ofTheMetricItself(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.field() != Reason.Field.TAG)
                .toList();
    }

    /** Reads what is said around the spans that are nearest to a request, so that its words can be met there. */
    void readAround(SearchResult found) {
        found.spans().stream().limit(MOST_READ_AROUND).map(SpanMatch::spans).forEach(this::around);
    }

    /** True for spans that only hand the work to somebody else: who asks about the work means those that do it. */
    private boolean hands(SpanGroup spans) {
        return Words.split(spans.operation()).stream().anyMatch(words.producers()::contains);
    }

    private record Candidate(SpanGroup spans, double score) {}

    private Candidate judged(SpanMatch match, SearchResult found) {
        Set<String> around = around(match.spans());
        double score = found.words().stream()
                .mapToDouble(word -> {
                    double own = own(word, match.reasons());
                    boolean said = Words.stems(word).stream().anyMatch(around::contains);
                    return Math.max(own, said ? SAID_AROUND_IT : 0);
                })
                .sum();
        return new Candidate(match.spans(), score);
    }

    /** The words that the metrics around spans use: those of the same namespace that share a word of their name. */
    private Set<String> around(SpanGroup spans) {
        String namespace = new Anchor(spans, false).namespace();
        if (namespace.isEmpty()) {
            return Set.of();
        }
        List<String> neighbours = knowledge.search().search(Anchor.leaf(spans).replace('_', ' '), 40).metrics().stream()
                .filter(match -> !ofTheMetricItself(match.reasons()).isEmpty())
                .map(match -> match.metric().name())
                .filter(name -> name.startsWith(namespace + "."))
                .limit(NEIGHBOURS)
                .toList();
        Set<String> around = new LinkedHashSet<>();
        var catalog = knowledge.describe(neighbours);
        neighbours.forEach(name -> catalog.metric(name).ifPresent(metric -> {
            around.addAll(Words.stems(metric.name()));
            around.addAll(Words.stems(metric.description()));
        }));
        return around;
    }

    /** How many of the words are met, those met by another word of the same meaning counting less. */
    static double own(List<Reason> reasons, List<String> words) {
        return words.stream().mapToDouble(word -> own(word, reasons)).sum();
    }

    private static double own(String word, List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.word().equals(word))
                .mapToDouble(AnchorFinder::weight)
                .max()
                .orElse(0);
    }

    private static double weight(Reason reason) {
        Set<String> asked = new HashSet<>(Words.stems(reason.word()));
        asked.retainAll(Words.stems(reason.matched()));
        return asked.isEmpty() ? SAME_MEANING : SAME_WORD;
    }

    /** True where the topic has a word of the resource's own name that few resources of the operation share. */
    private boolean namesResource(SpanGroup spans, Set<String> topic) {
        List<SpanGroup> siblings = knowledge.catalog().spans().stream()
                .filter(other -> other.service().equals(spans.service())
                        && other.operation().equals(spans.operation()))
                .toList();
        return Words.stems(Anchor.leaf(spans)).stream().filter(topic::contains).anyMatch(word -> {
            long sharing = siblings.stream().filter(other -> has(other, word)).count();
            return sharing <= 2 || sharing * 3 <= siblings.size();
        });
    }

    private static boolean has(SpanGroup spans, String word) {
        return Words.stems(spans.resource()).contains(word);
    }
}
