package dashwright.bot.lessons;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.sync.SourceException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog in which it is looked up whether there is a metric; none may be known yet. */
public final class KnownCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(KnownCatalog.class);

    private final Supplier<Optional<Catalog>> catalog;
    private final Supplier<MetricSearch> search;

    private KnownCatalog(Supplier<Optional<Catalog>> catalog, Supplier<MetricSearch> search) {
        this.catalog = catalog;
        this.search = search;
    }

    /** A catalog as it was kept, or none. It is indexed only where something has to be searched in it. */
    public static KnownCatalog kept(Optional<Catalog> kept) {
        return new KnownCatalog(() -> kept, () -> CatalogIndex.of(kept.orElseGet(() -> Catalog.empty(Instant.EPOCH))));
    }

    /**
     * A team's own catalog, listed where it is not fresh; where it never could be, none is known.
     *
     * @param fresh may take seconds, and fail
     */
    public static KnownCatalog live(Supplier<Catalog> fresh, Supplier<MetricSearch> search) {
        return new KnownCatalog(
                () -> {
                    try {
                        return Optional.of(fresh.get());
                    } catch (SourceException unreadable) {
                        LOG.warn("Metrics cannot be looked up for a lesson", unreadable);
                        return Optional.empty();
                    }
                },
                search);
    }

    Optional<Catalog> catalog() {
        return catalog.get();
    }

    MetricSearch search() {
        return search.get();
    }
}
