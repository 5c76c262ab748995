package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.NamedArgument;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Expression.TextLiteral;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Walks expressions. */
public final class Tree {
    private Tree() {}

    /** The expression and everything below it, parents before children, from left to right. */
    public static Stream<Expression> nodes(Expression root) {
        List<Expression> nodes = new ArrayList<>();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Expression node = open.pop();
            nodes.add(node);
            children(node).reversed().forEach(open::push);
        }
        return nodes.stream();
    }

    /** What an expression is made of, from left to right. */
    public static List<Expression> children(Expression expression) {
        return switch (expression) {
            case FunctionCall call -> call.arguments();
            case NamedArgument argument -> List.of(argument.value());
            case Negation negation -> List.of(negation.operand());
            case Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Reference _, NumberLiteral _, TextLiteral _, Selector _ -> List.of();
        };
    }
}
