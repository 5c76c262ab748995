package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.MetricSearch;
import dashwright.dashboards.query.Expression.Selector;
import java.util.List;
import java.util.Optional;

/** The second layer: is it really there, and is it read as it was sent? */
final class CatalogCheck {
    private final Board board;
    private final Catalog catalog;
    private final UnknownMetrics unknown;
    private final List<MetricRule> metricRules;

    CatalogCheck(Board board, Catalog catalog, MetricSearch search) {
        this.board = board;
        this.catalog = catalog;
        this.unknown = new UnknownMetrics(catalog, search);
        this.metricRules = List.of(
                new MetricAlive(new Renamings(catalog)),
                new ScopeTags(new Family(catalog)),
                new GroupTags(),
                new CountsAsCounts(),
                new SummedCounts(),
                new Percentiles(),
                new SummedGauges());
    }

    void check(Findings findings) {
        new UnusedVariables().check(board, findings);
        VariableUse variables = new VariableUse(board);
        SpanQueries spans = new SpanQueries(catalog);
        FormulaUnits units = new FormulaUnits(catalog);
        for (Widget widget : board.widgets()) {
            for (Request request : widget.requests()) {
                request.queries().forEach(query -> check(widget, request, query, findings));
            }
            variables.check(widget, catalog, findings);
            spans.check(widget, findings);
            units.check(widget, findings);
        }
    }

    private void check(Widget widget, Request request, NamedQuery query, Findings findings) {
        for (Selector selector : query.selectors()) {
            Optional<Metric> metric = catalog.metric(selector.metric());
            if (metric.isEmpty()) {
                unknown.report(widget, selector.metric(), findings);
            } else {
                MetricUse use = new MetricUse(widget, request, query, selector, metric.get());
                metricRules.forEach(rule -> rule.check(use, findings));
            }
        }
    }
}
