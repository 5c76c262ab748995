package dashwright.bot.planner;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Request;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.drafting.RequestPlanner;

/** Plans without a model: a new board from the catalog, or simple changes to an earlier draft. */
public final class CatalogPlanning implements Planning {
    private final RequestPlanner planner;
    private final DraftEdits edits = new DraftEdits(Words.load());

    /** Plans new boards with this planner. */
    public CatalogPlanning(RequestPlanner planner) {
        this.planner = planner;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        progress.step("Finding what the request is about");
        Earlier earlier = request.earlier();
        return earlier == null ? planner.plan(request.text()) : changed(request.text(), earlier);
    }

    /** What was asked is a change of the draft; where it is none that can be made, it is a request of its own. */
    private PlanningOutcome changed(String text, Earlier earlier) {
        return edits.apply(text, earlier.plan(), planner)
                .map(PlanningOutcome.class::cast)
                .orElseGet(() -> planner.plan(text));
    }
}
