package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.TextLiteral;
import java.util.List;

/**
 * What stands behind the query in a function call.
 *
 * @param function the function's name, for messages
 * @param rest the arguments after the first
 */
record Arguments(String function, List<Expression> rest) {
    Arguments {
        rest = List.copyOf(rest);
    }

    double number(int index) {
        if (index < rest.size() && rest.get(index) instanceof NumberLiteral literal) {
            return literal.value().doubleValue();
        }
        throw new QueryRefused("Error parsing query: " + function + " needs a number as argument " + (index + 2));
    }

    double number(int index, double otherwise) {
        return index < rest.size() ? number(index) : otherwise;
    }

    String text(int index, String otherwise) {
        if (index >= rest.size()) {
            return otherwise;
        }
        return switch (rest.get(index)) {
            case TextLiteral literal -> literal.value();
            case Reference word -> word.name();
            default ->
                throw new QueryRefused(
                        "Error parsing query: " + function + " needs a quoted word as argument " + (index + 2));
        };
    }
}
