package dashwright.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text broken into lines that fit a terminal. */
final class Wrapped {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final String ELLIPSIS = "…";

    /** Marks take no column, but nobody reads a letter with more of them. */
    private static final int MOST_FOR_A_COLUMN = 4;

    private Wrapped() {}

    /**
     * The lines of a text that somebody else wrote. Its own line breaks become spaces, so that it cannot forge lines of ours.
     *
     * @param width how many columns a line has, at least 2
     * @param most how many lines at the most; what is cut off is shown by an ellipsis
     */
    static List<String> lines(String text, int width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : SPACES.split(text.strip(), -1)) {
            String joined = line.isEmpty() ? word : line + " " + word;
            List<String> pieces = List.of(joined);
            if (!fits(joined, width)) {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                pieces = pieces(word, width);
            }
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line = pieces.getLast();
            if (lines.size() >= most) {
                return cut(lines.subList(0, most), width);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The lines with an ellipsis at their end, behind a whole word where there is one. */
    private static List<String> cut(List<String> lines, int width) {
        String last = lines.getLast();
        String room = pieces(last, width - 1).getFirst();
        int space = room.lastIndexOf(' ');
        String kept = room.equals(last) || space < 0 ? room : room.substring(0, space);
        List<String> cut = new ArrayList<>(lines.subList(0, lines.size() - 1));
        cut.add(kept + ELLIPSIS);
        return cut;
    }

    private static boolean fits(String text, int width) {
        return columns(text) <= width && text.length() <= width * MOST_FOR_A_COLUMN;
    }

    /** A word in pieces of which each fits a line. */
    private static List<String> pieces(String word, int width) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int columns = 0;
        for (int at = 0; at < word.length(); ) {
            int letter = word.codePointAt(at);
            int wide = columns(letter);
            if (columns + wide > width || at - start >= width * MOST_FOR_A_COLUMN) {
                pieces.add(word.substring(start, at));
                start = at;
                columns = 0;
            }
            columns += wide;
            at += Character.charCount(letter);
        }
        pieces.add(word.substring(start));
        return pieces;
    }

    private static int columns(String text) {
        return text.codePoints().map(Wrapped::columns).sum();
    }

    /** How wide terminals draw a character: marks stand on the one before, East Asian signs and pictures are two wide. */
    private static int columns(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(letter) ? 2 : 1;
        };
    }

    private static boolean isWide(int letter) {
        return Character.isIdeographic(letter) || isHangulOrKana(letter) || Character.isEmojiPresentation(letter);
    }

    private static boolean isHangulOrKana(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HANGUL, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
