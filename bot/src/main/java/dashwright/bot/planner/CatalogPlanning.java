package dashwright.bot.planner;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Request;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.Synced;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import dashwright.tools.drafting.RequestPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans without a model: a new board from the catalog, or simple changes to an earlier draft. */
public final class CatalogPlanning implements Planning {
    /** Names come and go slowly, and a listing costs reads. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final Optional<LiveCatalog> catalog;
    private final RequestPlanner planner;
    private final DraftEdits edits = new DraftEdits(Words.load());

    /**
     * Plans over a catalog.
     *
     * @param catalog kept fresh before each plan; empty where the catalog is fixed
     * @param planner makes new boards
     */
    public CatalogPlanning(Optional<LiveCatalog> catalog, RequestPlanner planner) {
        this.catalog = catalog;
        this.planner = planner;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        List<String> gaps = freshen(progress);
        Earlier earlier = request.earlier();
        PlanningOutcome outcome = earlier == null ? planner.plan(request.text()) : changed(request.text(), earlier);
        return outcome instanceof Planned planned ? remarked(planned, gaps) : outcome;
    }

    /** What was asked is a change of the draft; where it is none that can be made, it is a request of its own. */
    private PlanningOutcome changed(String text, Earlier earlier) {
        return edits.apply(text, earlier.plan(), planner)
                .map(PlanningOutcome.class::cast)
                .orElseGet(() -> planner.plan(text));
    }

    private List<String> freshen(Progress progress) {
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

    private static Planned remarked(Planned planned, List<String> gaps) {
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.addAll(gaps);
        return new Planned(planned.plan(), remarks);
    }
}
