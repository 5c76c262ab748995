package dashwright.bot.agent;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Request;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model first, where there is one; without it the planner serves, and says so. */
public final class FallbackPlanning implements Planning {
    private final Optional<ModelPlanner> model;
    private final RequestPlanner planner;

    /**
     * A planning.
     *
     * @param model empty where no model is set
     * @param planner needs no model
     */
    public FallbackPlanning(Optional<ModelPlanner> model, RequestPlanner planner) {
        this.model = model;
        this.planner = planner;
    }

    @Override
    public PlanningOutcome plan(Request request, Progress progress) {
        if (model.isEmpty()) {
            return withoutModel(request, "no model is set (DASH_MODEL)");
        }
        return switch (model.get().plan(task(request), progress)) {
            case ModelOutcome.Done done -> done.outcome();
            case ModelOutcome.Nothing nothing -> {
                progress.step(ModelPlanner.sentence(nothing.reason()) + "; planning without it");
                yield withoutModel(request, nothing.reason());
            }
        };
    }

    private static ModelTask task(Request request) {
        @Nullable Earlier earlier = request.earlier();
        String place = request.place().channel() + " " + request.place().thread();
        return new ModelTask(request.text(), earlier == null ? null : earlier.plan(), place);
    }

    /** The planner does not understand changes; with the words of both requests it plans a board that answers to both. */
    private PlanningOutcome withoutModel(Request request, String reason) {
        Earlier earlier = request.earlier();
        String text = earlier == null ? request.text() : earlier.request() + ", " + request.text();
        PlanningOutcome outcome = planner.plan(text);
        if (!(outcome instanceof PlanningOutcome.Planned planned)) {
            return outcome;
        }
        List<String> remarks = new ArrayList<>(planned.remarks());
        remarks.add(ModelPlanner.sentence(reason) + "; planned without it.");
        if (earlier != null) {
            remarks.add("To change a draft by words takes a model, so this is a new plan from both requests.");
        }
        return new PlanningOutcome.Planned(planned.plan(), remarks);
    }
}
