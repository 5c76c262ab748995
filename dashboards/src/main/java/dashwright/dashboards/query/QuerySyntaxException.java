package dashwright.dashboards.query;

/** A text is not a query or formula; the message shows where, what was expected and a short excerpt with a caret. */
public final class QuerySyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int EXCERPT_SIDE = 32;

    private final int column;
    private final String expected;
    private final Reason reason;

    /** What kind of mistake it is, so that a checker can give advice that fits. */
    public enum Reason {
        /** The text does not follow the grammar. */
        GRAMMAR,
        /** Several queries joined by commas where one was asked for. */
        SEVERAL_QUERIES,
        /** A second scope directly after the first, as in {@code m{a:b}{*}}. */
        SECOND_SCOPE,
        /** Commas or {@code !} beside {@code AND}, {@code OR}, {@code NOT}, {@code IN} in one scope. */
        MIXED_SCOPE,
        /** Longer or more deeply nested than is read. */
        TOO_LARGE
    }

    QuerySyntaxException(Reason reason, String text, int position, String expected) {
        super("column " + (position + 1) + ": expected " + expected + ", found " + found(text, position) + "\n"
                + excerpt(text, position));
        this.reason = reason;
        this.column = position + 1;
        this.expected = expected;
    }

    /** Where the mistake is, counted from 1. */
    public int column() {
        return column;
    }

    /** What should have stood there. */
    public String expected() {
        return expected;
    }

    /** The kind of mistake. */
    public Reason reason() {
        return reason;
    }

    private static String found(String text, int position) {
        if (position >= text.length()) {
            return "the end";
        }
        int end = Math.min(text.length(), position + 16);
        String rest = oneLine(text.substring(position, end));
        return "'" + rest + (end < text.length() ? "…'" : "'");
    }

    private static String excerpt(String text, int position) {
        int from = Math.max(0, position - EXCERPT_SIDE);
        int to = Math.min(text.length(), position + EXCERPT_SIDE);
        String lead = from > 0 ? "…" : "";
        String tail = to < text.length() ? "…" : "";
        String line = "  " + lead + oneLine(text.substring(from, to)) + tail;
        return line + "\n" + " ".repeat(2 + lead.length() + position - from) + "^";
    }

    /** Line breaks and tabs would move the caret away from its place. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
