package dashwright.catalog.search;

import dashwright.catalog.search.Lessons.Meant;
import dashwright.catalog.search.Question.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was taught and decided about one text, and what follows for a search of it. What people gave a meaning comes first
 * and answers; what they decided on boards only changes the order of those that are nearly equal, and never whether the
 * search has an answer.
 */
final class Learned {
    static final Learned NOTHING = new Learned(Map.of(), DecisionEvidence.Weights.NONE);

    /** By how much of its score decisions raise or lower a metric at the most. */
    private static final double MOST_MOVED = 0.05;

    /** So far down the ranks a metric may be raised, however few are asked for. */
    private static final int LOOKED_OVER = 20;

    private final Map<String, List<Met>> taught;
    private final DecisionEvidence.Weights decisions;

    private Learned(Map<String, List<Met>> taught, DecisionEvidence.Weights decisions) {
        this.taught = taught;
        this.decisions = decisions;
    }

    /** A lesson whose phrase stands in the text, and the words of the text that say it, in lower case. */
    private record Met(Meant lesson, Set<String> words) {
        int size() {
            return lesson.phrase().size();
        }

        boolean says(Word word) {
            return words.containsAll(List.of(Tokenizer.lower(word.written()).split(" ")));
        }

        Reason reason(Word word) {
            return reason(word.written());
        }

        Reason reason() {
            return reason(lesson.taught().phrase());
        }

        private Reason reason(String word) {
            Lessons.Taught said = lesson.taught();
            return Reason.taught(word, said.phrase(), said.by());
        }
    }

    static Learned of(Collection<Meant> lessons, DecisionEvidence.Weights decisions, TextWords text) {
        Map<String, List<Met>> taught = new LinkedHashMap<>();
        lessons.forEach(lesson -> lesson.phrase()
                .in(text)
                .ifPresent(words -> taught.computeIfAbsent(lesson.taught().metric(), any -> new ArrayList<>())
                        .add(new Met(lesson, words))));
        Comparator<Met> longestFirst = Comparator.comparingInt(Met::size).reversed();
        taught.values()
                .forEach(phrases -> phrases.sort(
                        longestFirst.thenComparing(met -> met.lesson().taught().phrase())));
        return taught.isEmpty() && decisions.isNone() ? NOTHING : new Learned(taught, decisions);
    }

    /** How many must be ranked so that as many as this can be given. */
    int depth(int limit) {
        return decisions.isNone() ? limit : Math.max(limit, LOOKED_OVER);
    }

    /** Why a metric answers to a word of the text, where the word was taught to mean it; the longest phrase says why. */
    Optional<Reason> reason(String metric, Word word) {
        return taught.getOrDefault(metric, List.of()).stream()
                .filter(met -> met.says(word))
                .findFirst()
                .map(met -> met.reason(word));
    }

    /**
     * A result in the light of what was learned.
     *
     * @param plain what a search comes to without it
     * @param ranked as many metrics as {@link #depth} says, best first
     * @param judge how far a metric answers to the text, whatever its rank; empty where the catalog lacks it
     */
    SearchResult apply(SearchResult plain, List<Match> ranked, int limit, Function<String, Optional<Match>> judge) {
        if (this == NOTHING) {
            return plain;
        }
        List<Match> first = first(judge);
        Set<String> names = first.stream().map(match -> match.metric().name()).collect(Collectors.toSet());
        List<Match> others = moved(ranked.stream()
                .filter(match -> !names.contains(match.metric().name()))
                .toList());
        Set<String> meant = first.stream()
                .flatMap(match -> match.reasons().stream())
                .filter(Reason::isTaught)
                .map(Reason::word)
                .collect(Collectors.toCollection(HashSet::new));
        return new SearchResult(
                Stream.concat(ahead(first, others).stream(), others.stream())
                        .limit(limit)
                        .toList(),
                plain.spans(),
                plain.words(),
                plain.missing().stream().filter(word -> !meant.contains(word)).toList(),
                first.isEmpty() ? plain.confidence() : 1,
                plain.answered() || !first.isEmpty());
    }

    /** What the text was taught to mean and the catalog has: the longest phrase first, then what answers best. */
    private List<Match> first(Function<String, Optional<Match>> judge) {
        return taught.keySet().stream()
                .flatMap(metric -> judge.apply(metric).stream())
                .map(this::withItsReason)
                .sorted(Comparator.comparingInt(
                                (Match match) -> -longest(match.metric().name()))
                        .thenComparing(Comparator.comparingDouble(Match::fit).reversed())
                        .thenComparing(match -> match.metric().name()))
                .toList();
    }

    /** A phrase of words that were set aside, as in "by backfill", still says why. */
    private Match withItsReason(Match match) {
        return match.isTaught()
                ? match
                : match.because(taught.getOrDefault(match.metric().name(), List.of()).stream()
                        .map(Met::reason)
                        .toList());
    }

    private int longest(String metric) {
        return taught.getOrDefault(metric, List.of()).stream()
                .mapToInt(Met::size)
                .max()
                .orElse(0);
    }

    /** These with scores above all others. */
    private static List<Match> ahead(List<Match> first, List<Match> others) {
        double top = others.stream().mapToDouble(Match::score).max().orElse(0);
        List<Match> ahead = new ArrayList<>();
        for (int place = 0; place < first.size(); place++) {
            ahead.add(first.get(place).scored(top + first.size() - place));
        }
        return ahead;
    }

    private List<Match> moved(List<Match> ranked) {
        return decisions.isNone()
                ? ranked
                : ranked.stream()
                        .map(match -> match.scored(match.score()
                                + Math.abs(match.score())
                                        * MOST_MOVED
                                        * decisions.of(match.metric().name())))
                        .sorted(Comparator.comparingDouble(Match::score).reversed())
                        .toList();
    }
}
