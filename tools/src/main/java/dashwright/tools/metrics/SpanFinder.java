package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.SpanMatch;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.InstantSource;
import java.util.List;

/** Finds spans (services, operations, resources) by words. It spends no read. */
public final class SpanFinder {
    /** The most span groups of one answer. */
    public static final int MOST = 25;

    private final Knowledge knowledge;
    private final InstantSource clock;

    /** A finder over what is known. */
    public SpanFinder(Knowledge knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * The span groups that answer to a text.
     *
     * @param text words for what is looked for
     * @param limit the most groups, 1 to {@value #MOST}
     * @throws ToolRefusal where there are no words, or the limit is out of bounds
     */
    public FoundSpans find(String text, int limit) {
        Inputs.checkSearch(text, limit, MOST);
        Catalog catalog = knowledge.catalog();
        List<SpanMatch> matches = knowledge.search().search(text, limit).spans();
        return new FoundSpans(
                matches.stream()
                        .limit(limit)
                        .map(match -> new FoundSpans.Row(match.spans(), match.fit(), CatalogWords.why(match.reasons())))
                        .toList(),
                catalog.spans().size(),
                CatalogWords.age(catalog, clock));
    }
}
