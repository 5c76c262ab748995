package dashwright.dashboards.query;

import dashwright.dashboards.query.QuerySyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads metric queries and formulas. Datadog publishes no grammar; this one takes what its documentation describes and
 * what its editor writes, and leaves to the checker what is well formed but wrong (an unknown aggregator or method).
 */
public final class QueryParser {
    /** Longer texts are refused; the longest real query seen has about 1,000 characters. */
    public static final int MAX_LENGTH = 20_000;

    private QueryParser() {}

    /**
     * Reads one metric query, as in a request's {@code queries[].query}.
     *
     * @return a tree whose leaves are selectors; a selector without an aggregator is read as {@code avg}
     * @throws QuerySyntaxException where the text is no such query, also where several are joined by commas
     */
    public static Expression parseQuery(String text) {
        Cursor cursor = open(text);
        Expression query = new ExpressionParser(cursor, ExpressionParser.Leaf.SELECTOR).parse();
        cursor.skipSpace();
        if (cursor.peek() == ',') {
            throw cursor.fail(Reason.SEVERAL_QUERIES, "the end, as one text holds one query");
        }
        return atEnd(cursor, query);
    }

    /**
     * Reads an old {@code q}, in which several queries may be joined by commas.
     *
     * @return at least one tree
     * @throws QuerySyntaxException where the text is no such list
     */
    public static List<Expression> parseQueries(String text) {
        Cursor cursor = open(text);
        List<Expression> queries = new ArrayList<>();
        do {
            queries.add(new ExpressionParser(cursor, ExpressionParser.Leaf.SELECTOR).parse());
        } while (cursor.accept(','));
        return List.copyOf(atEnd(cursor, queries));
    }

    /**
     * Reads a formula over named queries.
     *
     * @return a tree whose leaves are references
     * @throws QuerySyntaxException where the text is no formula
     */
    public static Expression parseFormula(String text) {
        Cursor cursor = open(text);
        return atEnd(cursor, new ExpressionParser(cursor, ExpressionParser.Leaf.REFERENCE).parse());
    }

    private static Cursor open(String text) {
        Cursor cursor = new Cursor(text);
        if (text.length() > MAX_LENGTH) {
            cursor.moveTo(MAX_LENGTH);
            throw cursor.fail(Reason.TOO_LARGE, "at most " + MAX_LENGTH + " characters");
        }
        return cursor;
    }

    private static <T> T atEnd(Cursor cursor, T read) {
        cursor.skipSpace();
        if (!cursor.atEnd()) {
            throw cursor.fail("an operator or the end");
        }
        return read;
    }
}
