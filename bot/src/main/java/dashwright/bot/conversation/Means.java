package dashwright.bot.conversation;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.RerankedSearch;
import dashwright.tools.drafting.Drafter;
import dashwright.tools.health.StatusReporter;
import java.util.List;
import java.util.function.Supplier;

/**
 * What requests are worked on with.
 *
 * @param plannings the ways to a plan, the preferred one first; at least one
 * @param drafter composes and checks
 * @param reporter says how things stand
 * @param search the search over the catalog
 * @param catalog the catalog, read where it is not fresh; may take seconds and fail
 */
public record Means(
        List<Planning> plannings,
        Drafter drafter,
        StatusReporter reporter,
        RerankedSearch search,
        Supplier<Catalog> catalog) {
    public Means {
        if (plannings.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one way to a plan");
        }
        plannings = List.copyOf(plannings);
    }
}
