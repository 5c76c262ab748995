package dashwright.tools.drafting;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.Lessons;
import dashwright.catalog.search.MetricSearch;
import java.util.Collection;

/** A catalog that is all there is, as one read from a file: nothing more can be found out. */
public final class FixedKnowledge implements RequestPlanner.Knowledge {
    private final CatalogIndex index;

    /** Knows this catalog. */
    public FixedKnowledge(Catalog catalog) {
        this(catalog, Lessons.NONE);
    }

    /** Knows this catalog, and what was taught. */
    public FixedKnowledge(Catalog catalog, Lessons lessons) {
        this.index = CatalogIndex.of(catalog).with(lessons);
    }

    @Override
    public Catalog catalog() {
        return index.catalog();
    }

    @Override
    public MetricSearch search() {
        return index;
    }

    @Override
    public Catalog describe(Collection<String> metrics) {
        return catalog();
    }

    @Override
    public Catalog enrich(Collection<String> metrics) {
        return catalog();
    }

    @Override
    public Catalog carrying(String tagKey, String tagValue) {
        return catalog();
    }
}
