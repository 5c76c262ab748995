package dashwright.catalog.search;

import dashwright.catalog.search.Question.Word;
import dashwright.catalog.search.Tokenizer.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes a text apart, word by word. */
final class QuestionReader {
    /** A word that the catalog lacks is most often the very subject of the text, so it weighs more than a rare one. */
    private static final double MISSING = 2;

    /** A text with more different words than this is not a request; the rest is not looked at. */
    private static final int MAX_WORDS = 64;

    /** What another spelling of a word is worth beside the word itself. */
    private static final double WRITTEN_OTHERWISE = 0.9;
    /** Shorter words are not abbreviated by counting their letters. */
    private static final int SHORTEST_COUNTED = 6;

    private static final String NEGATION = "in";
    private static final int SHORTEST_GRAMMAR = 2;
    private static final int SHORTEST_REST = 5;

    private static final Set<String> GROUPING = Set.of("by", "per");

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final Map<String, Word> topics = new LinkedHashMap<>();
    private final Map<String, Word> shape = new LinkedHashMap<>();
    private final Map<String, Word> grammar = new LinkedHashMap<>();
    private Place place = Place.ONLY;

    QuestionReader(Vocabulary vocabulary, Lexicon lexicon, Tokenizer tokenizer) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        this.tokenizer = tokenizer;
    }

    /** Reads on in the part of the text that stands at a place. */
    void read(List<Token> tokens, Place standing) {
        place = standing;
        List<String> lower =
                tokens.stream().map(token -> Tokenizer.lower(token.written())).toList();
        for (int at = 0; at < tokens.size() && size() < MAX_WORDS; ) {
            int phrase = phraseAt(lower, at);
            Spelled spelled = phrase > 0 ? null : spelledAt(tokens, at);
            if (phrase > 0) {
                tokens.subList(at, at + phrase).forEach(token -> add(token, shape));
                at += phrase;
            } else if (spelled != null) {
                topics.merge(spelled.word().stem(), spelled.word(), Word::and);
                at += spelled.length();
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

    /** One word that the text writes as several. */
    private record Spelled(Word word, int length) {}

    private @Nullable Spelled spelledAt(List<Token> tokens, int at) {
        for (Map.Entry<List<String>, String> phrase : vocabulary.spellings().entrySet()) {
            int end = at + phrase.getKey().size();
            if (end <= tokens.size()
                    && tokens.subList(at, end).stream()
                            .map(Token::stem)
                            .toList()
                            .equals(phrase.getKey())) {
                Map<String, Double> found = found(phrase.getValue());
                return found.isEmpty() ? null : spelled(tokens.subList(at, end), phrase.getValue(), found);
            }
        }
        return at + 1 < tokens.size() ? joined(tokens.subList(at, at + 2)) : null;
    }

    /** "on demand" where the catalog has "ondemand": two words are one where either alone says nothing here. */
    private @Nullable Spelled joined(List<Token> pair) {
        String first = Tokenizer.lower(pair.getFirst().written());
        String second = Tokenizer.lower(pair.getLast().written());
        String stem = tokenizer.stem(first + second);
        boolean sayLittle = vocabulary.isGrammar(first) || word(pair.getFirst()).isMissing();
        if (!sayLittle || vocabulary.isGrammar(second) || !lexicon.has(stem)) {
            return null;
        }
        Map<String, Double> found = found(stem);
        found(pair.getLast().stem()).forEach((apart, worth) -> found.putIfAbsent(apart, worth * WRITTEN_OTHERWISE));
        return spelled(pair, stem, found);
    }

    private Spelled spelled(List<Token> tokens, String stem, Map<String, Double> found) {
        String written = tokens.stream().map(Token::written).collect(Collectors.joining(" "));
        return new Spelled(new Word(written, stem, information(stem, found), found, place), tokens.size());
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
            parts.forEach(part -> kind.merge(part.stem(), part, Word::and));
            if (isProperName(token.written())) {
                kind.merge(whole.stem(), whole, Word::and);
            }
        } else {
            kind.merge(whole.stem(), whole, Word::and);
        }
    }

    /** "CoreDNS" is a name of its own; that the catalog knows "core" and "dns" does not make it known. */
    private static boolean isProperName(String written) {
        return Character.isUpperCase(written.codePointAt(0))
                && written.chars().skip(1).anyMatch(Character::isUpperCase)
                && written.chars().anyMatch(Character::isLowerCase);
    }

    private Word word(Token token) {
        Map<String, Double> found = found(token.stem());
        String lower = Tokenizer.lower(token.written());
        String numeronym = numeronym(lower);
        if (lexicon.has(numeronym)) {
            found.putIfAbsent(numeronym, WRITTEN_OTHERWISE);
        }
        if (found.isEmpty()) {
            afterGrammar(lower).filter(lexicon::has).ifPresent(rest -> found.put(rest, WRITTEN_OTHERWISE));
        }
        return new Word(token.written(), token.stem(), information(token.stem(), found), found, place);
    }

    /** The stems under which the catalog has a word, each with its worth. */
    private Map<String, Double> found(String stem) {
        Map<String, Double> found = new LinkedHashMap<>();
        if (lexicon.has(stem)) {
            found.put(stem, 1.0);
        }
        vocabulary.alternatives(stem).forEach((other, worth) -> {
            if (lexicon.has(other)) {
                found.put(other, worth);
            }
        });
        return found;
    }

    /** The short form that keeps the first and last letter and counts those between: "kubernetes" → "k8s". */
    private static String numeronym(String lower) {
        int between = lower.length() - 2;
        return between < SHORTEST_COUNTED ? "" : lower.charAt(0) + String.valueOf(between) + lower.charAt(between + 1);
    }

    /** The stem of what follows a word of grammar at the front: of "ondemand" that of "demand", of "invalid" none. */
    private Optional<String> afterGrammar(String lower) {
        return IntStream.rangeClosed(SHORTEST_GRAMMAR, lower.length() - SHORTEST_REST)
                .filter(at -> vocabulary.isGrammar(lower.substring(0, at)) && !lower.startsWith(NEGATION))
                .mapToObj(at -> tokenizer.stem(lower.substring(at)))
                .findFirst();
    }

    /** A word that is there itself is as rare as it is; one that is only there by another name, as that name. */
    private double information(String stem, Map<String, Double> found) {
        if (found.isEmpty()) {
            return MISSING * lexicon.information(List.of());
        }
        return found.containsKey(stem) ? lexicon.information(List.of(stem)) : lexicon.information(found.keySet());
    }
}
