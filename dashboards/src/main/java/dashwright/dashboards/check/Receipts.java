package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.dashboards.check.Receipt.Fit;
import dashwright.dashboards.check.Receipt.MetricEvidence;
import dashwright.dashboards.check.ScopeConditions.Condition;
import dashwright.dashboards.query.Expression.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Joins what the layers found out about each widget. */
final class Receipts {
    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 300;

    private final Board board;
    private final Catalog catalog;

    Receipts(Board board, Catalog catalog) {
        this.board = board;
        this.catalog = catalog;
    }

    /** One for each widget that reads data. */
    List<Receipt> of(Map<String, Fit> fits, Map<String, Outcome> outcomes) {
        List<Receipt> receipts = new ArrayList<>();
        for (Widget widget : board.widgets()) {
            if (widget.readsData()) {
                Outcome outcome = outcomes.getOrDefault(widget.place(), Outcome.NOT_RUN);
                receipts.add(new Receipt(
                        widget.place(),
                        Texts.shortened(widget.title(), MAX_TITLE),
                        widget.type(),
                        metrics(widget),
                        outcome.tried(),
                        fits.get(widget.place()),
                        outcome.verdict(),
                        outcome.explanation()));
            }
        }
        return receipts;
    }

    private List<MetricEvidence> metrics(Widget widget) {
        return widget.metrics().stream()
                .flatMap(name -> catalog.metric(name).stream())
                .map(metric -> new MetricEvidence(
                        metric.name(),
                        metric.type(),
                        metric.unit(),
                        metric.liveness(),
                        Texts.shortened(metric.description(), MAX_DESCRIPTION),
                        verified(widget, metric)))
                .toList();
    }

    /** The tags that the widget names and the metric was seen with. */
    private static List<String> verified(Widget widget, Metric metric) {
        TreeSet<String> verified = new TreeSet<>();
        TagSet tags = metric.tags();
        for (Selector selector : widget.selectors()) {
            if (selector.metric().equals(metric.name())) {
                selector.groupBy().stream().filter(tags.keys()::contains).forEach(verified::add);
                for (Condition condition : ScopeConditions.of(selector.scope())) {
                    if (tags.valuesOf(condition.key()).stream().anyMatch(condition::matches)) {
                        verified.add(condition.key() + ":" + condition.value());
                    }
                }
            }
        }
        return List.copyOf(verified);
    }
}
