package dashwright.bot;

import dashwright.catalog.search.Match;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.sync.LiveCatalog;
import java.util.Optional;

/**
 * The search as people use it: what they were shown is noted as wanted, so that its details are read first while nobody asks.
 *
 * @param search finds
 * @param catalog notes
 */
record NotedSearch(MetricSearch search, LiveCatalog catalog) implements MetricSearch {
    /** Whoever looks for something looks at the first few. */
    private static final int LOOKED_AT = 5;

    @Override
    public SearchResult search(String text, int limit) {
        SearchResult found = search.search(text, limit);
        // A search for one answer only asks whether there is any; nobody is shown it.
        if (limit > 1 && found.answered()) {
            catalog.want(found.metrics().stream()
                    .limit(LOOKED_AT)
                    .map(match -> match.metric().name())
                    .toList());
        }
        return found;
    }

    @Override
    public Optional<Match> judge(String text, String metric) {
        return search.judge(text, metric);
    }
}
