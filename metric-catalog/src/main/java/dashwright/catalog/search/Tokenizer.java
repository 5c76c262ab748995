package dashwright.catalog.search;

import java.text.Normalizer;
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
    /** More of a text than this is not looked at, so that one enormous description costs no more than a long one. */
    static final int MAX_CHARACTERS = 2_000;

    private static final int MAX_WORD = 64;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_ABBREVIATION = 5;
    private static final Pattern NUMBER_PERCENTILE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\d{1,4})(?:th)?[\\s._-]*(?:percentiles?|pctl|quantile)", flags());
    private static final Pattern PERCENTILE_NUMBER =
            Pattern.compile("(?:percentile|pctl|quantile)[\\s._-]*(\\d{1,3})(?!\\d)", flags());
    private static final Pattern ORDINAL = Pattern.compile("(?<![\\p{L}\\p{N}])([5-9]\\d{1,3})th(?!\\p{L})", flags());
    /** "p99.9" and "99.9th", and where the comma divides decimals "p99,9": names write all of them p999. */
    private static final Pattern DECIMAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(p\\d{2})[.,](\\d{1,2})(?![\\p{L}\\p{N}])"
                    + "|(\\d{2})[.,](\\d{1,2})(?=th\\b|\\s*(?:percentile|pctl|quantile)))",
            flags());

    /** "Response time 95%": a share of a time is a percentile. */
    private static final Pattern SHARE_OF_TIME = Pattern.compile(
            "\\b(time|times|latency|latencies|duration|durations|delay)([\\s:,(-]{1,3})(\\d{2})(?:[.,](\\d{1,2}))?\\s?%",
            flags());

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
        String normal = normalised(text);
        int start = -1;
        for (int at = 0; at < normal.length(); ) {
            int point = normal.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean ideograph = Character.isIdeographic(point);
            if (start >= 0 && (ideograph || !isWordPart(point))) {
                tokens.add(token(normal.substring(start, at)));
                start = -1;
            }
            if (ideograph) {
                // These scripts put no space between words; single signs are what both sides surely have in common.
                tokens.add(word(normal.substring(at, next)));
            } else if (start < 0 && isWordPart(point)) {
                start = at;
            }
            at = next;
        }
        if (start >= 0) {
            tokens.add(token(normal.substring(start)));
        }
        return tokens;
    }

    private Token token(String chunk) {
        String written = chunk.length() > MAX_WORD ? chunk.substring(0, MAX_WORD) : chunk;
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

    private static String normalised(String text) {
        String bounded = bounded(text);
        String normal = isPlain(bounded) ? bounded : Normalizer.normalize(bounded, Normalizer.Form.NFKC);
        if (normal.chars().noneMatch(Character::isDigit)) {
            return normal;
        }
        normal = DECIMAL.matcher(normal).replaceAll("$1$2$3$4");
        normal = SHARE_OF_TIME.matcher(normal).replaceAll("$1$2p$3$4");
        normal = NUMBER_PERCENTILE.matcher(normal).replaceAll(" p$1 percentile ");
        normal = PERCENTILE_NUMBER.matcher(normal).replaceAll(" percentile p$1 ");
        return ORDINAL.matcher(normal).replaceAll("p$1");
    }

    /** ASCII is its own normal form. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String bounded(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int lastSpace = text.lastIndexOf(' ', MAX_CHARACTERS);
        return text.substring(0, lastSpace > 0 ? lastSpace : MAX_CHARACTERS);
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE;
    }
}
