package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Splits metric names, prose and requests into words in one and the same way, so that what is asked meets what is there.
 *
 * <p>Punctuation, underscores, camelCase and the borders between letters and digits divide; percentiles are written one
 * way ({@code 95percentile}, {@code 95th}, {@code percentile_95} → {@code p95}); words are reduced to their stems. Not
 * safe for threads: make one for each task.
 */
final class Tokenizer {
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_ABBREVIATION = 5;
    private static final Pattern PERCENTILE_SUFFIX = Pattern.compile("(\\p{L}{3,})(p\\d{2,3})");
    private static final Pattern PARTS = Pattern.compile(
            "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

    /** An abbreviation in the plural: the stemmer takes the "s" of "prs" and "gpus" for a part of the word. */
    private static final Pattern ABBREVIATIONS = Pattern.compile("[b-df-hj-np-tv-z]+u?(?<!s)s");

    private final Compounds compounds;
    private final Map<String, Token> known;
    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final Map<String, String> stems = new HashMap<>();

    /** Divides also what these compounds know to be several words. */
    Tokenizer(Compounds compounds) {
        this(compounds, new HashMap<>());
    }

    /**
     * Divides also what these compounds know to be several words.
     *
     * @param known the words that tokenizers of the same compounds read before, to which this one adds; it is for many
     *     threads where they are on many threads
     */
    Tokenizer(Compounds compounds, Map<String, Token> known) {
        this.compounds = compounds;
        this.known = known;
    }

    /**
     * One word.
     *
     * @param written as it stands in the text
     * @param stem the whole word reduced
     * @param parts the stems of its parts where it is written as a compound ({@code apiRequests}), else empty
     */
    record Token(String written, String stem, List<Token> parts) {
        Token {
            parts = List.copyOf(parts);
        }
    }

    /** The words of a text in their order; a compound comes as one word that knows its parts. */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        WordBreaks.find(text, (normal, start, end) -> tokens.add(token(normal.substring(start, end))));
        return tokens;
    }

    /** One word as {@link WordBreaks} finds it. */
    Token token(String written) {
        Token token = known.get(written);
        if (token == null) {
            token = divided(written);
            known.put(written, token);
        }
        return token;
    }

    private Token divided(String written) {
        if (isPercentile(lower(written))) {
            return word(written);
        }
        List<Token> parts = new ArrayList<>();
        for (String part : parts(written)) {
            if (part.length() >= SHORTEST_PART || isPercentile(part)) {
                parts.add(word(part));
            }
        }
        Token whole = word(written);
        boolean same = parts.size() == 1 && parts.getFirst().stem().equals(whole.stem());
        return same ? whole : new Token(written, whole.stem(), parts);
    }

    private List<String> parts(String chunk) {
        var suffix = PERCENTILE_SUFFIX.matcher(chunk);
        if (suffix.matches()) {
            return List.of(suffix.group(1), suffix.group(2));
        }
        String[] parts = PARTS.split(chunk);
        return parts.length < 2 ? compounds.parts(lower(chunk), this::stem) : List.of(parts);
    }

    static boolean isPercentile(String part) {
        return part.length() >= 3
                && part.charAt(0) == 'p'
                && part.chars().skip(1).allMatch(Character::isDigit);
    }

    private Token word(String written) {
        return new Token(written, stem(written), List.of());
    }

    /** The stem of one word. */
    String stem(String word) {
        return stems.computeIfAbsent(lower(word), this::reduced);
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private String reduced(String lower) {
        char[] folded = new char[lower.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length());
        String plain = new String(folded, 0, length);
        if (plain.length() < SHORTEST_PART || !plain.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return plain;
        }
        if (ABBREVIATIONS.matcher(plain).matches() && plain.length() <= LONGEST_ABBREVIATION) {
            return plain.substring(0, plain.length() - 1);
        }
        stemmer.setCurrent(plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
