package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QuerySyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code agg:metric{scope} by {tags}.method(…)}. */
final class SelectorParser {
    private final Cursor cursor;

    SelectorParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** True where a selector follows and not a function or a bare word; nothing is taken. */
    static boolean begins(Cursor cursor) {
        int start = cursor.position();
        cursor.takeWhile(Characters::inWord);
        int afterWord = cursor.position();
        cursor.skipSpace();
        boolean begins = cursor.peek() == '{' || cursor.at(afterWord) == ':' || conditional(cursor, afterWord);
        cursor.moveTo(start);
        return begins;
    }

    /** {@code count(v: v>5):m{*}} differs from a function only by the colon after its parenthesis. */
    private static boolean conditional(Cursor cursor, int open) {
        if (cursor.at(open) != '(') {
            return false;
        }
        int after = cursor.afterClosing(open);
        return after > 0 && cursor.at(after) == ':';
    }

    Selector parse() {
        SpaceAggregator aggregator = SpaceAggregator.AVG;
        String word = cursor.takeWhile(Characters::inWord);
        String metric = word;
        if (cursor.peek() == ':' || cursor.peek() == '(') {
            aggregator = new SpaceAggregator(word, condition());
            cursor.expect(':', "':'");
            metric = cursor.takeWhile(Characters::inMetric);
            if (metric.isEmpty()) {
                throw cursor.fail("a metric name directly after " + aggregator.name() + ":");
            }
        }
        if (!cursor.accept('{')) {
            throw cursor.fail("a scope as {*} after the metric " + metric);
        }
        Scope scope = new ScopeParser(cursor).parse();
        cursor.expect('}', "',' or '}'");
        refuseSecondScope();
        List<String> groupBy = groupBy();
        return new Selector(aggregator, metric, scope, groupBy, modifiers());
    }

    private String condition() {
        if (cursor.peek() != '(') {
            return "";
        }
        int start = cursor.position();
        cursor.moveTo(cursor.afterClosing(start));
        String inParentheses = cursor.textFrom(start);
        return inParentheses.substring(1, inParentheses.length() - 1).strip();
    }

    private void refuseSecondScope() {
        cursor.skipSpace();
        if (cursor.peek() == '{') {
            throw cursor.fail(Reason.SECOND_SCOPE, "one scope only: join its conditions with commas");
        }
    }

    private List<String> groupBy() {
        int start = cursor.position();
        String word = cursor.takeWhile(Character::isLetter);
        if (!word.equalsIgnoreCase("by") || !cursor.accept('{')) {
            if (word.equalsIgnoreCase("by")) {
                throw cursor.fail("'{' and the tags to group by");
            }
            cursor.moveTo(start);
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        do {
            cursor.skipSpace();
            String key = cursor.takeWhile(Characters::inTag);
            if (key.isEmpty()) {
                throw cursor.fail("a tag key");
            }
            keys.add(key);
        } while (cursor.accept(','));
        cursor.expect('}', "',' or '}'");
        refuseSecondScope();
        return keys;
    }

    private List<Modifier> modifiers() {
        List<Modifier> modifiers = new ArrayList<>();
        while (cursor.accept('.')) {
            String name = cursor.takeWhile(c -> Characters.inWord(c) && c != '.');
            if (name.isEmpty()) {
                throw cursor.fail("a method as as_count()");
            }
            cursor.expect('(', "'(' after ." + name);
            modifiers.add(new Modifier(name, arguments()));
        }
        return modifiers;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (cursor.accept(')')) {
            return arguments;
        }
        do {
            cursor.skipSpace();
            boolean quoted = Characters.isQuote(cursor.peek());
            String argument = quoted ? cursor.takeQuoted() : cursor.takeWhile(Characters::inTag);
            if (argument.isEmpty() && !quoted) {
                throw cursor.fail("an argument");
            }
            arguments.add(argument);
        } while (cursor.accept(','));
        cursor.expect(')', "',' or ')'");
        return arguments;
    }
}
