package dashwright.tools.drafting;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.sync.LiveCatalog;
import java.util.Collection;

/** What is known of a live catalog. */
public final class LiveKnowledge implements RequestPlanner.Knowledge {
    private final LiveCatalog catalog;

    /** Reads through this catalog, within its budget. */
    public LiveKnowledge(LiveCatalog catalog) {
        this.catalog = catalog;
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
}
