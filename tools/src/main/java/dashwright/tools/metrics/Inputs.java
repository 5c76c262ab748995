package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.MetricSearch;
import dashwright.tools.datadog.ForeignText;

/** Checks of what a model or a person asks for. */
final class Inputs {
    private Inputs() {}

    static void checkSearch(String text, int limit, int most) {
        if (text.isBlank()) {
            throw new ToolRefusal("There are no words to look for; say in a few words what is to be measured");
        }
        if (limit < 1 || limit > most) {
            throw new ToolRefusal("The limit is " + limit + "; it must be from 1 to " + most);
        }
    }

    /** The metric with this name, or a refusal that names the nearest there are. */
    static Metric metric(Catalog catalog, MetricSearch search, String name) {
        return catalog.metric(name).orElseThrow(() -> new ToolRefusal(noSuch(search, name)));
    }

    static String noSuch(MetricSearch search, String name) {
        return "There is no metric '" + ForeignText.clean(name, 120) + "' in the catalog."
                + CatalogWords.nearest(search, name);
    }
}
