package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.approval.Proposal;
import dashwright.lab.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Datadog has no key against doing something twice: whatever gets lost on the way, one approval makes one board. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostAnswersTest {
    private static final String REQUEST = "celery worker memory";
    private static final String BOARDS = "/api/v1/dashboard";

    private final Stage stage = Stage.open(Transport.SOCKET_MODE, Stage.WITHOUT_MODEL);

    LostAnswersTest() throws IOException, InterruptedException {}

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @AfterEach
    void mendEverything() {
        stage.lab().faults().clear();
    }

    @Test
    void aBoardWhoseAnswerGotLostIsFoundAndNotMadeAgain() {
        Drafted draft = stage.drafts(REQUEST);
        stage.lab().faults().add(Fault.lost(BOARDS, 1).onlyFor("POST"));
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        Proposal published = stage.becomes(draft, Proposal.State.PUBLISHED);
        assertThat(stage.lab().faults().waiting()).isEmpty();
        assertOneBoardFor(published);
        stage.saysOf(draft, published.board().orElseThrow().url());
    }

    @Test
    void aBoardThatCannotBeLookedForIsFoundLater() {
        Drafted draft = stage.drafts(REQUEST);
        stage.lab().faults().add(Fault.lost(BOARDS, 1).onlyFor("POST"));
        stage.lab().faults().add(Fault.status(BOARDS, 403, 1_000).onlyFor("GET"));
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        stage.saysOf(draft, "I keep looking and finish by myself");
        assertThat(stage.proposal(draft.proposal().id()).state()).isEqualTo(Proposal.State.APPROVED);
        // Pressing again while nobody knows must not send it again.
        stage.presses("tomas", draft, Stage.APPROVE);
        stage.lab().faults().clear();
        stage.house().bot().publisher().recover();
        assertOneBoardFor(stage.becomes(draft, Proposal.State.PUBLISHED));
    }

    @Test
    void aBoardThatNeverArrivedIsSentAgainOnceThatIsCertain() {
        Drafted draft = stage.drafts(REQUEST);
        stage.lab().faults().add(Fault.cut(BOARDS, 1).onlyFor("POST"));
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        stage.saysOf(draft, "I look again until that is certain");
        stage.house().bot().publisher().recover();
        assertThat(stage.datadog().boardsWith(draft.proposal().marker()))
                .as("it may still be on its way")
                .isEmpty();
        stage.lab().clock().advance(Duration.ofMinutes(2));
        stage.house().bot().publisher().recover();
        assertOneBoardFor(stage.becomes(draft, Proposal.State.PUBLISHED));
    }

    @Test
    void whatDatadogRefusesIsToldAndCanBeTriedAgain() {
        Drafted draft = stage.drafts(REQUEST);
        stage.lab().faults().add(Fault.status(BOARDS, 403, 1).onlyFor("POST"));
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        String words = stage.saysOf(draft, "but not published").words();
        assertThat(words).contains("dashboards_write").contains("Nothing was written. Approve tries again");
        assertThat(stage.datadog().boardsWith(draft.proposal().marker())).isEmpty();
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        assertOneBoardFor(stage.becomes(draft, Proposal.State.PUBLISHED));
    }

    private void assertOneBoardFor(Proposal published) {
        assertThat(stage.datadog().boardsWith(published.marker()))
                .singleElement()
                .satisfies(board -> assertThat(board.path("id").asText())
                        .isEqualTo(published.board().orElseThrow().id()));
    }
}
