package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.MetricSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Metrics that the catalog lacks: a guess at what they are called now, and the nearest that there are. */
final class UnknownMetrics {
    private static final int NEAREST = 3;

    private final Catalog catalog;
    private final MetricSearch search;
    private final Map<String, String> fixes = new HashMap<>();

    UnknownMetrics(Catalog catalog, MetricSearch search) {
        this.catalog = catalog;
        this.search = search;
    }

    void report(Widget widget, String metric, Findings findings) {
        if (metric.indexOf('*') >= 0) {
            return;
        }
        findings.add(
                Code.METRIC_UNKNOWN,
                widget,
                "the catalog of " + Texts.counted(catalog.metrics().size(), "metric", "metrics") + " has no "
                        + Texts.quoted(metric),
                fixes.computeIfAbsent(metric, this::fix));
    }

    private String fix(String metric) {
        Optional<String> renamed = renamed(metric);
        if (renamed.isPresent()) {
            return "perhaps it is now " + Texts.quoted(renamed.get());
        }
        List<String> nearest = nearest(metric);
        return nearest.isEmpty()
                ? "nothing like it is there: send the metric first, or remove the query"
                : "the nearest there are: " + Texts.quoted(nearest);
    }

    /**
     * A metric is often renamed by a prefix that came or went ({@code prs.open}, {@code github.prs.open}) or by another
     * spelling of its separators.
     */
    private Optional<String> renamed(String metric) {
        String wanted = normal(metric);
        return catalog.metrics().stream()
                .map(Metric::name)
                .filter(name -> {
                    String known = normal(name);
                    return known.equals(wanted) || known.endsWith("." + wanted) || wanted.endsWith("." + known);
                })
                .max((one, other) -> Integer.compare(shared(one, wanted), shared(other, wanted)));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
    }

    /** The closer the lengths, the less was changed. */
    private static int shared(String name, String wanted) {
        return -Math.abs(name.length() - wanted.length());
    }

    private List<String> nearest(String metric) {
        String words = metric.replaceAll("[._-]+", " ").strip();
        return words.isEmpty()
                ? List.of()
                : search.search(words, NEAREST).metrics().stream()
                        .limit(NEAREST)
                        .map(match -> match.metric().name())
                        .toList();
    }
}
