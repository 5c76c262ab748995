package dashwright.dashboards.check;

import dashwright.catalog.Metric;
import dashwright.dashboards.query.Expression.Selector;

/** A selector on a widget together with what the catalog knows of its metric. */
record MetricUse(Widget widget, Request request, NamedQuery query, Selector selector, Metric metric) {
    boolean isCounted() {
        return selector.modifiers().stream()
                .anyMatch(modifier ->
                        modifier.name().equals("as_count") || modifier.name().equals("as_rate"));
    }

    /** As a person would name it. */
    String named() {
        return Texts.quoted(metric.name());
    }
}
