package dashwright.bot.planner;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Request;
<<<<<<< HEAD
=======
import dashwright.catalog.sync.LiveCatalog;
>>>>>>> agent
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.drafting.RequestPlanner;
<<<<<<< HEAD

/** Plans without a model: a new board from the catalog, or simple changes to an earlier draft. */
public final class CatalogPlanning implements Planning {
    private final RequestPlanner planner;
    private final DraftEdits edits = new DraftEdits(Words.load());

    /** Plans new boards with this planner. */
    public CatalogPlanning(RequestPlanner planner) {
=======
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans without a model: a new board from the catalog, or simple changes to an earlier draft. */
public final class CatalogPlanning implements Planning {
    private final FreshCatalog catalog;
    private final RequestPlanner planner;
    private final DraftEdits edits = new DraftEdits(Words.load());

    /**
     * Plans over a catalog.
     *
     * @param catalog kept fresh before each plan; empty where the catalog is fixed
     * @param planner makes new boards
     */
    public CatalogPlanning(Optional<LiveCatalog> catalog, RequestPlanner planner) {
        this.catalog = new FreshCatalog(catalog);
>>>>>>> agent
        this.planner = planner;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
<<<<<<< HEAD
        progress.step("Finding what the request is about");
=======
        List<String> gaps = catalog.ensure(progress);
>>>>>>> agent
        Earlier earlier = request.earlier();
        return earlier == null ? planner.plan(request.text()) : changed(request.text(), earlier);
    }

    /** What was asked is a change of the draft; where it is none that can be made, it is a request of its own. */
    private PlanningOutcome changed(String text, Earlier earlier) {
        return edits.apply(text, earlier.plan(), planner)
                .map(PlanningOutcome.class::cast)
                .orElseGet(() -> planner.plan(text));
    }
<<<<<<< HEAD
=======

    private static Planned remarked(Planned planned, List<String> gaps) {
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.addAll(gaps);
        return new Planned(planned.plan(), remarks);
    }
>>>>>>> agent
}
