package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.NamedArgument;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Operator;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Expression.TextLiteral;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes trees as text, one way for each tree: what it writes, {@link QueryParser} reads back to an equal tree, if the
 * tree is one that the parser can yield.
 */
public final class QueryPrinter {
    private QueryPrinter() {}

    /**
     * The expression as Datadog reads it.
     *
     * @throws IllegalArgumentException where a name, tag or text holds characters that would end or change the query
     */
    public static String print(Expression expression) {
        return switch (expression) {
            case Reference reference -> Words.name(reference.name());
            case NumberLiteral number -> number.value().toPlainString();
            case TextLiteral text -> Words.quoted(text.value());
            case NamedArgument argument -> Words.name(argument.name()) + "=" + print(argument.value());
            case FunctionCall call -> Words.name(call.name()) + "(" + joined(call.arguments()) + ")";
            case Negation negation -> "-" + operandOfMinus(negation.operand());
            case Arithmetic arithmetic -> print(arithmetic);
            case Selector selector -> print(selector);
        };
    }

    /** A scope as it stands between the braces. */
    public static String print(Scope scope) {
        return ScopePrinter.print(scope);
    }

    private static String joined(List<Expression> arguments) {
        return arguments.stream().map(QueryPrinter::print).collect(Collectors.joining(", "));
    }

    /** A number stands in parentheses, as otherwise the minus would become a part of it. */
    private static String operandOfMinus(Expression operand) {
        return switch (operand) {
            case Selector _, Reference _, FunctionCall _ -> print(operand);
            default -> "(" + print(operand) + ")";
        };
    }

    private static String print(Arithmetic arithmetic) {
        int rank = rank(arithmetic.operator());
        String left = operand(arithmetic.left(), rank);
        String right = operand(arithmetic.right(), rank + 1);
        return left + " " + arithmetic.operator().sign() + " " + right;
    }

    /** In parentheses where it binds less tightly than its place needs. */
    private static String operand(Expression operand, int least) {
        boolean loose = operand instanceof Arithmetic inner && rank(inner.operator()) < least;
        return loose ? "(" + print(operand) + ")" : print(operand);
    }

    private static int rank(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> 1;
            case MULTIPLY, DIVIDE -> 2;
        };
    }

    private static String print(Selector selector) {
        StringBuilder text = new StringBuilder(print(selector.aggregator()));
        text.append(':').append(Words.metric(selector.metric()));
        text.append('{').append(print(selector.scope())).append('}');
        if (!selector.groupBy().isEmpty()) {
            text.append(" by {");
            text.append(selector.groupBy().stream().map(Words::tag).collect(Collectors.joining(",")));
            text.append('}');
        }
        selector.modifiers().forEach(modifier -> text.append('.').append(print(modifier)));
        return text.toString();
    }

    private static String print(SpaceAggregator aggregator) {
        String name = Words.name(aggregator.name());
        return aggregator.condition().isEmpty() ? name : name + "(" + Words.condition(aggregator.condition()) + ")";
    }

    private static String print(Modifier modifier) {
        String arguments = modifier.arguments().stream().map(Words::argument).collect(Collectors.joining(", "));
        return Words.name(modifier.name()) + "(" + arguments + ")";
    }
}
