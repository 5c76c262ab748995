package dashwright.dashboards.query;

import dashwright.dashboards.query.Scope.And;
import dashwright.dashboards.query.Scope.Everything;
import dashwright.dashboards.query.Scope.In;
import dashwright.dashboards.query.Scope.Not;
import dashwright.dashboards.query.Scope.Or;
import dashwright.dashboards.query.Scope.TagMatch;
import dashwright.dashboards.query.Scope.Variable;
import java.util.List;
import java.util.stream.Collectors;

/** Writes scopes: with commas and {@code !} where that is enough, with words where it is not, never both. */
final class ScopePrinter {
    private ScopePrinter() {}

    static String print(Scope scope) {
        return isSymbolic(scope) ? symbolic(scope) : functional(scope);
    }

    private static boolean isSymbolic(Scope scope) {
        return scope instanceof And and ? and.operands().stream().allMatch(ScopePrinter::isTerm) : isTerm(scope);
    }

    private static boolean isTerm(Scope scope) {
        return isLeaf(scope) || (scope instanceof Not not && isLeaf(not.operand()));
    }

    private static boolean isLeaf(Scope scope) {
        return scope instanceof Everything || scope instanceof TagMatch || scope instanceof Variable;
    }

    private static String symbolic(Scope scope) {
        return switch (scope) {
            case And and
            when !and.operands().isEmpty() ->
                and.operands().stream().map(ScopePrinter::symbolic).collect(Collectors.joining(","));
            case Not not -> "!" + leaf(not.operand());
            default -> leaf(scope);
        };
    }

    private static String functional(Scope scope) {
        return switch (scope) {
            case And and when and.operands().isEmpty() -> "*";
            case Or or
            when or.operands().isEmpty() ->
                throw new IllegalArgumentException("any of nothing is no scope: give at least one condition");
            case And and -> and.operands().stream().map(ScopePrinter::operand).collect(Collectors.joining(" AND "));
            case Or or -> or.operands().stream().map(ScopePrinter::operandOfOr).collect(Collectors.joining(" OR "));
            case Not(In in) -> Words.tag(in.key()) + " NOT IN " + values(in);
            case Not not -> "NOT " + operand(not.operand());
            case In in -> Words.tag(in.key()) + " IN " + values(in);
            default -> leaf(scope);
        };
    }

    /** AND binds tighter than OR, so it needs no parentheses there. */
    private static String operandOfOr(Scope scope) {
        return scope instanceof And ? functional(scope) : operand(scope);
    }

    private static String operand(Scope scope) {
        boolean joined = scope instanceof And || scope instanceof Or;
        return joined ? "(" + functional(scope) + ")" : functional(scope);
    }

    private static String values(In in) {
        List<String> values = in.values();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("'" + in.key() + " IN ()' names no value: give at least one");
        }
        return values.stream().map(Words::tag).collect(Collectors.joining(",", "(", ")"));
    }

    private static String leaf(Scope scope) {
        return switch (scope) {
            case TagMatch(String key, String value) when value.isEmpty() -> Words.tag(key);
            case TagMatch(String key, String value) -> Words.tag(key + ":" + value);
            case Variable variable -> "$" + Words.tag(variable.name());
            default -> "*";
        };
    }
}
