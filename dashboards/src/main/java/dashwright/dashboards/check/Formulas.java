package dashwright.dashboards.check;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.dashboards.query.References;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formulas can be read and name only queries that their request has. */
final class Formulas implements WidgetRule {
    @Override
    public void check(Widget widget, Findings findings) {
        for (Request request : widget.requests()) {
            List<String> names =
                    request.queries().stream().map(NamedQuery::name).toList();
            request.formulas().forEach(formula -> check(widget, formula, names, findings));
        }
    }

    private static void check(Widget widget, NamedFormula formula, List<String> names, Findings findings) {
        QuerySyntaxException mistake = formula.mistake();
        if (mistake != null) {
            findings.add(
                    Code.FORMULA_SYNTAX,
                    widget,
                    "the formula " + Texts.quoted(formula.text()) + " cannot be read: "
                            + QuerySyntax.firstLine(mistake),
                    "write arithmetic and functions over the names of queries, as 100 * a / b");
        }
        @Nullable Expression tree = formula.tree();
        for (String name : tree == null ? List.<String>of() : References.in(tree)) {
            if (!names.contains(name)) {
                findings.add(
                        Code.FORMULA_QUERY_UNKNOWN,
                        widget,
                        "the formula " + Texts.quoted(formula.text()) + " uses " + Texts.quoted(name)
                                + ", which no query of the request is named",
                        names.isEmpty() ? "add the query" : "use one of " + Texts.quoted(names));
            }
        }
    }
}
