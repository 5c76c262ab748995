package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.Unit;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.Operator;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Tree;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is added or subtracted has one unit, as far as the units are known: bytes plus seconds is neither. */
final class FormulaUnits {
    /** Functions that leave the unit of their first argument as it is. */
    private static final Set<String> KEEPING = Set.of(
            "default_zero",
            "exclude_null",
            "abs",
            "clamp_min",
            "clamp_max",
            "cutoff_min",
            "cutoff_max",
            "rollup",
            "top");

    private final Catalog catalog;

    FormulaUnits(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(Widget widget, Findings findings) {
        for (Request request : widget.requests()) {
            for (NamedQuery query : request.queries()) {
                check(widget, request, query.tree(), findings);
            }
            for (NamedFormula formula : request.formulas()) {
                check(widget, request, formula.tree(), findings);
            }
        }
    }

    private void check(Widget widget, Request request, @Nullable Expression tree, Findings findings) {
        if (tree == null) {
            return;
        }
        Tree.nodes(tree)
                .filter(Arithmetic.class::isInstance)
                .map(Arithmetic.class::cast)
                .filter(sum -> sum.operator() == Operator.ADD || sum.operator() == Operator.SUBTRACT)
                .forEach(sum -> check(widget, request, sum, findings));
    }

    private void check(Widget widget, Request request, Arithmetic sum, Findings findings) {
        Optional<Unit> left = unit(sum.left(), request);
        Optional<Unit> right = unit(sum.right(), request);
        if (left.isPresent() && right.isPresent() && !left.equals(right)) {
            findings.add(
                    Code.UNITS_DIFFER,
                    widget,
                    "a formula joins " + left.get() + " and " + right.get() + " by "
                            + sum.operator().sign(),
                    "convert one of them, or show them apart");
        }
    }

    /** The unit of an expression where it is known for sure. */
    private Optional<Unit> unit(Expression expression, Request request) {
        return switch (expression) {
            case Selector selector ->
                catalog.metric(selector.metric()).map(Metric::unit).filter(unit -> !unit.isNone());
            case Reference reference ->
                request.queries().stream()
                        .filter(query -> query.name().equals(reference.name()))
                        .map(NamedQuery::tree)
                        .filter(Selector.class::isInstance)
                        .findFirst()
                        .flatMap(tree -> unit((Selector) tree, request));
            case Negation negation -> unit(negation.operand(), request);
            case Arithmetic sum
            when sum.operator() == Operator.ADD || sum.operator() == Operator.SUBTRACT ->
                unit(sum.left(), request).or(() -> unit(sum.right(), request));
            case FunctionCall call
            when KEEPING.contains(call.name()) && !call.arguments().isEmpty() ->
                unit(call.arguments().getFirst(), request);
            default -> Optional.empty();
        };
    }
}
