package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.dashboards.check.Receipt.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a widget is empty. That nothing went wrong is good news only where something is known to be able to say so: a count
 * of errors that reported within 30 days, or whose sender reports its other metrics.
 */
final class Emptiness {
    private final Catalog catalog;
    private final Set<String> declaredGood;

    /** A verdict on an empty widget and its reason. */
    record Explained(Verdict verdict, String text) {}

    /**
     * Ready to explain.
     *
     * @param declaredGood the places of widgets of which their author says that empty is good
     */
    Emptiness(Catalog catalog, Set<String> declaredGood) {
        this.catalog = catalog;
        this.declaredGood = Set.copyOf(declaredGood);
    }

    Explained explain(Attempt attempt, Findings findings) {
        Widget widget = attempt.widget();
        String nothing = "nothing in " + Texts.duration(attempt.range().length());
        List<Metric> metrics = known(widget);
        if (widget.metrics().isEmpty()) {
            return spans(widget, nothing)
                    .orElseGet(() -> unexplained(widget, nothing, "of its source nothing is known", findings));
        }
        Optional<String> good = goodReason(widget, metrics);
        if (good.isPresent()) {
            return new Explained(Verdict.EMPTY_GOOD, nothing + "; " + good.get() + ": empty, which is good");
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
    private Optional<String> goodReason(Widget widget, List<Metric> metrics) {
        boolean declared = declaredGood.contains(widget.place());
        boolean titled = ErrorWords.speakOfErrors(widget.title());
        List<Metric> counts = metrics.stream()
                .filter(metric -> declared || metric.type().isCounted())
                .filter(metric -> declared || titled || ErrorWords.speakOfErrors(metric.name()))
                .toList();
        boolean allKnown = metrics.size() == widget.metrics().size();
        if (counts.isEmpty() || !allKnown) {
            return Optional.empty();
        }
        boolean othersReport =
                metrics.stream().filter(metric -> !counts.contains(metric)).allMatch(Emptiness::reports);
        boolean countsKnown = counts.stream()
                .allMatch(metric -> reports(metric) || sibling(metric).isPresent());
        return othersReport && countsKnown ? Optional.of(reason(counts.getFirst())) : Optional.empty();
    }

    private String reason(Metric count) {
        if (reports(count)) {
            return heard(count);
        }
        return heard(count) + " and "
                + sibling(count).map(Metric::name).map(Texts::quoted).orElse("") + " of the same sender reports";
    }

    private static boolean reports(Metric metric) {
        return switch (metric.liveness()) {
            case LIVE, RECENT, QUIET -> true;
            case GONE, UNKNOWN -> false;
        };
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

    /** Another metric of the same family that reported within the day: its sender is alive. */
    private Optional<Metric> sibling(Metric metric) {
        int lastDot = metric.name().lastIndexOf('.');
        if (lastDot <= 0) {
            return Optional.empty();
        }
        return catalog.metricsUnder(metric.name().substring(0, lastDot + 1)).stream()
                .filter(other -> !other.name().equals(metric.name()))
                .filter(other -> other.liveness() == Liveness.LIVE || other.liveness() == Liveness.RECENT)
                .findFirst();
    }

    private Optional<Explained> spans(Widget widget, String nothing) {
        boolean errors = declaredGood.contains(widget.place()) || ErrorWords.speakOfErrors(widget.title());
        SpanQueries spans = new SpanQueries(catalog);
        return widget.queries().stream()
                .filter(query -> errors && query.readsSpans())
                .flatMap(query -> spans.matching(query).stream())
                .map(SpanGroup::service)
                .findFirst()
                .map(service -> new Explained(
                        Verdict.EMPTY_GOOD,
                        nothing + "; other spans of " + Texts.quoted(service) + " come in: empty, which is good"));
    }

    private static Explained neverReported(Widget widget, String nothing, Findings findings) {
        String message = nothing + ", and " + Texts.quoted(widget.metrics())
                + (widget.metrics().size() == 1 ? " is" : " are") + " not known to have reported in 30 days";
        findings.add(Code.METRIC_NEVER_REPORTED, widget, message, "send the metric first, or read another one");
        return new Explained(Verdict.EMPTY_UNKNOWN, message);
    }

    private static Explained unexplained(Widget widget, String nothing, String why, Findings findings) {
        findings.add(
                Code.EMPTY_UNEXPLAINED,
                widget,
                nothing + "; " + why,
                "see whether the scope is right and the sender runs; if empty is good here, say so in the plan");
        return new Explained(Verdict.EMPTY_UNKNOWN, nothing + "; " + why);
    }
}
