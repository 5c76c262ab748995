package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a text as lessons compare them: without a catalog's own compounds, so that what was taught means the same
 * whatever the catalog holds.
 */
final class TextWords {
    /** A request of more topic words than this is compared by the first of them. */
    private static final int MOST_TOPICS = 24;

    /** Shorter numbers are places in a list, versions or days, as they are to a question. */
    private static final int SHORTEST_TELLING_NUMBER = 3;

    private final Tokenizer tokenizer;
    private final List<Token> tokens;
    private final Map<String, Set<String>> byStem = new HashMap<>();

    private TextWords(Tokenizer tokenizer, List<Token> tokens) {
        this.tokenizer = tokenizer;
        this.tokens = tokens;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            add(token.stem(), token);
            token.parts().forEach(part -> add(part.stem(), token));
            if (at + 1 < tokens.size()) {
                Token next = tokens.get(at + 1);
                // "back fill" is the same word as "backfill" to everyone but a computer.
                String joined = joined(List.of(token, next));
                add(joined, token);
                add(joined, next);
            }
        }
    }

    static TextWords of(String text) {
        Tokenizer tokenizer = new Tokenizer(Compounds.NONE);
        return new TextWords(tokenizer, tokenizer.tokens(text));
    }

    private void add(String stem, Token said) {
        Set<String> words = byStem.computeIfAbsent(stem, any -> new LinkedHashSet<>());
        words.add(Tokenizer.lower(said.written()));
        said.parts().forEach(part -> words.add(Tokenizer.lower(part.written())));
    }

    /** The words, as they stand in the text. */
    List<Token> tokens() {
        return tokens;
    }

    /** All stems that the text says. */
    Set<String> stems() {
        return byStem.keySet();
    }

    /** The words of the text that say this stem, in lower case, with their parts; empty where none does. */
    Set<String> saying(String stem) {
        return byStem.getOrDefault(stem, Set.of());
    }

    /** The stem of some words written as one. */
    String joined(List<Token> words) {
        StringBuilder written = new StringBuilder();
        words.forEach(word -> written.append(word.written()));
        return tokenizer.stem(written.toString());
    }

    /** The stems of the words that say what is wanted, without those about the form of the answer. */
    Set<String> topics() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        List<String> lower =
                tokens.stream().map(token -> Tokenizer.lower(token.written())).toList();
        Set<String> topics = new LinkedHashSet<>();
        for (int at = 0; at < tokens.size() && topics.size() < MOST_TOPICS; ) {
            int phrase = phraseAt(vocabulary, lower, at);
            if (phrase == 0 && isTopic(vocabulary, lower.get(at))) {
                topics.addAll(stems(tokens.get(at)));
            }
            at += Math.max(1, phrase);
        }
        return topics;
    }

    /** The stem of a word, or those of its parts. */
    static List<String> stems(Token token) {
        return token.parts().isEmpty()
                ? List.of(token.stem())
                : token.parts().stream().map(Token::stem).toList();
    }

    private static int phraseAt(Vocabulary vocabulary, List<String> lower, int at) {
        return vocabulary.phrases().stream()
                .filter(phrase -> at + phrase.size() <= lower.size()
                        && lower.subList(at, at + phrase.size()).equals(phrase))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }

    private static boolean isTopic(Vocabulary vocabulary, String lower) {
        boolean isSmallNumber =
                lower.length() < SHORTEST_TELLING_NUMBER && lower.chars().allMatch(Character::isDigit);
        return !isSmallNumber && !vocabulary.isShape(lower) && !vocabulary.isGrammar(lower);
    }
}
