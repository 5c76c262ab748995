package dashwright.tools.datadog;

/** Text that somebody else wrote: data to be shown, bounded and on one line. */
public final class ForeignText {
    private ForeignText() {}

    /**
     * The text on one line, without control characters and without the invisible ones that turn the reading direction or
     * hide words, and cut at a length.
     *
     * @param most the most characters that come back, at least 1
     */
    public static String clean(String text, int most) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        boolean gap = false;
        for (int at = 0; at < text.length() && clean.length() <= most; ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                gap = !clean.isEmpty();
            } else if (isVisible(letter)) {
                if (gap) {
                    clean.append(' ');
                    gap = false;
                }
                clean.appendCodePoint(letter);
            }
        }
        return cut(clean, most);
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String cut(StringBuilder text, int most) {
        if (text.length() <= most) {
            return text.toString();
        }
        int end = Math.max(most - 1, 0);
        // Half of a surrogate pair is no character.
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
