package dashwright.catalog.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Takes words apart that were written together ({@code filestorage}), by the words that the catalog and the vocabulary
 * use singly. Immutable and safe for threads.
 */
final class Compounds {
    /** Knows no words, so takes nothing apart. */
    static final Compounds NONE = new Compounds(Map.of(), Set.of());

    /** Shorter parts are found in words by chance. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 40;

    private final Map<String, Integer> counts;
    private final Set<String> known;

    private Compounds(Map<String, Integer> counts, Set<String> known) {
        this.counts = Map.copyOf(counts);
        this.known = Set.copyOf(known);
    }

    /**
     * Takes apart by these words.
     *
     * @param counts how often each of the words is used, by its number
     * @param known words that count as used often
     */
    static Compounds of(Words words, int[] counts, Set<String> known) {
        Tokenizer tokenizer = new Tokenizer(NONE);
        Map<String, Integer> byStem = new HashMap<>();
        for (int word = 0; word < words.count(); word++) {
            if (counts[word] > 0) {
                byStem.merge(tokenizer.stem(words.word(word)), counts[word], Integer::sum);
            }
        }
        return new Compounds(byStem, known);
    }

    /**
     * The parts of a lower-case word, or none where it is no compound; every part is used more often than the whole.
     *
     * @param stem how words are reduced
     */
    List<String> parts(String word, UnaryOperator<String> stem) {
        if (word.length() < 2 * SHORTEST || word.length() > LONGEST) {
            return List.of();
        }
        return split(word, counts.getOrDefault(stem.apply(word), 0), stem);
    }

    private List<String> split(String word, int wholeCount, UnaryOperator<String> stem) {
        // The longest first part wins: "timeseries" before "times".
        for (int at = word.length() - SHORTEST; at >= SHORTEST; at--) {
            if (!isWord(word.substring(0, at), wholeCount, stem)) {
                continue;
            }
            String rest = word.substring(at);
            if (isWord(rest, wholeCount, stem)) {
                return List.of(word.substring(0, at), rest);
            }
            List<String> parts = split(rest, wholeCount, stem);
            if (!parts.isEmpty()) {
                return Stream.concat(Stream.of(word.substring(0, at)), parts.stream())
                        .toList();
            }
        }
        return List.of();
    }

    private boolean isWord(String part, int wholeCount, UnaryOperator<String> stem) {
        return known.contains(part) || counts.getOrDefault(stem.apply(part), 0) > wholeCount;
    }
}
