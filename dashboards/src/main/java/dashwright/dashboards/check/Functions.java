package dashwright.dashboards.check;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Tree;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions of Datadog's documentation, November 2026. */
final class Functions implements WidgetRule {
    private static final Pattern KNOWN = Pattern.compile(String.join(
            "|",
            "anomalies|outliers|forecast",
            "abs|log2|log10|cumsum|integral",
            "count_nonzero|count_nonzero_finite|count_not_null",
            "default_zero|exclude_null|clamp_min|clamp_max|cutoff_min|cutoff_max",
            "(top|bottom)(_offset|\\d+(_(mean|min|max|last|sum|area|l2norm|norm))?)?",
            "per_second|per_minute|per_hour|dt|diff|monotonic_diff|derivative",
            "robust_trend|trend_line|piecewise_constant",
            "rollup|moving_rollup|autosmooth|ewma_\\d+|median_\\d+",
            "(hour|day|week|month)_before|timeshift|calendar_shift"));

    /** Seen in dashboards that programs wrote; they are words of other languages. */
    private static final Set<String> REFUSED =
            Set.of("if", "case", "sum", "avg", "mean", "min", "max", "count", "round", "floor", "ceil", "pow", "sqrt");

    @Override
    public void check(Widget widget, Findings findings) {
        for (Request request : widget.requests()) {
            Stream<Expression> trees = Stream.concat(
                    request.queries().stream().map(NamedQuery::tree).filter(Objects::nonNull),
                    request.formulas().stream().map(NamedFormula::tree).filter(Objects::nonNull));
            List<String> names = trees.flatMap(Tree::nodes)
                    .filter(FunctionCall.class::isInstance)
                    .map(call -> ((FunctionCall) call).name())
                    .distinct()
                    .toList();
            names.forEach(name -> check(widget, name, findings));
        }
    }

    private static void check(Widget widget, String name, Findings findings) {
        if (REFUSED.contains(name)) {
            findings.add(
                    Code.FUNCTION_REFUSED,
                    widget,
                    "there is no function " + Texts.quoted(name + "()"),
                    name.equals("sum")
                            ? "add with +, or take the aggregator sum: in the query"
                            : "compute with + - * / and functions as clamp_min, clamp_max, cutoff_min, cutoff_max");
        } else if (!KNOWN.matcher(name).matches()) {
            findings.add(
                    Code.FUNCTION_UNKNOWN,
                    widget,
                    "the function " + Texts.quoted(name + "()") + " is not known here",
                    "see whether Datadog has it; the live check tells");
        }
    }
}
