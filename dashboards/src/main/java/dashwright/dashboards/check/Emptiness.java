package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a widget is empty. That nothing went wrong is good news only where something is known to be able to say so: a count
 * of errors beside which its sender's other work came back in this very check, in the same scope and window.
 */
final class Emptiness {
    private static final String GOOD = ": empty, which is good";

    private final Catalog catalog;
    private final Family family;
    private final Renamings renamings;
    private final Set<String> declaredGood;
    private final VariableValues variables;

    /** A verdict on an empty widget and its reason. */
    record Explained(Verdict verdict, String text) {}

    /**
     * Ready to explain.
     *
     * @param board the board that the widgets are on
     * @param declaredGood the places of widgets of which their author says that empty is good
     */
    Emptiness(Board board, Catalog catalog, Set<String> declaredGood) {
        this.variables = new VariableValues(board);
        this.catalog = catalog;
        this.family = new Family(catalog);
        this.renamings = new Renamings(catalog);
        this.declaredGood = Set.copyOf(declaredGood);
    }

    Explained explain(Attempt attempt, Beside beside, Findings findings) {
        Widget widget = attempt.widget();
        String nothing = "nothing in " + Texts.duration(attempt.range().length());
        List<Metric> metrics = known(widget);
        if (widget.metrics().isEmpty()) {
            return spans(widget, beside, nothing)
                    .orElseGet(() -> unexplained(widget, nothing, "of its source nothing is known", findings));
        }
        Optional<String> good = goodReason(widget, beside);
        if (good.isPresent()) {
            return new Explained(Verdict.EMPTY_GOOD, nothing + ", while " + good.get() + GOOD);
        }
        if (metrics.stream().allMatch(metric -> metric.liveness() == Liveness.GONE)) {
            return neverReported(widget, nothing, findings);
        }
        return unexplained(widget, nothing, heard(metrics.getFirst()), findings);
    }

    private List<Metric> known(Widget widget) {
        return widget.metrics().stream()
                .flatMap(name -> catalog.metric(name).stream())
                .toList();
    }

    /** Why the emptiness is good news; empty where it is not known to be. */
    private Optional<String> goodReason(Widget widget, Beside beside) {
        return !mayBeSilent(widget).isEmpty() && tagsCanMatch(widget) ? beside.heard() : Optional.empty();
    }

    /** True where it would be good news that a widget is empty, if what should report beside it does. */
    boolean mayBeGood(Widget widget) {
        return widget.metrics().isEmpty()
                ? declaredGood.contains(widget.place()) || ErrorWords.speakOfErrors(widget.title())
                : !mayBeSilent(widget).isEmpty();
    }

    /** The metrics of a widget of which it would be good news that they are silent; none where one is not known. */
    Set<String> mayBeSilent(Widget widget) {
        List<Metric> metrics = known(widget);
        boolean allKnown = metrics.size() == widget.metrics().size();
        return metrics.stream()
                .filter(metric -> allKnown && countsErrors(widget, metric))
                .map(Metric::name)
                .collect(Collectors.toSet());
    }

    /**
     * True where the metric counts what goes wrong: its name says so, or the title does and a filter picks the errors out
     * of it ({@code requests{status:5*}}); or the author of the widget says so.
     */
    private boolean countsErrors(Widget widget, Metric metric) {
        boolean named = ErrorWords.speakOfErrors(metric.name());
        boolean picked = ErrorWords.speakOfErrors(widget.title())
                && widget.selectors().stream()
                        .filter(selector -> selector.metric().equals(metric.name()))
                        .noneMatch(
                                selector -> ScopeConditions.of(selector.scope()).isEmpty());
        return declaredGood.contains(widget.place()) || (metric.type().isCounted() && (named || picked));
    }

    /** A filter for what does not exist is empty for another reason. */
    private boolean tagsCanMatch(Widget widget) {
        return widget.selectors().stream()
                .allMatch(selector -> catalog.metric(selector.metric()).stream()
                        .allMatch(metric -> ScopeConditions.of(selector.scope()).stream()
                                        .allMatch(condition -> family.canMatch(metric, condition))
                                && wasSeenAsTheBoardOpens(metric, selector)));
    }

    /**
     * False where the board opens on a value of a variable that the metric was never seen with: its silence there says
     * nothing, as it may not be sent from there at all.
     */
    private boolean wasSeenAsTheBoardOpens(Metric metric, Selector selector) {
        if (!metric.tags().known()) {
            return true;
        }
        Scope asWritten = selector.scope();
        Scope opened = variables.opened(selector).scope();
        return asWritten.equals(opened)
                || ScopeConditions.of(opened).stream()
                        .filter(condition -> !condition.excluded())
                        .allMatch(condition -> Family.isSeen(metric, condition));
    }

    private static String heard(Metric metric) {
        String name = Texts.quoted(metric.name());
        return switch (metric.liveness()) {
            case LIVE -> name + " last reported within the hour";
            case RECENT -> name + " last reported within the day";
            case QUIET -> name + " last reported within 30 days";
            case GONE -> name + " has not reported for 30 days";
            case UNKNOWN -> "when " + name + " last reported is not known";
        };
    }

    private Optional<Explained> spans(Widget widget, Beside beside, String nothing) {
        SpanQueries spans = new SpanQueries(catalog);
        boolean known = widget.queries().stream()
                .anyMatch(query -> query.readsSpans() && !spans.matching(query).isEmpty());
        return beside.heard()
                .filter(_ -> mayBeGood(widget) && known)
                .map(reason -> new Explained(Verdict.EMPTY_GOOD, nothing + ", while " + reason + GOOD));
    }

    /** A metric with a wildcard cannot report; that it has one is a finding of its own. */
    private static Explained neverReported(Widget widget, String nothing, Findings findings) {
        String message = nothing + ", and " + Texts.quoted(widget.metrics())
                + (widget.metrics().size() == 1 ? " is" : " are") + " not known to have reported in 30 days";
        if (widget.metrics().stream().noneMatch(name -> name.indexOf('*') >= 0)) {
            findings.add(Code.METRIC_NEVER_REPORTED, widget, message, "send the metric first, or read another one");
        }
        return new Explained(Verdict.EMPTY_UNKNOWN, message);
    }

    private Explained unexplained(Widget widget, String nothing, String why, Findings findings) {
        Optional<String> renamed = widget.metrics().stream()
                .flatMap(name -> renamings.ofSilent(name).stream())
                .findFirst();
        findings.add(
                Code.EMPTY_UNEXPLAINED,
                widget,
                nothing + "; " + why,
                renamed.map(name -> "perhaps it is now " + Texts.quoted(name))
                        .orElse("see whether the scope is right and the sender runs; if empty is good here, say so in"
                                + " the plan"));
        return new Explained(Verdict.EMPTY_UNKNOWN, nothing + "; " + why);
    }
}
