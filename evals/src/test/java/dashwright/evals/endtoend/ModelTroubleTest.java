package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.approval.Proposal;
import dashwright.lab.Fault;
import dashwright.lab.model.ModelScript;
import dashwright.lab.model.Scripts;
import dashwright.lab.model.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that make things up, never end, say nothing or are away: the planner takes over, and the draft says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelTroubleTest {
    private static final String REQUEST = "celery worker memory and task errors";
    private static final String MODEL = "/v1/chat/completions";
    private static final int ALWAYS = 10_000;
    /** Far more than a dozen rounds take, far less than the minute and a half after which a model is given up. */
    private static final Duration BOUND = Duration.ofSeconds(45);

    private final Stage stage = Stage.open();

    ModelTroubleTest() throws IOException, InterruptedException {}

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @AfterEach
    void mendEverything() {
        stage.lab().faults().clear();
        stage.lab().model().play(Scripts.standard());
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("a model that invents", "the model ended without a draft", plays(Scripts.inventing())),
                trouble("a model that says nothing", "the model ended without a draft", plays(Scripts.silent())),
                trouble(
                        "a model that never ends",
                        "the model was not done after 12 rounds",
                        plays(Scripts.endless("find_metrics", "{\"text\": \"memory\"}"))),
                trouble(
                        "a model that hangs up",
                        "the connection to the model failed",
                        plays(Scripts.fixed(
                                Turn.hang(Duration.ofSeconds(1)),
                                Turn.hang(Duration.ofSeconds(1)),
                                Turn.hang(Duration.ofSeconds(1))))),
                trouble(
                        "a model that is down",
                        "the model's provider failed (HTTP 503)",
                        stage -> stage.lab().faults().add(Fault.status(MODEL, 503, ALWAYS))),
                trouble(
                        "a key that is refused",
                        "check the key that belongs to DASH_MODEL",
                        stage -> stage.lab().faults().add(Fault.status(MODEL, 401, ALWAYS))),
                trouble(
                        "a model that is asked too often",
                        "the model's provider allows no more calls for now",
                        stage -> stage.lab().faults().add(Fault.status(MODEL, 429, ALWAYS))));
    }

    private static Arguments trouble(String name, String remark, Consumer<Stage> begins) {
        return Arguments.argumentSet(name, remark, begins);
    }

    private static Consumer<Stage> plays(ModelScript script) {
        return stage -> stage.lab().model().play(script);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void thePlannerTakesOverAndSaysWhy(String remark, Consumer<Stage> begins) {
        begins.accept(stage);
        long asked = System.nanoTime();
        Drafted draft = stage.drafts(REQUEST);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(BOUND);
        assertThat(draft.proposal().remarks())
                .anyMatch(each -> each.startsWith("Planned without the model: ") && each.contains(remark));
        assertThat(draft.message().words()).contains(remark);
        assertThat(new Board(draft.proposal().json()).metrics()).contains("container.memory.usage");
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        Proposal published = stage.becomes(draft, Proposal.State.PUBLISHED);
        String standing =
                stage.datadog().board(published.board().orElseThrow().id()).toString();
        assertThat(standing).doesNotContain("invented").doesNotContain("Everything is fine");
        assertThat(new WorldFacts(stage.lab().world()).inventedBy(published.json()))
                .isEmpty();
    }

    @Test
    void aModelThatClaimsToHavePublishedHasWrittenNothing() {
        int before = stage.datadog().writes().size();
        stage.lab().model().play(Scripts.inventing());
        Drafted draft = stage.drafts(REQUEST);
        assertThat(stage.datadog().writes()).hasSize(before);
        assertThat(stage.answer(draft.asked())).doesNotContain("abc-def-ghi");
        assertThat(draft.message().words()).doesNotContain("abc-def-ghi").doesNotContain("42 checks");
    }

    @Test
    void aModelThatIsThereIsNamedWithWhatItCost() {
        assertThat(stage.drafts(REQUEST).proposal().remarks())
                .anyMatch(remark -> remark.startsWith("Planned with openai:lab in "))
                .noneMatch(remark -> remark.contains("without"));
    }
}
