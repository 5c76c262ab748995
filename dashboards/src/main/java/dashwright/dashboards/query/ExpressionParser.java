package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.NamedArgument;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Operator;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.TextLiteral;
import dashwright.dashboards.query.QuerySyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic, functions and numbers by recursive descent; multiplication binds tighter than addition. */
final class ExpressionParser {
    /** Bounds the recursion of this parser and of everything that walks its trees. */
    private static final int MAX_DEPTH = 100;

    /** A chain of operators nests to the left, so its length counts as depth too. */
    private static final int MAX_OPERATORS = 1_000;

    /** What the leaves are: metric selectors in a query, names of queries in a formula. */
    enum Leaf {
        SELECTOR,
        REFERENCE
    }

    private final Cursor cursor;
    private final Leaf leaf;
    private int depth;
    private int operators;

    ExpressionParser(Cursor cursor, Leaf leaf) {
        this.cursor = cursor;
        this.leaf = leaf;
    }

    Expression parse() {
        Expression left = product();
        for (Operator operator = operator("+-"); operator != null; operator = operator("+-")) {
            left = new Arithmetic(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        for (Operator operator = operator("*/"); operator != null; operator = operator("*/")) {
            left = new Arithmetic(operator, left, signed());
        }
        return left;
    }

    private @Nullable Operator operator(String signs) {
        cursor.skipSpace();
        if (cursor.atEnd() || signs.indexOf(cursor.peek()) < 0) {
            return null;
        }
        if (++operators > MAX_OPERATORS) {
            throw cursor.fail(Reason.TOO_LARGE, "at most " + MAX_OPERATORS + " operators");
        }
        return switch (cursor.take()) {
            case '+' -> Operator.ADD;
            case '-' -> Operator.SUBTRACT;
            case '*' -> Operator.MULTIPLY;
            default -> Operator.DIVIDE;
        };
    }

    /** A minus directly before a number belongs to the number: {@code timeshift(q, -3600)} has a number argument. */
    private Expression signed() {
        cursor.skipSpace();
        if (cursor.peek() != '-' && cursor.peek() != '+') {
            return primary();
        }
        boolean minus = cursor.take() == '-';
        cursor.skipSpace();
        if (NumberParser.begins(cursor)) {
            NumberLiteral number = NumberParser.parse(cursor);
            return minus ? new NumberLiteral(number.value().negate()) : number;
        }
        deeper();
        Expression operand = signed();
        depth--;
        return minus ? new Negation(operand) : operand;
    }

    private Expression primary() {
        cursor.skipSpace();
        if (NumberParser.begins(cursor)) {
            return NumberParser.parse(cursor);
        }
        if (cursor.accept('(')) {
            deeper();
            Expression inner = parse();
            cursor.expect(')', "')'");
            depth--;
            return inner;
        }
        if (!Characters.beginsWord(cursor.peek())) {
            throw cursor.fail(leaf == Leaf.SELECTOR ? "a metric query as avg:metric{*}" : "the name of a query");
        }
        return named();
    }

    private Expression named() {
        if (leaf == Leaf.SELECTOR && SelectorParser.begins(cursor)) {
            return new SelectorParser(cursor).parse();
        }
        int start = cursor.position();
        String name = cursor.takeWhile(Characters::inWord);
        boolean dotted = name.indexOf('.') >= 0;
        if (!dotted && cursor.accept('(')) {
            return new FunctionCall(name, arguments());
        }
        if (leaf == Leaf.SELECTOR) {
            throw cursor.fail("a scope as {*} after the metric " + name);
        }
        if (dotted || cursor.peek() == '{' || cursor.peek() == ':') {
            cursor.moveTo(start);
            throw cursor.fail("the name of a query (a formula holds neither metrics nor methods)");
        }
        return new Reference(name);
    }

    private List<Expression> arguments() {
        deeper();
        List<Expression> arguments = new ArrayList<>();
        if (!cursor.accept(')')) {
            do {
                arguments.add(argument());
            } while (cursor.accept(','));
            cursor.expect(')', "',' or ')'");
        }
        depth--;
        return arguments;
    }

    private Expression argument() {
        cursor.skipSpace();
        if (Characters.isQuote(cursor.peek())) {
            return new TextLiteral(cursor.takeQuoted());
        }
        Expression word = Characters.beginsWord(cursor.peek()) ? bareWord() : null;
        return word == null ? parse() : word;
    }

    /** A word that is a whole argument, or the name of one ({@code interval=60}); nothing is taken otherwise. */
    private @Nullable Expression bareWord() {
        int start = cursor.position();
        String word = cursor.takeWhile(Characters::inWord);
        cursor.skipSpace();
        if (cursor.peek() == '=') {
            cursor.take();
            deeper();
            Expression value = argument();
            depth--;
            return new NamedArgument(word, value);
        }
        if (leaf == Leaf.SELECTOR && (cursor.peek() == ',' || cursor.peek() == ')')) {
            return new TextLiteral(word);
        }
        cursor.moveTo(start);
        return null;
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw cursor.fail(Reason.TOO_LARGE, "at most " + MAX_DEPTH + " levels of nesting");
        }
    }
}
