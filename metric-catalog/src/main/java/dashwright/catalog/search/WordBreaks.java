package dashwright.catalog.search;

import java.text.Normalizer;

/**
 * Where in a text the words are. Punctuation and underscores divide; percentiles are first written {@link
 * Percentiles one way}. A catalog's texts all go through here when it is indexed, so what is costly is done only for texts
 * that need it.
 */
final class WordBreaks {
    /** More of a text than this is not looked at, so that one enormous description costs no more than a long one. */
    static final int MAX_CHARACTERS = 2_000;

    private static final int MAX_WORD = 64;
    private static final int ASCII = 128;

    private WordBreaks() {}

    /** Takes a word: where it begins and ends in a text that was brought into its normal form. */
    interface Sink {
        void word(String text, int start, int end);
    }

    /** Finds the words of a text, in their order. */
    static void find(String text, Sink sink) {
        String normal = normalised(text);
        int length = normal.length();
        int start = -1;
        for (int at = 0; at < length; ) {
            char sign = normal.charAt(at);
            if (sign < ASCII) {
                if (isAsciiWordPart(sign)) {
                    start = start < 0 ? at : start;
                } else if (start >= 0) {
                    word(normal, start, at, sink);
                    start = -1;
                }
                at++;
                continue;
            }
            int point = normal.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean ideograph = Character.isIdeographic(point);
            if (start >= 0 && (ideograph || !isWordPart(point))) {
                word(normal, start, at, sink);
                start = -1;
            }
            if (ideograph) {
                // These scripts put no space between words; single signs are what both sides surely have in common.
                word(normal, at, next, sink);
            } else if (start < 0 && isWordPart(point)) {
                start = at;
            }
            at = next;
        }
        if (start >= 0) {
            word(normal, start, length, sink);
        }
    }

    private static void word(String text, int start, int end, Sink sink) {
        sink.word(text, start, Math.min(end, start + MAX_WORD));
    }

    private static String normalised(String text) {
        String bounded = bounded(text);
        int signs = 0;
        boolean digits = false;
        for (int at = 0; at < bounded.length(); at++) {
            char sign = bounded.charAt(at);
            signs |= sign;
            digits |= isAsciiDigit(sign);
        }
        if (signs < ASCII) {
            // ASCII is its own normal form.
            return digits ? Percentiles.oneWay(bounded) : bounded;
        }
        return Percentiles.oneWay(Normalizer.normalize(bounded, Normalizer.Form.NFKC));
    }

    private static String bounded(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int lastSpace = text.lastIndexOf(' ', MAX_CHARACTERS);
        return text.substring(0, lastSpace > 0 ? lastSpace : MAX_CHARACTERS);
    }

    private static boolean isAsciiWordPart(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || isAsciiDigit(sign);
    }

    private static boolean isAsciiDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }
}
