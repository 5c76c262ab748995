package dashwright.tools.drafting;

import dashwright.catalog.search.Match;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.plan.DashboardPlan;
import java.util.List;

/** What came of a request: a plan, an honest gap, or a question back. */
public sealed interface PlanningOutcome {
    /**
     * A plan for what was asked.
     *
     * @param remarks what the person should know about it: what was assumed, what was left out and why
     * @param findings what of the request the plan does not answer; it belongs to the draft's evidence
     */
    record Planned(DashboardPlan plan, List<String> remarks, List<Finding> findings) implements PlanningOutcome {
        public Planned {
            remarks = List.copyOf(remarks);
            findings = List.copyOf(findings);
        }

        /** A plan that answers all of the request. */
        public Planned(DashboardPlan plan, List<String> remarks) {
            this(plan, remarks, List.of());
        }
    }

    /**
     * The catalog has nothing for it.
     *
     * @param lookedFor the words that were looked for
     * @param nearest the nearest there is, at most three
     * @param instrument what to send to Datadog so that it could be answered
     */
    record Gap(List<String> lookedFor, List<Match> nearest, String instrument) implements PlanningOutcome {
        public Gap {
            lookedFor = List.copyOf(lookedFor);
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * It could mean several things.
     *
     * @param question one short question
     * @param choices what can be answered, each a request that stands for itself
     */
    record Question(String question, List<String> choices) implements PlanningOutcome {
        public Question {
            choices = List.copyOf(choices);
        }
    }
}
