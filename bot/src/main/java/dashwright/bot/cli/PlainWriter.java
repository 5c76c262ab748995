package dashwright.bot.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Passes text on to a terminal without what a terminal would obey: names and descriptions come from people and services,
 * and an escape sequence or a change of direction in one could hide or forge the lines around it.
 */
public final class PlainWriter extends FilterWriter {
    private static final char REPLACEMENT = '\uFFFD';

    /** Before the place where it is shown. */
    public PlainWriter(Writer terminal) {
        super(terminal);
    }

    /** A text as it is passed on. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(letter -> plain.append(plain((char) letter)));
        return plain.toString();
    }

    @Override
    public void write(int letter) throws IOException {
        super.write(plain((char) letter));
    }

    @Override
    public void write(char[] letters, int from, int count) throws IOException {
        String text = plain(new String(letters, from, count));
        super.write(text, 0, count);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        super.write(plain(text.substring(from, from + count)), 0, count);
    }

    private static char plain(char letter) {
        boolean isLayout = letter == '\n' || letter == '\r' || letter == '\t';
        boolean isDirection = (letter >= '\u202A' && letter <= '\u202E') || (letter >= '\u2066' && letter <= '\u2069');
        return isDirection || (Character.isISOControl(letter) && !isLayout) ? REPLACEMENT : letter;
    }
}
