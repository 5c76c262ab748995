package dashwright.bot.lessons;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.MetricSearch;
import dashwright.tools.drafting.RequestPlanner;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalog in which it is looked up whether there is a metric; none may be known yet. */
public final class KnownCatalog {
    private final Supplier<Optional<Catalog>> catalog;
    private final Supplier<MetricSearch> search;

    private KnownCatalog(Supplier<Optional<Catalog>> catalog, Supplier<MetricSearch> search) {
        this.catalog = catalog;
        this.search = search;
    }

    /** A catalog as it was kept, or none. It is indexed only where something has to be searched in it. */
    public static KnownCatalog kept(Optional<Catalog> kept) {
        return new KnownCatalog(
                () -> kept, () -> CatalogIndex.of(kept.orElseGet(() -> Catalog.empty(Instant.EPOCH))));
    }

    /** A catalog that changes; one that was never listed is not known. */
    public static KnownCatalog of(RequestPlanner.Knowledge knowledge) {
        return new KnownCatalog(
                () -> Optional.of(knowledge.catalog())
                        .filter(catalog -> catalog.takenAt().isAfter(Instant.EPOCH)),
                knowledge::search);
    }

    Optional<Catalog> catalog() {
        return catalog.get();
    }

    MetricSearch search() {
        return search.get();
    }
}
