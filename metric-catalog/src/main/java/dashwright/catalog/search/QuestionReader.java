package dashwright.catalog.search;

import dashwright.catalog.search.Question.Word;
import dashwright.catalog.search.Tokenizer.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a text apart, word by word. */
final class QuestionReader {
    /** A word that the catalog lacks is most often the very subject of the text, so it weighs more than a rare one. */
    private static final double MISSING = 2;

    /** A text with more different words than this is not a request; the rest is not looked at. */
    private static final int MAX_WORDS = 64;

    private static final Set<String> GROUPING = Set.of("by", "per");

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final Map<String, Word> topics = new LinkedHashMap<>();
    private final Map<String, Word> shape = new LinkedHashMap<>();
    private final Map<String, Word> grammar = new LinkedHashMap<>();

    QuestionReader(Vocabulary vocabulary, Lexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
    }

    void read(List<Token> tokens) {
        List<String> lower =
                tokens.stream().map(token -> Tokenizer.lower(token.written())).toList();
        for (int at = 0; at < tokens.size() && size() < MAX_WORDS; ) {
            int phrase = phraseAt(lower, at);
            if (phrase > 0) {
                tokens.subList(at, at + phrase).forEach(token -> add(token, shape));
                at += phrase;
            } else {
                boolean afterGrouping = at > 0 && GROUPING.contains(lower.get(at - 1));
                add(tokens.get(at), afterGrouping ? grouping(tokens.get(at)) : kind(lower.get(at)));
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

    /** "by route" names a tag; that the catalog lacks the word says nothing, because tags are read of few metrics. */
    private Map<String, Word> grouping(Token token) {
        return word(token).isMissing() ? shape : kind(Tokenizer.lower(token.written()));
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
