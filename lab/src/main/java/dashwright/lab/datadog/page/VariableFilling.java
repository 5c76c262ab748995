package dashwright.lab.datadog.page;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.NamedArgument;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Scope;
import java.util.List;

/** Puts the chosen values of template variables into queries, in the tree and not in the text. */
final class VariableFilling {
    private final BoardVariables variables;

    VariableFilling(BoardVariables variables) {
        this.variables = variables;
    }

    Expression fill(Expression expression) {
        return switch (expression) {
            case Selector selector ->
                new Selector(
                        selector.aggregator(),
                        selector.metric(),
                        fill(selector.scope()),
                        selector.groupBy().stream().map(variables::value).toList(),
                        selector.modifiers());
            case FunctionCall call ->
                new FunctionCall(
                        call.name(), call.arguments().stream().map(this::fill).toList());
            case Arithmetic arithmetic ->
                new Arithmetic(arithmetic.operator(), fill(arithmetic.left()), fill(arithmetic.right()));
            case Negation negation -> new Negation(fill(negation.operand()));
            case NamedArgument argument -> new NamedArgument(argument.name(), fill(argument.value()));
            case Expression.Reference _, Expression.NumberLiteral _, Expression.TextLiteral _ -> expression;
        };
    }

    private Scope fill(Scope scope) {
        return switch (scope) {
            case Scope.Everything everything -> everything;
            case Scope.Variable variable -> variables.scope(variable);
            case Scope.TagMatch match -> new Scope.TagMatch(match.key(), variables.value(match.value()));
            case Scope.In in ->
                new Scope.In(
                        in.key(), in.values().stream().map(variables::value).toList());
            case Scope.Not not -> new Scope.Not(fill(not.operand()));
            case Scope.And and -> all(and);
            case Scope.Or or ->
                new Scope.Or(or.operands().stream().map(this::fill).toList());
        };
    }

    /** A variable that stands for everything takes nothing away and drops out of a list of conditions. */
    private Scope all(Scope.And and) {
        List<Scope> operands = and.operands().stream()
                .map(this::fill)
                .filter(operand -> !(operand instanceof Scope.Everything))
                .toList();
        return switch (operands.size()) {
            case 0 -> Scope.EVERYTHING;
            case 1 -> operands.getFirst();
            default -> new Scope.And(operands);
        };
    }
}
