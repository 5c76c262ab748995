package dashwright.dashboards.check;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.NamedArgument;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Expression.TextLiteral;
import dashwright.dashboards.query.Scope;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the defaults of template variables in their places, so that a query runs as the board shows it when it is opened:
 * Datadog's query API knows no variables.
 */
final class VariableValues {
    private static final Pattern REFERENCE = Pattern.compile("\\$([\\w.-]+)");

    private final Board board;

    VariableValues(Board board) {
        this.board = board;
    }

    Expression fill(Expression expression) {
        return switch (expression) {
            case Selector selector ->
                new Selector(
                        selector.aggregator(),
                        selector.metric(),
                        fill(selector.scope()),
                        selector.groupBy(),
                        selector.modifiers());
            case FunctionCall call ->
                new FunctionCall(
                        call.name(), call.arguments().stream().map(this::fill).toList());
            case NamedArgument argument -> new NamedArgument(argument.name(), fill(argument.value()));
            case Negation negation -> new Negation(fill(negation.operand()));
            case Arithmetic sum -> new Arithmetic(sum.operator(), fill(sum.left()), fill(sum.right()));
            case NumberLiteral _, TextLiteral _, Reference _ -> expression;
        };
    }

    /** The selector as the board opens on it; as it is where it cannot be written, which is reported with the query. */
    Selector opened(Selector selector) {
        try {
            return (Selector) fill(selector);
        } catch (IllegalArgumentException unwritable) {
            return selector;
        }
    }

    /** The same in the language of the event searches. */
    String fill(String search) {
        return REFERENCE
                .matcher(search)
                .replaceAll(found -> Matcher.quoteReplacement(inSearch(found.group(1), found.group())));
    }

    private String inSearch(String reference, String whole) {
        Optional<Variable> variable = board.variable(reference);
        if (variable.isEmpty()) {
            return whole;
        }
        boolean valueOnly = isValueOnly(variable.get(), reference);
        if (variable.get().takesAll()) {
            return "*";
        }
        String values = String.join(" OR ", variable.get().defaults());
        String any = variable.get().defaults().size() > 1 ? "(" + values + ")" : values;
        return valueOnly || variable.get().prefix().isEmpty()
                ? any
                : variable.get().prefix() + ":" + any;
    }

    private Scope fill(Scope scope) {
        return switch (scope) {
            case Scope.Variable variable -> variable(variable);
            case Scope.TagMatch match -> match(match);
            case Scope.In in ->
                tag(
                        in.key(),
                        in.values().stream()
                                .flatMap(value -> values(value).stream())
                                .toList());
            case Scope.Not not -> {
                Scope operand = fill(not.operand());
                yield operand.equals(Scope.EVERYTHING) ? operand : new Scope.Not(operand);
            }
            case Scope.And and ->
                Scope.allOf(and.operands().stream()
                        .map(this::fill)
                        .filter(operand -> !operand.equals(Scope.EVERYTHING))
                        .toList());
            case Scope.Or or -> {
                List<Scope> operands = or.operands().stream().map(this::fill).toList();
                yield operands.contains(Scope.EVERYTHING) ? Scope.EVERYTHING : Scope.anyOf(operands);
            }
            case Scope.Everything everything -> everything;
        };
    }

    /** A variable that the board does not have stays as it is, for the service to refuse. */
    private Scope variable(Scope.Variable reference) {
        Optional<Variable> variable = board.variable(reference.name());
        if (variable.isEmpty()) {
            return reference;
        }
        boolean filters = !variable.get().takesAll() && !variable.get().prefix().isEmpty();
        return filters ? tag(variable.get().prefix(), variable.get().defaults()) : Scope.EVERYTHING;
    }

    private Scope match(Scope.TagMatch match) {
        return match.value().indexOf('$') < 0 ? match : tag(match.key(), values(match.value()));
    }

    private static Scope tag(String key, List<String> values) {
        return values.size() == 1 ? new Scope.TagMatch(key, values.getFirst()) : new Scope.In(key, values);
    }

    /** A value with each reference replaced; a value that is but a reference can stand for several. */
    private List<String> values(String value) {
        Matcher whole = REFERENCE.matcher(value);
        Optional<Variable> variable = whole.matches() ? board.variable(whole.group(1)) : Optional.empty();
        if (variable.isPresent() && !variable.get().takesAll()) {
            return variable.get().defaults();
        }
        return List.of(REFERENCE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(first(found.group(1), found.group()))));
    }

    private String first(String reference, String whole) {
        return board.variable(reference)
                .map(variable -> variable.takesAll() ? "*" : variable.defaults().getFirst())
                .orElse(whole);
    }

    private static boolean isValueOnly(Variable variable, String reference) {
        return !reference.equals(variable.name()) && reference.endsWith(".value");
    }
}
