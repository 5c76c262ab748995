package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that queries use exist, and queries whose metric carries a variable's tag use it. */
final class VariableUse {
    private static final Pattern REFERENCE = Pattern.compile("\\$([\\w.-]+)");

    private final Board board;

    VariableUse(Board board) {
        this.board = board;
    }

    void check(Widget widget, Catalog catalog, Findings findings) {
        for (Selector selector : widget.selectors()) {
            List<String> references = references(selector);
            references.forEach(reference -> checkExists(widget, reference, findings));
            TagSet tags = catalog.metric(selector.metric()).map(Metric::tags).orElse(TagSet.UNREAD);
            for (Variable variable : board.variables()) {
                boolean could = tags.known() && tags.keys().contains(variable.prefix());
                if (could && references.stream().noneMatch(reference -> isOf(variable, reference))) {
                    reportIgnored(widget, selector, variable, findings);
                }
            }
        }
    }

    private static List<String> references(Selector selector) {
        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(QueryPrinter.print(selector.scope()));
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        return references;
    }

    private boolean isOf(Variable variable, String reference) {
        Optional<Variable> used = board.variable(reference);
        return used.isPresent() && used.get().equals(variable);
    }

    private void checkExists(Widget widget, String reference, Findings findings) {
        if (board.variable(reference).isEmpty()) {
            List<String> names = board.variables().stream().map(Variable::name).toList();
            findings.add(
                    Code.VARIABLE_UNKNOWN,
                    widget,
                    "the board has no template variable $" + reference,
                    names.isEmpty()
                            ? "add it, or remove the condition"
                            : "it has " + Texts.quoted(Nearest.of(reference, names)));
        }
    }

    private static void reportIgnored(Widget widget, Selector selector, Variable variable, Findings findings) {
        boolean fixed = ScopeConditions.of(selector.scope()).stream()
                .anyMatch(condition -> condition.key().equals(variable.prefix()));
        findings.add(
                Code.VARIABLE_IGNORED,
                widget,
                Texts.quoted(selector.metric()) + " carries " + Texts.quoted(variable.prefix())
                        + (fixed ? ", which the query fixes whatever $" : ", but the query does not use $")
                        + variable.name() + (fixed ? " is set to" : ""),
                "put $" + variable.name() + " into the scope");
    }
}
