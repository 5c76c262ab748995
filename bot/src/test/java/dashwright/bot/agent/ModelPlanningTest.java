package dashwright.bot.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.conversation.Earlier;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.PlanningUnavailableException;
import dashwright.bot.conversation.Request;
import dashwright.bot.planner.FreshCatalog;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelPlanningTest {
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

        assertThat(plan(REQUEST).plan().title()).isEqualTo("By the model");
    }

    @Test
    void changesTheEarlierDraft() {
        Planned first = (Planned) bench.planner.plan("celery task errors");
        model.calls("revise_draft", "{'edits': [{'do': 'window', 'window': '7d'}]}")
                .says("Done.");

        Planned changed = plan(REQUEST.about(new Earlier("p1", "celery task errors", first.plan())));

        assertThat(changed.plan().window()).isEqualTo(Duration.ofDays(7));
        assertThat(changed.plan().sections()).isEqualTo(first.plan().sections());
    }

    @Test
    void wordsThatNothingAnswersReachTheEvidenceThroughTheModelToo() {
        String words = "celery task errors and memory";
        Planned alone = (Planned) bench.planner.plan(words);
        assertThat(alone.findings()).isNotEmpty();
        model.calls("draft_dashboard", "{'request': '" + words + "'}")
                .calls("revise_draft", "{'edits': [{'do': 'window', 'window': '7d'}]}")
                .says("Done.");

        assertThat(plan(Request.of(words, "U0ALICE", new Place("C1", "1.0"))).findings())
                .isEqualTo(alone.findings());
    }

    @Test
    void isNotOpenWhereNothingComesOfIt() {
        model.fails(401);

        assertThatThrownBy(() -> plan(REQUEST))
                .isInstanceOf(PlanningUnavailableException.class)
                .hasMessage("the model's provider refused the key; check the key that belongs to DASH_MODEL");
    }

    private Planned plan(Request request) {
        ModelPlanner planner = new ModelPlanner(model.named(), bench.toolbox, AgentBench.LIMITS);
        return (Planned) new ModelPlanning(new FreshCatalog(Optional.empty()), planner).plan(request, Progress.SILENT);
    }
}
