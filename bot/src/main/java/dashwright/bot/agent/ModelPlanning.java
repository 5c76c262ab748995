package dashwright.bot.agent;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.PlanningUnavailableException;
import dashwright.bot.conversation.Request;
import dashwright.bot.planner.FreshCatalog;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import java.util.ArrayList;
import java.util.List;

/** Plans with a model: new boards, and changes to an earlier draft. Where nothing comes of it, another way is open. */
public final class ModelPlanning implements Planning {
    private final FreshCatalog catalog;
    private final ModelPlanner model;

    /**
     * Plans with a model.
     *
     * @param catalog made fresh before the model looks at it
     */
    public ModelPlanning(FreshCatalog catalog, ModelPlanner model) {
        this.catalog = catalog;
        this.model = model;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        List<String> gaps = catalog.ensure(progress);
        return switch (model.plan(task(request), progress)) {
            case ModelOutcome.Done done -> remarked(done.outcome(), gaps);
            case ModelOutcome.Nothing nothing -> throw new PlanningUnavailableException(nothing.reason());
        };
    }

    private static ModelTask task(Request request) {
        Earlier earlier = request.earlier();
        String conversation = request.place().channel() + " " + request.place().thread();
        return new ModelTask(request.text(), earlier == null ? null : earlier.plan(), conversation);
    }

    private static PlanningOutcome remarked(PlanningOutcome outcome, List<String> gaps) {
        if (!(outcome instanceof Planned planned)) {
            return outcome;
        }
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.addAll(gaps);
        return new Planned(planned.plan(), remarks, planned.findings());
    }
}
