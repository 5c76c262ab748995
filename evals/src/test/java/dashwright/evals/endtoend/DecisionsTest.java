package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.approval.Proposal;
import dashwright.bot.conversation.Place;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.workspace.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people press, how often and who: nothing is written but what somebody with the right approved, and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTest {
    private static final String REQUEST = "celery worker memory";
    private static final String APPROVER = "tomas";

    private final Stage stage;

    DecisionsTest() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>(Stage.WITHOUT_MODEL);
        settings.put("DASH_APPROVERS", "U0MAYA001,U0TOMAS02");
        stage = Stage.open(Transport.SOCKET_MODE, settings);
    }

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @Test
    void rejectingWritesNothingAndCannotBeTakenBack() {
        int before = stage.datadog().writes().size();
        Drafted draft = stage.drafts(REQUEST);
        stage.presses(APPROVER, draft, Stage.REJECT);
        stage.becomes(draft, Proposal.State.REJECTED);
        assertThat(stage.saysOf(draft, "Nothing was written to Datadog").words())
                .contains("Rejected by <@U0TOMAS02>");
        // The button is gone from the message; who pressed it at the same moment still sends this.
        stage.presses(APPROVER, draft, Stage.APPROVE);
        stage.whisperedTo(APPROVER, "This draft was rejected before");
        assertThat(stage.datadog().writes()).hasSize(before);
        assertThat(stage.proposal(draft.proposal().id()).state()).isEqualTo(Proposal.State.REJECTED);
    }

    @Test
    void twentyPressesAtOnceMakeOneBoard() {
        Drafted draft = stage.drafts(REQUEST);
        List<CompletableFuture<Delivery>> presses = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> stage.presses(number % 2 == 0 ? APPROVER : Stage.ASKER, draft, Stage.APPROVE)))
                .toList();
        assertThat(presses)
                .allSatisfy(press -> assertThat(press.join().acknowledged()).isTrue());
        Proposal published = stage.becomes(draft, Proposal.State.PUBLISHED);
        Stage.soon(
                "the answers to all presses",
                () -> stage.house().bot().publisher().recover().isEmpty() ? Optional.of(published) : Optional.empty());
        assertThat(stage.datadog().boardsWith(published.marker())).hasSize(1);
        assertThat(stage.datadog().boardsSent().stream()
                        .filter(board -> board.path("description").asText().contains(published.marker())))
                .hasSize(1);
    }

    @Test
    void whoMayNotApproveIsToldSoAndNothingIsWritten() {
        int before = stage.datadog().writes().size();
        Drafted draft = stage.drafts(REQUEST);
        stage.presses("jonas", draft, Stage.APPROVE);
        stage.whisperedTo("jonas", "only the people listed in DASH_APPROVERS may");
        assertThat(stage.proposal(draft.proposal().id()).state()).isEqualTo(Proposal.State.OPEN);
        assertThat(stage.datadog().writes()).hasSize(before);
        stage.presses(APPROVER, draft, Stage.APPROVE);
        stage.becomes(draft, Proposal.State.PUBLISHED);
        assertThat(stage.datadog().writes()).hasSize(before + 1);
    }

    @Test
    void aSecondDraftOfTheThreadTakesTheFirstOnesPlace() {
        Drafted first = stage.drafts(REQUEST);
        stage.lab()
                .slack()
                .driver()
                .mention(
                        Stage.ASKER,
                        Stage.CHANNEL,
                        "build task errors",
                        first.asked().root());
        stage.becomes(first, Proposal.State.SUPERSEDED);
        Message closed = stage.saysOf(first, "took this one's place");
        assertThat(closed.content().blocks().findValuesAsText("action_id")).containsExactly("draft_evidence");
        stage.presses(APPROVER, first, Stage.APPROVE);
        stage.whisperedTo(APPROVER, "A newer draft in this thread took this one's place");
        assertThat(stage.datadog().boardsWith(first.proposal().marker())).isEmpty();
        Proposal second = Stage.soon(
                "the second draft",
                () -> stage.house()
                        .bot()
                        .proposals()
                        .newestInThread(
                                first.asked().place().channel(), first.asked().root()));
        assertThat(second.id()).isNotEqualTo(first.proposal().id());
        Drafted shown = stage.shown(first.asked(), second);
        stage.presses(APPROVER, shown, Stage.APPROVE);
        stage.becomes(shown, Proposal.State.PUBLISHED);
    }

    @Test
    void aSlashCommandThatComesTwiceIsWorkedOnOnce() {
        Asked asked = stage.asks("redis memory");
        Delivery again =
                stage.lab().slack().driver().redeliver(asked.delivery()).join();
        assertThat(again.acknowledged()).isTrue();
        // What is asked afterwards is done; by then a second thread would have begun. The first may take longer than
        // it.
        stage.drafts(REQUEST);
        assertThat(stage.threadsAbout("redis memory")).hasSize(1);
        Stage.soon(
                "what became of it",
                () -> stage.house().bot().turns().newest(asked.place(), 10).stream()
                        .findFirst());
        assertThat(stage.house().bot().turns().newest(asked.place(), 10)).hasSize(1);
    }

    @Test
    void anEventThatComesTwiceIsWorkedOnOnce() {
        stage.lab().slack().driver().mention(Stage.ASKER, Stage.CHANNEL, "postgres connections");
        Message answer = Stage.soon(
                "the answer to a mention",
                () -> stage.lab()
                        .slack()
                        .sees()
                        .sawMessage(
                                Stage.CHANNEL,
                                message -> stage.isOfTheBot(message)
                                        && message.threadTs() != null
                                        && message.words().contains("asked: _postgres connections_")));
        Place place = new Place(answer.channel(), Objects.requireNonNull(answer.threadTs()));
        Delivery again = stage.lab().slack().driver().redeliverLast().join();
        assertThat(again.acknowledged()).isTrue();
        assertThat(again.attempt()).isEqualTo(1);
        stage.drafts(REQUEST);
        Stage.soon(
                "the end of the work",
                () -> stage.house().bot().turns().newest(place, 10).stream().findFirst());
        assertThat(stage.house().bot().turns().newest(place, 10)).hasSize(1);
        assertThat(stage.lab().slack().sees().thread(place.thread()))
                .filteredOn(message -> message.words().contains("asked: _postgres connections_"))
                .hasSize(1);
    }
}
