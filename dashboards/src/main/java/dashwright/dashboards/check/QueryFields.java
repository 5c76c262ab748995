package dashwright.dashboards.check;

import java.util.HashSet;
import java.util.Set;

/** Each query of a request has a source, a text and a name of its own. */
final class QueryFields implements WidgetRule {
    private static final Set<String> AGGREGATORS =
            Set.of("avg", "min", "max", "sum", "last", "area", "l2norm", "percentile");

    @Override
    public void check(Widget widget, Findings findings) {
        for (Request request : widget.requests()) {
            if (Json.list(request.json(), "queries").size() > request.queries().size()) {
                findings.add(
                        Code.FIELD_MISSING, widget, "an element of queries is not an object", "write {\"name\": …}");
            }
            boolean named = !request.old() && request.json().path("queries").isArray();
            Set<String> names = new HashSet<>();
            for (NamedQuery query : request.queries()) {
                if (named) {
                    checkName(widget, query, names, findings);
                }
                checkSource(widget, query, findings);
                checkAggregator(widget, query, findings);
            }
        }
    }

    private static void checkName(Widget widget, NamedQuery query, Set<String> names, Findings findings) {
        if (query.name().isBlank()) {
            findings.add(Code.QUERY_NAME, widget, "a query has no name", "name it, so that formulas can use it");
        } else if (!names.add(query.name())) {
            findings.add(
                    Code.QUERY_NAME,
                    widget,
                    "two queries of a request are named " + Texts.quoted(query.name()),
                    "rename one of them");
        }
    }

    private static void checkSource(Widget widget, NamedQuery query, Findings findings) {
        if (query.source().isBlank()) {
            findings.add(Code.FIELD_MISSING, widget, "a query has no data_source", "add \"data_source\": \"metrics\"");
        }
        if (query.readsMetrics() && query.text().isBlank()) {
            findings.add(Code.FIELD_MISSING, widget, "a query of metrics has no query text", "write avg:metric{*}");
        }
    }

    private static void checkAggregator(Widget widget, NamedQuery query, Findings findings) {
        String aggregator = Json.text(query.json(), "aggregator");
        if (query.readsMetrics() && !aggregator.isEmpty() && !AGGREGATORS.contains(aggregator)) {
            findings.add(
                    Code.AGGREGATOR_UNKNOWN,
                    widget,
                    "the query's aggregator over the window is " + Texts.quoted(aggregator),
                    "use avg, min, max, sum, last, area, l2norm or percentile");
        }
    }
}
