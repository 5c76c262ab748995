package dashwright.tools.drafting;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.dashboards.live.QueryRunner;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

/** What is known of a live catalog. */
public final class LiveKnowledge implements RequestPlanner.Knowledge {
    private final LiveCatalog catalog;
    private final LiveLevels levels;

    /**
     * Reads through this catalog, within its budget.
     *
     * @param runner answers what gauges read
     * @param clock what "now" is to such a question
     */
    public LiveKnowledge(LiveCatalog catalog, QueryRunner runner, InstantSource clock) {
        this.catalog = catalog;
        this.levels = new LiveLevels(runner, clock);
    }

    @Override
    public Catalog catalog() {
        return catalog.catalog();
    }

    @Override
    public MetricSearch search() {
        return catalog.search();
    }

    @Override
    public Catalog describe(Collection<String> metrics) {
        return catalog.describe(metrics).catalog();
    }

    @Override
    public Catalog enrich(Collection<String> metrics) {
        return catalog.enrich(metrics).catalog();
    }

    @Override
    public Catalog carrying(String tagKey, String tagValue) {
        return catalog.carrying(tagKey, tagValue).catalog();
    }

    @Override
    public Map<String, Level> levels(Collection<String> metrics) {
        return levels.of(metrics);
    }
}
