package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.SearchResult;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.InstantSource;

/** Finds metrics by words. It spends no read: what the catalog does not know yet is shown as not known. */
public final class MetricFinder {
    /** The most metrics of one answer. */
    public static final int MOST = 25;

    private static final int DESCRIPTION = 90;

    private final Knowledge knowledge;
    private final InstantSource clock;

    /** A finder over what is known. */
    public MetricFinder(Knowledge knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * The metrics that answer to a text.
     *
     * @param text words for what is looked for
     * @param limit the most metrics, 1 to {@value #MOST}
     * @throws ToolRefusal where there are no words, or the limit is out of bounds
     */
    public FoundMetrics find(String text, int limit) {
        Inputs.checkSearch(text, limit, MOST);
        Catalog catalog = knowledge.catalog();
        SearchResult result = knowledge.finder().search(text, limit);
        return new FoundMetrics(
                result.metrics().stream().map(MetricFinder::row).toList(),
                result.missing(),
                result.answered(),
                CatalogWords.age(catalog, clock));
    }

    private static FoundMetrics.Row row(Match match) {
        Metric metric = match.metric();
        return new FoundMetrics.Row(
                metric.name(),
                metric.type(),
                CatalogWords.unit(metric),
                metric.liveness(),
                match.fit(),
                ForeignText.clean(metric.description(), DESCRIPTION),
                CatalogWords.why(match.reasons()));
    }
}
