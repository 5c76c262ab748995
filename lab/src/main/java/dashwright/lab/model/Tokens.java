package dashwright.lab.model;

/** Tokens, estimated: OpenAI's rule of thumb is four characters of English to a token. */
final class Tokens {
    private static final int CHARACTERS = 4;

    private Tokens() {}

    static int of(String text) {
        return (text.length() + CHARACTERS - 1) / CHARACTERS;
    }

    /** The beginning of a text that has at most so many tokens. */
    static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int end = most * CHARACTERS;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
