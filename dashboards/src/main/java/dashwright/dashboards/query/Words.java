package dashwright.dashboards.query;

import java.util.function.IntPredicate;

/**
 * The words of a query as they may be written. A tag value from outside that held a brace or a comma would change the
 * query around it, so such words are refused here.
 */
final class Words {
    private Words() {}

    static String name(String name) {
        return only(name, Characters::inWord, "name");
    }

    static String metric(String metric) {
        return only(metric, Characters::inMetric, "metric name");
    }

    /** A tag's key, value or both; parts in double or single quotes may hold anything but the quote. */
    static String tag(String tag) {
        Cursor cursor = new Cursor(tag);
        cursor.takeWhile(Characters::inTag);
        while (cursor.position() > 0 && Characters.isQuote(cursor.peek())) {
            cursor.takeQuoted();
            cursor.takeWhile(Characters::inTag);
        }
        if (tag.isEmpty() || !cursor.atEnd()) {
            throw unwritable(tag, "tag");
        }
        return tag;
    }

    static String quoted(String text) {
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        if (text.indexOf('"') < 0) {
            return "\"" + text + "\"";
        }
        throw unwritable(text, "text (with both kinds of quotes)");
    }

    /** A method's argument: bare where it can be, as Datadog's editor writes it. */
    static String argument(String argument) {
        boolean bare = !argument.isEmpty() && argument.chars().allMatch(Characters::inTag);
        return bare ? argument : quoted(argument);
    }

    static String condition(String condition) {
        String inParentheses = "(" + condition + ")";
        if (new Cursor(inParentheses).afterClosing(0) != inParentheses.length()) {
            throw unwritable(condition, "condition");
        }
        return condition;
    }

    private static String only(String word, IntPredicate kind, String what) {
        if (word.isEmpty() || !word.chars().allMatch(kind)) {
            throw unwritable(word, what);
        }
        return word;
    }

    private static IllegalArgumentException unwritable(String word, String what) {
        return new IllegalArgumentException("'" + word + "' cannot be written in a query as a " + what);
    }
}
