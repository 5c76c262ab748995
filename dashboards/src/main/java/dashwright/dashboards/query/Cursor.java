package dashwright.dashboards.query;

import dashwright.dashboards.query.QuerySyntaxException.Reason;
import java.util.function.IntPredicate;

/** A text and a place in it. Positions count from 0; the end reads as the character 0. */
final class Cursor {
    private final String text;
    private int position;

    Cursor(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return at(position);
    }

    char at(int place) {
        return place < text.length() ? text.charAt(place) : 0;
    }

    char take() {
        return text.charAt(position++);
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            position++;
        }
    }

    /** Skips space, then the character if it is there. */
    boolean accept(char wanted) {
        skipSpace();
        if (peek() != wanted || atEnd()) {
            return false;
        }
        position++;
        return true;
    }

    /** Skips space, then takes the character or fails. */
    void expect(char wanted, String what) {
        if (!accept(wanted)) {
            throw fail(what);
        }
    }

    String textFrom(int start) {
        return text.substring(start, position);
    }

    /** Takes characters as long as they are of a kind. */
    String takeWhile(IntPredicate kind) {
        int start = position;
        while (!atEnd() && kind.test(peek())) {
            position++;
        }
        return textFrom(start);
    }

    /** Takes a text in single or double quotes; there are no escapes within. */
    String takeQuoted() {
        int start = position;
        char quote = take();
        int end = text.indexOf(quote, position);
        if (end < 0) {
            position = text.length();
            throw fail("a closing " + quote + " for the text that begins at column " + (start + 1));
        }
        String inner = text.substring(position, end);
        position = end + 1;
        return inner;
    }

    /** The place after the parenthesis that closes the one at {@code open}, or -1 where none does. */
    int afterClosing(int open) {
        int depth = 0;
        for (int place = open; place < text.length(); place++) {
            char here = text.charAt(place);
            if (here == '(') {
                depth++;
            } else if (here == ')' && --depth == 0) {
                return place + 1;
            }
        }
        return -1;
    }

    QuerySyntaxException fail(String expected) {
        return fail(Reason.GRAMMAR, expected);
    }

    QuerySyntaxException fail(Reason reason, String expected) {
        return new QuerySyntaxException(reason, text, position, expected);
    }
}
