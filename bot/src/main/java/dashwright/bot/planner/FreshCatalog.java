package dashwright.bot.planner;

import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.Synced;
import dashwright.tools.drafting.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sees to it that a catalog is fresh before something is planned from it. */
public final class FreshCatalog {
    /** Names come and go slowly, and a listing costs reads. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final Optional<LiveCatalog> catalog;

    /** For this catalog; empty where it is fixed. */
    public FreshCatalog(Optional<LiveCatalog> catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads the catalog where it is not fresh.
     *
     * @return what could not be read, in words for people
     */
    public List<String> ensure(Progress progress) {
        if (catalog.isEmpty()) {
            progress.step("Searching the catalog");
            return List.of();
        }
        progress.step("Reading the metric catalog");
        Synced synced = catalog.get().ensureFresh(FRESH);
        progress.step("Searching " + synced.catalog().metrics().size() + " metrics and "
                + synced.catalog().spans().size() + " kinds of spans");
        return synced.gaps();
    }
}
