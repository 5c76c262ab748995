package dashwright.dashboards.check;

import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.Scope;
import dashwright.dashboards.query.SpaceAggregator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is well written and yet wrong in any query, whatever the metric. */
final class SelectorForm implements WidgetRule {
    private static final Set<String> AGGREGATORS = Set.of("avg", "sum", "min", "max", "count");
    private static final Set<String> METHODS = Set.of("as_count", "as_rate", "rollup", "fill", "weighted");

    @Override
    public void check(Widget widget, Findings findings) {
        for (Selector selector : widget.selectors()) {
            checkAggregator(widget, selector, findings);
            checkMetric(widget, selector, findings);
            selector.modifiers().forEach(modifier -> checkMethod(widget, modifier, findings));
            checkScope(widget, selector.scope(), findings);
        }
    }

    private static void checkAggregator(Widget widget, Selector selector, Findings findings) {
        SpaceAggregator aggregator = selector.aggregator();
        if (!AGGREGATORS.contains(aggregator.name()) && !aggregator.isPercentile()) {
            findings.add(
                    Code.AGGREGATOR_UNKNOWN,
                    widget,
                    Texts.quoted(aggregator.name()) + " does not join series: " + Texts.quoted(selector.metric()),
                    aggregator.name().equals("last")
                            ? "use avg: here, and \"aggregator\": \"last\" beside the query"
                            : "use avg, sum, min, max, count or p50 to p99");
        }
    }

    private static void checkMetric(Widget widget, Selector selector, Findings findings) {
        if (selector.metric().indexOf('*') >= 0) {
            findings.add(
                    Code.METRIC_WILDCARD,
                    widget,
                    "a metric name cannot hold a wildcard: " + Texts.quoted(selector.metric()),
                    "write one query for each metric");
        }
    }

    private static void checkMethod(Widget widget, Modifier modifier, Findings findings) {
        if (modifier.name().equals("timeshift")) {
            findings.add(
                    Code.TIMESHIFT_SUFFIX,
                    widget,
                    "there is no method .timeshift(" + String.join(", ", modifier.arguments()) + ")",
                    "wrap the query: timeshift(query, -86400), day_before(query) or week_before(query)");
        } else if (!METHODS.contains(modifier.name())) {
            findings.add(
                    Code.METHOD_UNKNOWN,
                    widget,
                    "the method " + Texts.quoted("." + modifier.name() + "()") + " is not known",
                    "known are .as_count(), .as_rate(), .rollup(), .fill(), .weighted()");
        }
    }

    private static void checkScope(Widget widget, Scope scope, Findings findings) {
        List<Scope> operands = switch (scope) {
            case Scope.And and -> and.operands();
            case Scope.Or or -> or.operands();
            default -> List.of();
        };
        Set<Scope> seen = new HashSet<>();
        for (Scope operand : operands) {
            if (!seen.add(operand) && !operand.equals(Scope.EVERYTHING)) {
                findings.add(
                        Code.CONDITION_TWICE,
                        widget,
                        "a scope says " + Texts.quoted(QueryPrinter.print(operand)) + " twice",
                        "remove one");
            }
        }
    }
}
