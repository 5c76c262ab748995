package dashwright.bot.agent;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Request;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model first, where there is one; without it the planner serves, and says so. */
public final class FallbackPlanning implements Planning {
    private final Optional<ModelPlanner> model;
    private final Planning otherwise;

    /**
     * A planning.
     *
     * @param model empty where no model is set
     * @param otherwise needs no model
     */
    public FallbackPlanning(Optional<ModelPlanner> model, Planning otherwise) {
        this.model = model;
        this.otherwise = otherwise;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        if (model.isEmpty()) {
            return withoutModel(request, "no model is set (DASH_MODEL)", progress);
        }
        return switch (model.get().plan(task(request), progress)) {
            case ModelOutcome.Done done -> done.outcome();
            case ModelOutcome.Nothing nothing -> {
                progress.step(ModelPlanner.sentence(nothing.reason()) + "; planning without it");
                yield withoutModel(request, nothing.reason(), progress);
            }
        };
    }

    private static ModelTask task(Request request) {
        @Nullable Earlier earlier = request.earlier();
        String place = request.place().channel() + " " + request.place().thread();
        return new ModelTask(request.text(), earlier == null ? null : earlier.plan(), place);
    }

    private PlanningOutcome withoutModel(Request request, String reason, Progress progress) {
        PlanningOutcome outcome = otherwise.plan(request, progress);
        if (!(outcome instanceof PlanningOutcome.Planned planned)) {
            return outcome;
        }
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.add(ModelPlanner.sentence(reason) + "; planned without it.");
        return new PlanningOutcome.Planned(planned.plan(), remarks);
    }
}
