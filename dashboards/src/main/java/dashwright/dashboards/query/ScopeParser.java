package dashwright.dashboards.query;

import dashwright.dashboards.query.QuerySyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what stands between a scope's braces. Datadog knows two styles, {@code a:b,!c:d} and
 * {@code a:b AND NOT c:d}, and refuses to mix them.
 */
final class ScopeParser {
    private static final int MAX_DEPTH = 100;
    private static final String LEAF = "a condition as key:value, $variable or *";

    private final Cursor cursor;
    private int depth;
    private boolean symbols;
    private boolean words;

    ScopeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Scope parse() {
        List<Scope> operands = new ArrayList<>();
        operands.add(disjunction());
        while (cursor.accept(',')) {
            usesSymbols(1);
            operands.add(disjunction());
        }
        return Scope.allOf(operands);
    }

    private Scope disjunction() {
        List<Scope> operands = new ArrayList<>();
        do {
            operands.add(conjunction());
        } while (acceptWord("OR"));
        return Scope.anyOf(operands);
    }

    private Scope conjunction() {
        List<Scope> operands = new ArrayList<>();
        do {
            operands.add(negation());
        } while (acceptWord("AND"));
        return Scope.allOf(operands);
    }

    private Scope negation() {
        if (cursor.accept('!')) {
            usesSymbols(1);
            return new Scope.Not(nested());
        }
        return acceptWord("NOT") ? new Scope.Not(nested()) : condition();
    }

    private Scope nested() {
        deeper();
        Scope operand = negation();
        depth--;
        return operand;
    }

    private Scope condition() {
        if (!cursor.accept('(')) {
            return leaf();
        }
        usesWords(1);
        deeper();
        Scope inner = disjunction();
        cursor.expect(')', "AND, OR or ')'");
        depth--;
        return inner;
    }

    private Scope leaf() {
        cursor.skipSpace();
        String token = token();
        if (token.isEmpty() || token.startsWith(":") || isOperator(token)) {
            cursor.moveTo(cursor.position() - token.length());
            throw cursor.fail(LEAF);
        }
        if (token.equals("*")) {
            return Scope.EVERYTHING;
        }
        int colon = token.indexOf(':');
        if (colon >= 0) {
            return new Scope.TagMatch(token.substring(0, colon), token.substring(colon + 1));
        }
        if (token.startsWith("$") && token.length() > 1) {
            return new Scope.Variable(token.substring(1));
        }
        return keyOrList(token);
    }

    private Scope keyOrList(String key) {
        if (acceptWord("IN")) {
            return new Scope.In(key, values());
        }
        int start = cursor.position();
        if (acceptWord("NOT")) {
            if (acceptWord("IN")) {
                return new Scope.Not(new Scope.In(key, values()));
            }
            cursor.moveTo(start);
            throw cursor.fail("AND, OR, ',' or '}'");
        }
        return new Scope.TagMatch(key, "");
    }

    private List<String> values() {
        cursor.expect('(', "'(' and the values");
        List<String> values = new ArrayList<>();
        do {
            cursor.skipSpace();
            String value = token();
            if (value.isEmpty()) {
                throw cursor.fail("a value");
            }
            values.add(value);
        } while (cursor.accept(','));
        cursor.expect(')', "',' or ')'");
        return values;
    }

    /** A run of tag characters; a part in quotes stays as it is written, quotes included. */
    private String token() {
        int start = cursor.position();
        cursor.takeWhile(Characters::inTag);
        while (cursor.position() > start && Characters.isQuote(cursor.peek())) {
            cursor.takeQuoted();
            cursor.takeWhile(Characters::inTag);
        }
        return cursor.textFrom(start);
    }

    private boolean acceptWord(String word) {
        cursor.skipSpace();
        int start = cursor.position();
        if (cursor.takeWhile(Characters::inTag).equalsIgnoreCase(word)) {
            usesWords(word.length());
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    private static boolean isOperator(String token) {
        return switch (token.toUpperCase(Locale.ROOT)) {
            case "AND", "OR", "NOT", "IN" -> true;
            default -> false;
        };
    }

    private void usesSymbols(int length) {
        symbols = true;
        refuseMixture(length);
    }

    private void usesWords(int length) {
        words = true;
        refuseMixture(length);
    }

    private void refuseMixture(int length) {
        if (symbols && words) {
            cursor.moveTo(cursor.position() - length);
            throw cursor.fail(
                    Reason.MIXED_SCOPE, "one style in a scope: either ',' and '!' or AND, OR, NOT, IN and parentheses");
        }
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw cursor.fail(Reason.TOO_LARGE, "at most " + MAX_DEPTH + " levels of nesting");
        }
    }
}
