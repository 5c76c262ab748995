package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text taken apart: the words that say what is wanted, and those that were set aside.
 *
 * @param topics the words that say what is wanted
 * @param aside words about the form of the answer; where a metric happens to carry them they count a little
 */
record Question(List<Word> topics, List<Word> aside) {
    /** A word that the catalog lacks is most often the very subject of the text, so it weighs more than a rare one. */
    private static final double MISSING = 1.5;

    private static final double KNOWN_FIT = 0.2;
    private static final double FOREIGN_FIT = 0.3;

    /** A text of no more topic words than this asks for one thing. */
    private static final int ONE_THING = 4;

    /** A text with more different words than this is not a request; the rest is not looked at. */
    private static final int MAX_WORDS = 64;

    Question {
        topics = List.copyOf(topics);
        aside = List.copyOf(aside);
    }

    /**
     * A word of the text.
     *
     * @param written as the user wrote it
     * @param stem reduced
     * @param information how much it says, by its rarity in the catalog
     * @param found the stems under which the catalog has it, each with its worth from 0 to 1; empty where it has none
     */
    record Word(String written, String stem, double information, Map<String, Double> found) {
        boolean isMissing() {
            return found.isEmpty();
        }
    }

    /**
     * The least fit of an answer. It rises with the share of the text that is foreign to the catalog, and falls for long
     * texts, which ask for several things that no one metric covers. The figures divide the titles of other people's
     * dashboards from requests about anything but software.
     */
    double leastFit() {
        double several = Math.min(1, (double) ONE_THING / Math.max(1, topics.size()));
        return (KNOWN_FIT + FOREIGN_FIT * foreignShare()) * several;
    }

    /** How much of what the text says is said in words that the catalog lacks, 0 to 1. */
    private double foreignShare() {
        double all = topics.stream().mapToDouble(Word::information).sum();
        double foreign = topics.stream()
                .filter(Word::isMissing)
                .mapToDouble(Word::information)
                .sum();
        return all == 0 ? 0 : foreign / all;
    }

    /** Takes a text apart in the light of a catalog's own words. */
    static Question of(String text, Tokenizer tokenizer, Vocabulary vocabulary, Lexicon lexicon) {
        Reader reader = new Reader(vocabulary, lexicon);
        reader.read(tokenizer.tokens(text));
        return reader.question();
    }

    private static final class Reader {
        private final Vocabulary vocabulary;
        private final Lexicon lexicon;
        private final Map<String, Word> topics = new LinkedHashMap<>();
        private final Map<String, Word> shape = new LinkedHashMap<>();
        private final Map<String, Word> grammar = new LinkedHashMap<>();

        Reader(Vocabulary vocabulary, Lexicon lexicon) {
            this.vocabulary = vocabulary;
            this.lexicon = lexicon;
        }

        void read(List<Token> tokens) {
            List<String> lower = tokens.stream()
                    .map(token -> Tokenizer.lower(token.written()))
                    .toList();
            for (int at = 0; at < tokens.size() && size() < MAX_WORDS; ) {
                int phrase = phraseAt(lower, at);
                if (phrase > 0) {
                    tokens.subList(at, at + phrase).forEach(token -> add(token, shape));
                    at += phrase;
                } else {
                    add(tokens.get(at), kind(lower.get(at)));
                    at++;
                }
            }
        }

        Question question() {
            if (!topics.isEmpty()) {
                return new Question(new ArrayList<>(topics.values()), new ArrayList<>(shape.values()));
            }
            Map<String, Word> instead = shape.isEmpty() ? grammar : shape;
            return new Question(new ArrayList<>(instead.values()), List.of());
        }

        private int size() {
            return topics.size() + shape.size() + grammar.size();
        }

        private int phraseAt(List<String> lower, int at) {
            for (List<String> phrase : vocabulary.phrases()) {
                int end = at + phrase.size();
                if (end <= lower.size() && lower.subList(at, end).equals(phrase)) {
                    return phrase.size();
                }
            }
            return 0;
        }

        private Map<String, Word> kind(String lower) {
            if (vocabulary.isShape(lower)) {
                return shape;
            }
            return vocabulary.isGrammar(lower) || isSmallNumber(lower) ? grammar : topics;
        }

        /** Versions, "top 10", "7 days"; from three digits on a number can be a status code. */
        private static boolean isSmallNumber(String lower) {
            return lower.length() <= 2 && lower.chars().allMatch(Character::isDigit);
        }

        /** A compound that the catalog does not have as a whole is read as its parts, if it has any of them. */
        private void add(Token token, Map<String, Word> kind) {
            Word whole = word(token);
            List<Word> parts = token.parts().stream().map(this::word).toList();
            if (whole.isMissing() && !parts.stream().allMatch(Word::isMissing)) {
                parts.forEach(part -> kind.putIfAbsent(part.stem(), part));
            } else {
                kind.putIfAbsent(whole.stem(), whole);
            }
        }

        private Word word(Token token) {
            Map<String, Double> found = new LinkedHashMap<>();
            if (lexicon.has(token.stem())) {
                found.put(token.stem(), 1.0);
            }
            vocabulary.alternatives(token.stem()).forEach((other, worth) -> {
                if (lexicon.has(other)) {
                    found.put(other, worth);
                }
            });
            return new Word(token.written(), token.stem(), information(token.stem(), found), found);
        }

        /** A word that is there itself is as rare as it is; one that is only there by another name, as that name. */
        private double information(String stem, Map<String, Double> found) {
            if (found.isEmpty()) {
                return MISSING * lexicon.information(List.of());
            }
            return found.containsKey(stem) ? lexicon.information(List.of(stem)) : lexicon.information(found.keySet());
        }
    }
}
