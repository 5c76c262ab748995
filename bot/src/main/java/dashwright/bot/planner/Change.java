package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Edited;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanEdits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person's words did to a plan. */
sealed interface Change {
    /** The plan is another one now; the remarks say what changed. */
    record Made(DashboardPlan plan, List<String> remarks) implements Change {
        public Made {
            remarks = List.copyOf(remarks);
        }

        /** The same with more to say of it. */
        Made and(List<String> more) {
            return new Made(
                    plan,
                    Stream.concat(remarks.stream(), more.stream()).distinct().toList());
        }
    }

    /**
     * The words are a change, but one that cannot be made here.
     *
     * @param why and what would be possible, for people
     * @param choices changes that were probably meant, each as it could be said; empty for none
     */
    record Refused(String why, List<String> choices) implements Change {
        public Refused {
            choices = List.copyOf(choices);
        }

        Refused(String why) {
            this(why, List.of());
        }
    }

    /** The edits made, or where one of them cannot be made none of them. */
    static Change of(DashboardPlan plan, List<PlanEdit> edits, String remark) {
        Edited edited = PlanEdits.apply(plan, edits);
        if (!edited.problems().isEmpty()) {
            return new Refused(edited.problems().stream()
                    .limit(3)
                    .map(problem -> problem.message() + " " + problem.fix())
                    .collect(Collectors.joining(" ")));
        }
        return made(plan, edited.plan(), remark);
    }

    /** The changed plan, or where it is the same that the board is so already. */
    static Change made(DashboardPlan before, DashboardPlan after, String remark) {
        return after.equals(before) ? new Refused("The board is so already.") : new Made(after, List.of(remark));
    }
}
