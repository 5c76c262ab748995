package dashwright.bot.planner;

import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.Synced;
import dashwright.tools.drafting.Progress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sees to it that a catalog is fresh before something is planned from it. */
public final class FreshCatalog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "'at' HH:mm 'UTC on' d MMMM", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

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
        Synced synced = catalog.get().ensureFresh();
        progress.step("Searching " + synced.catalog().metrics().size() + " metrics and "
                + synced.catalog().spans().size() + " kinds of spans, listed "
                + TIME.format(synced.catalog().takenAt()));
        return synced.gaps();
    }
}
