package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that a person gives a meaning, compared as search compares words: by their stems, in any order, in any spelling of
 * a compound. Two phrases of the same words are equal.
 */
public final class Phrase {
    /** Words that nobody insists on: "the depth of the queue" is the queue's depth. */
    private static final Set<String> UNSTRESSED = Set.of("a", "an", "the", "of", "our", "my", "your", "s");

    private final List<Token> words;
    private final boolean saysNothing;
    private final String joined;
    private final Set<String> stems;

    private Phrase(TextWords text) {
        List<Token> stressed = text.tokens().stream()
                .filter(word -> !UNSTRESSED.contains(Tokenizer.lower(word.written())))
                .toList();
        this.words = stressed.isEmpty() ? text.tokens() : stressed;
        this.saysNothing = text.topics().isEmpty();
        this.joined = text.joined(words);
        this.stems =
                words.stream().flatMap(word -> TextWords.stems(word).stream()).collect(Collectors.toSet());
    }

    /** The phrase of a text. */
    public static Phrase of(String text) {
        return new Phrase(TextWords.of(text));
    }

    /** True for a phrase without a word about what is measured: punctuation, grammar, "dashboard". */
    public boolean saysNothing() {
        return saysNothing;
    }

    /** True where all its words stand in a text. */
    public boolean isIn(String text) {
        return in(TextWords.of(text)).isPresent();
    }

    /** Stems of which a text that says this phrase says at least one. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>(Set.of(joined));
        words.stream().limit(1).forEach(first -> {
            keys.add(first.stem());
            first.parts().stream().limit(1).forEach(part -> keys.add(part.stem()));
        });
        return keys;
    }

    /** How many words it has. */
    int size() {
        return stems.size();
    }

    /** The words of a text, in lower case, that say this phrase; empty where one of its words does not stand there. */
    Optional<Set<String>> in(TextWords text) {
        Set<String> met = new HashSet<>();
        for (Token word : words) {
            Set<String> said = said(word, text);
            if (said.isEmpty()) {
                return written(text);
            }
            met.addAll(said);
        }
        return met.isEmpty() ? Optional.empty() : Optional.of(met);
    }

    private static Set<String> said(Token word, TextWords text) {
        Set<String> whole = text.saying(word.stem());
        if (!whole.isEmpty() || word.parts().isEmpty()) {
            return whole;
        }
        Set<String> parts = new LinkedHashSet<>();
        for (Token part : word.parts()) {
            Set<String> said = text.saying(part.stem());
            if (said.isEmpty()) {
                return Set.of();
            }
            parts.addAll(said);
        }
        return parts;
    }

    /** The text may write as one word what the phrase writes as several. */
    private Optional<Set<String>> written(TextWords text) {
        Set<String> one = text.saying(joined);
        return one.isEmpty() ? Optional.empty() : Optional.of(one);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phrase phrase && phrase.stems.equals(stems);
    }

    @Override
    public int hashCode() {
        return stems.hashCode();
    }
}
