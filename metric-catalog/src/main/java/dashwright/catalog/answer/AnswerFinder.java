package dashwright.catalog.answer;

import dashwright.catalog.Catalog;
import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers a text from a catalog: near-equal rivals are one answer, spans rank beside metrics, and the figure that the text
 * asks for ("p95") speaks for its family.
 */
public final class AnswerFinder {
    /** So many metrics are ranked for each answer at first; a family has seldom more. */
    private static final int METRICS_FOR_EACH = 3;

    /** So many times as many at the most. */
    private static final int MOST_GROWTH = 8;

    /** Spans that cover less than this share of what the best answer covers are found for any text. */
    private static final double WORTH_SHOWING = 0.5;

    private final MetricSearch search;
    private final Catalog catalog;

    /**
     * A finder.
     *
     * @param catalog the one that is searched
     */
    public AnswerFinder(MetricSearch search, Catalog catalog) {
        this.search = search;
        this.catalog = catalog;
    }

    /**
     * The answers to a text.
     *
     * @param text what a person wrote, of any length and in any script
     * @param limit how many answers at the most, at least 1
     */
    public Answers find(String text, int limit) {
        return rank(text, limit).first(limit);
    }

    /**
     * The answers to a text, however many spans are among them.
     *
     * @param text what a person wrote, of any length and in any script
     * @param limit how many metrics at the most, at least 1
     */
    public Answers rank(String text, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("there must be room for at least 1 answer, not " + limit);
        }
        Asked asked = Asked.of(text);
        int enough = limit * METRICS_FOR_EACH;
        SearchResult found = search.search(text, enough);
        List<Answer.OfMetric> metrics = grouped(text, asked, found.metrics(), limit);
        for (int more = 2;
                more <= MOST_GROWTH && metrics.size() < limit && found.metrics().size() == enough;
                more *= 2) {
            enough = limit * METRICS_FOR_EACH * more;
            found = search.search(text, enough);
            metrics = grouped(text, asked, found.metrics(), limit);
        }
        return asked.forSpans() && !catalog.spans().isEmpty()
                ? withSpans(asked, metrics, found)
                : answers(merged(metrics, found.spans(), false), found, found.answered());
    }

    /** A text that names spans: of them the word "spans" says no more than that. */
    private Answers withSpans(Asked asked, List<Answer.OfMetric> metrics, SearchResult found) {
        SearchResult ofSpans = search.search(asked.withoutSpans(), 1);
        boolean answered = found.answered() || ofSpans.answered();
        return ofSpans.spans().isEmpty()
                ? answers(merged(metrics, found.spans(), false), found, found.answered())
                : answers(merged(metrics, ofSpans.spans(), true), ofSpans, answered);
    }

    private static Answers answers(List<Answer> list, SearchResult read, boolean answered) {
        return new Answers(list, read.words(), read.missing(), answered);
    }

    private List<Answer.OfMetric> grouped(String text, Asked asked, List<Match> ranked, int limit) {
        Map<String, Match> matches = ranked.stream()
                .collect(Collectors.toMap(
                        match -> match.metric().name(), match -> match, (first, second) -> first, LinkedHashMap::new));
        Families families = new Families(catalog);
        Set<String> placed = new HashSet<>();
        List<Answer.OfMetric> answers = new ArrayList<>();
        for (Match match : matches.values()) {
            if (answers.size() < limit && placed.add(match.metric().name())) {
                Optional<Family> family = families.of(match.metric());
                answers.add(family.map(some -> one(text, asked, match, some, matches))
                        .orElseGet(() -> new Answer.OfMetric(match, List.of())));
                family.ifPresent(some -> some.members()
                        .forEach(member -> placed.add(member.metric().name())));
            }
        }
        return answers;
    }

    /** One answer for a family: at the rank of its best member, under the member that the text asks for. */
    private Answer.OfMetric one(String text, Asked asked, Match best, Family family, Map<String, Match> matches) {
        String name = asked.among(family)
                .map(variant -> variant.metric().name())
                .orElse(best.metric().name());
        Match match = Optional.ofNullable(matches.get(name))
                .or(() -> search.judge(text, name))
                .map(own -> new Match(own.metric(), best.score(), own.fit(), own.reasons()))
                .orElse(best);
        List<Variant> variants = family.members().stream()
                .filter(variant ->
                        !variant.metric().name().equals(match.metric().name()))
                .toList();
        return new Answer.OfMetric(match, variants);
    }

    /**
     * Spans and metrics have no measure in common but how much of the text they cover: spans go before the metrics of which
     * none covers as much.
     */
    private static List<Answer> merged(List<Answer.OfMetric> metrics, List<SpanMatch> spans, boolean spansAsked) {
        double best = Stream.concat(
                        metrics.stream().map(Answer::fit), spans.stream().map(SpanMatch::fit))
                .reduce(0.0, Math::max);
        Deque<Answer> waiting = spans.stream()
                .filter(match -> match.fit() >= best * WORTH_SHOWING)
                .<Answer>map(Answer.OfSpans::new)
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<Answer> merged = new ArrayList<>();
        for (int at = 0; at < metrics.size(); at++) {
            double most = metrics.subList(at, metrics.size()).stream()
                    .mapToDouble(Answer::fit)
                    .max()
                    .orElse(0);
            while (!waiting.isEmpty() && isBefore(waiting.element().fit(), most, spansAsked)) {
                merged.add(waiting.remove());
            }
            merged.add(metrics.get(at));
        }
        merged.addAll(waiting);
        return merged;
    }

    private static boolean isBefore(double fitOfSpans, double fitOfMetrics, boolean spansAsked) {
        return spansAsked ? fitOfSpans >= fitOfMetrics : fitOfSpans > fitOfMetrics;
    }
}
