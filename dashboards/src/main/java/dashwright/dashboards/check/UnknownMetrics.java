package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.MetricSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Metrics that the catalog lacks: a guess at what they are called now, or the nearest that there are. */
final class UnknownMetrics {
    private static final int NEAREST = 3;

    private final Catalog catalog;
    private final MetricSearch search;
    private final Renamings renamings;
    private final Map<String, String> fixes = new HashMap<>();

    UnknownMetrics(Catalog catalog, MetricSearch search) {
        this.catalog = catalog;
        this.search = search;
        this.renamings = new Renamings(catalog);
    }

    /** Reports a metric; one with a wildcard is a fault of form and reported there. */
    void report(Widget widget, String metric, Findings findings) {
        if (metric.indexOf('*') < 0) {
            findings.add(
                    Code.METRIC_UNKNOWN,
                    widget,
                    "the catalog of " + Texts.counted(catalog.metrics().size(), "metric", "metrics") + " has no "
                            + Texts.quoted(metric),
                    fixes.computeIfAbsent(metric, this::fix));
        }
    }

    private String fix(String metric) {
        return renamings
                .ofAbsent(metric)
                .map(name -> "perhaps it is now " + Texts.quoted(name))
                .orElseGet(() -> nearest(metric));
    }

    private String nearest(String metric) {
        String words = metric.replaceAll("[._-]+", " ").strip();
        List<String> nearest = words.isEmpty()
                ? List.of()
                : search.search(words, NEAREST).metrics().stream()
                        .limit(NEAREST)
                        .map(match -> match.metric().name())
                        .toList();
        return nearest.isEmpty()
                ? "nothing like it is there: send the metric first, or remove the query"
                : "the nearest there are: " + Texts.quoted(nearest);
    }
}
