package dashwright.bot.conversation;

import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.Synced;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sees to it that the catalog is fresh before anybody plans from it, and says what could not be read. */
public final class FreshCatalogPlanning implements Planning {
    /** Names come and go slowly, and a listing costs reads. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final LiveCatalog catalog;
    private final Planning planning;

    /** Plans as the other does, over a catalog that is fresh. */
    public FreshCatalogPlanning(LiveCatalog catalog, Planning planning) {
        this.catalog = catalog;
        this.planning = planning;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        progress.step("Reading the metric catalog");
        Synced synced = catalog.ensureFresh(FRESH);
        progress.step("Searching " + synced.catalog().metrics().size() + " metrics and "
                + synced.catalog().spans().size() + " kinds of spans");
        PlanningOutcome outcome = planning.plan(request, progress);
        if (synced.gaps().isEmpty() || !(outcome instanceof Planned planned)) {
            return outcome;
        }
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.addAll(synced.gaps());
        return new Planned(planned.plan(), remarks);
    }
}
