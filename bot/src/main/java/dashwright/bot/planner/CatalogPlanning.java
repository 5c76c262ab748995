package dashwright.bot.planner;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Request;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans without a model: a new board from the catalog, or simple changes to an earlier draft. */
public final class CatalogPlanning implements Planning {
    private final FreshCatalog catalog;
    private final RequestPlanner planner;
    private final String remark;
    private final DraftEdits edits;

    /**
     * Plans over a catalog.
     *
     * @param catalog kept fresh before each plan; empty where the catalog is fixed
     * @param planner makes new boards
     * @param knowledge what changes of drafts may read of the catalog
     * @param remark what stands beside each plan, as that no model is set; empty for nothing
     */
    public CatalogPlanning(
            Optional<LiveCatalog> catalog, RequestPlanner planner, RequestPlanner.Knowledge knowledge, String remark) {
        this.catalog = new FreshCatalog(catalog);
        this.planner = planner;
        this.remark = remark;
        this.edits = new DraftEdits(Words.load(), planner, knowledge);
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        List<String> gaps = catalog.ensure(progress);
        Earlier earlier = request.earlier();
        PlanningOutcome outcome =
                earlier == null ? planner.plan(request.text()) : edits.apply(request.text(), earlier.plan());
        return outcome instanceof Planned planned ? remarked(planned, gaps) : outcome;
    }

    private Planned remarked(Planned planned, List<String> gaps) {
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.addAll(gaps);
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
        return new Planned(planned.plan(), remarks, planned.findings());
    }
}
