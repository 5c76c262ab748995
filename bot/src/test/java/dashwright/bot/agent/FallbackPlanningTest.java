package dashwright.bot.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Request;
import dashwright.bot.planner.CatalogPlanning;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FallbackPlanningTest {
    private static final Request REQUEST = Request.of("celery task errors", "U1", new Place("C1", "1.2"));

    private final AgentBench bench = new AgentBench();
    private final ScriptedModel model = new ScriptedModel();

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void takesTheModelsPlan() {
        model.calls("draft_dashboard", "{'request': 'celery task errors', 'title': 'By the model'}")
                .says("Done.");

        assertThat(((Planned) planning().plan(REQUEST, Progress.SILENT)).plan().title())
                .isEqualTo("By the model");
    }

    @Test
    void plansWithoutAModelThatFailsAndSaysSo() {
        model.fails(401);
        List<String> steps = Collections.synchronizedList(new ArrayList<>());

        Planned planned = (Planned) planning().plan(REQUEST, steps::add);

        assertThat(PlanCodec.writeYaml(planned.plan())).contains("celery.task.failed");
        assertThat(planned.remarks())
                .contains("The model's provider refused the key; check the key that belongs to DASH_MODEL; planned"
                        + " without it.");
        assertThat(steps).anyMatch(step -> step.endsWith("planning without it"));
    }

    @Test
    void plansWithoutAModelWhereNoneIsSet() {
        PlanningOutcome outcome = new FallbackPlanning(Optional.empty(), withoutModel()).plan(REQUEST, Progress.SILENT);

        assertThat(((Planned) outcome).remarks()).contains("No model is set (DASH_MODEL); planned without it.");
    }

    @Test
    void withoutAModelASimpleChangeIsMadeToTheDraftItself() {
        Planned first = (Planned) bench.planner.plan("celery retried");
        Request change = Request.of("last 24 hours", "U1", new Place("C1", "1.0"))
                .about(new Earlier("p1", "celery retried", first.plan()));

        PlanningOutcome outcome = new FallbackPlanning(Optional.empty(), withoutModel()).plan(change, Progress.SILENT);

        assertThat(((Planned) outcome).plan().window()).isEqualTo(Duration.ofDays(1));
        assertThat(((Planned) outcome).plan().sections()).isEqualTo(first.plan().sections());
    }

    private CatalogPlanning withoutModel() {
        return new CatalogPlanning(bench.planner);
    }

    private FallbackPlanning planning() {
        return new FallbackPlanning(
                Optional.of(new ModelPlanner(model.named(), bench.toolbox, AgentBench.LIMITS)), withoutModel());
    }
}
