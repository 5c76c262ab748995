package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.Proposal;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.Receipt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people say in the thread of a draft, before and after its board is published, with the simulated model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditsTest {
    private static final String REQUEST = "celery worker memory";

    private final Stage stage;

    EditsTest() throws IOException, InterruptedException {
        stage = Stage.open(Transport.SOCKET_MODE, Map.of());
    }

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @Test
    void theModelChangesTheDraftBySmallEdits() {
        Drafted first = stage.drafts(REQUEST);

        Drafted second = edited(first, "last 24 hours");

        assertThat(second.proposal().plan().window()).isEqualTo(Duration.ofDays(1));
        assertThat(second.proposal().plan().sections())
                .isEqualTo(first.proposal().plan().sections());
        assertThat(second.proposal().remarks()).anyMatch(remark -> remark.startsWith("Planned with openai:"));
        assertThat(stage.proposal(first.proposal().id()).state()).isEqualTo(Proposal.State.SUPERSEDED);
    }

    @Test
    void whatNeitherModelNorBotUnderstandsLeavesTheDraftAsItIs() {
        Drafted first = stage.drafts(REQUEST);

        says(first, "frobnicate the widgets");

        Stage.soon(
                "the answer",
                () -> stage.lab().slack().sees().thread(first.asked().root()).stream()
                        .filter(message -> message.words().contains("so it stays as it is"))
                        .findFirst());
        assertThat(stage.proposal(first.proposal().id()).state()).isEqualTo(Proposal.State.OPEN);
        assertThat(newest(first).id()).isEqualTo(first.proposal().id());
    }

    @Test
    void aThreadTellsHowTheDraftIsDoingAndGoesBackToTheOneBefore() {
        Drafted first = stage.drafts("s3 sync status");

        says(first, "is it healthy?");
        Stage.soon(
                "how it is doing",
                () -> stage.lab().slack().sees().thread(first.asked().root()).stream()
                        .filter(message -> message.words().contains("When the draft was made"))
                        .findFirst());
        Drafted staging = edited(first, "show only staging");
        assertThat(staging.proposal().remarks())
                .anyMatch(remark ->
                        remark.contains("een with env:staging") && remark.contains("filestorage.unreconciled"));
        assertThat(staging.proposal().report().receipts())
                .filteredOn(receipt -> receipt.title().startsWith("Filestorage unreconciled"))
                .isNotEmpty()
                .noneMatch(receipt -> receipt.verdict() == Receipt.Verdict.EMPTY_GOOD);
        Drafted added = edited(staging, "add redis evictions");
        assertThat(added.proposal().remarks()).noneMatch(remark -> remark.contains("env:prod"));

        Drafted back = edited(added, "undo");
        assertThat(back.proposal().plan()).isEqualTo(staging.proposal().plan());
    }

    @Test
    void anEditAfterPublishingUpdatesTheSameBoard() {
        Drafted first = stage.drafts(REQUEST);
        stage.presses(Stage.ASKER, first, Stage.APPROVE);
        Proposal published = stage.becomes(first, Proposal.State.PUBLISHED);
        String board = published.board().orElseThrow().id();
        int sent = stage.datadog().boardsSent().size();

        Drafted edit = edited(first, "rename to Memory of the workers");
        assertThat(stage.datadog().board(board).path("title").asText())
                .isEqualTo(first.proposal().plan().title());
        stage.presses(Stage.ASKER, edit, Stage.APPROVE);
        stage.becomes(edit, Proposal.State.PUBLISHED);

        assertThat(stage.datadog().board(board).path("title").asText()).isEqualTo("Memory of the workers");
        assertThat(DashboardHash.of(stage.datadog().board(board)))
                .isEqualTo(edit.proposal().hash());
        assertThat(stage.datadog().boardsSent()).hasSize(sent);
    }

    @Test
    void aBoardThatSomeoneChangedInTheEditorIsNotOverwritten() throws Exception {
        Drafted first = stage.drafts(REQUEST);
        stage.presses(Stage.ASKER, first, Stage.APPROVE);
        String board = stage.becomes(first, Proposal.State.PUBLISHED)
                .board()
                .orElseThrow()
                .id();
        Drafted edit = edited(first, "last 24 hours");
        changeInTheEditor(board);

        stage.presses(Stage.ASKER, edit, Stage.APPROVE);
        stage.saysOf(edit, "Someone changed the board in Datadog");

        assertThat(stage.datadog().board(board).path("title").asText()).isEqualTo("Changed by hand");
        stage.presses(
                Stage.ASKER,
                new Drafted(edit.asked(), edit.proposal(), stage.saysOf(edit, "nothing was written")),
                "draft_apart");
        Proposal own = Stage.soon(
                "a draft of its own",
                () -> Optional.of(newest(first))
                        .filter(draft -> draft.replaces().isEmpty() && draft.state() == Proposal.State.OPEN));
        Drafted shown = stage.shown(first.asked(), own);
        stage.presses(Stage.ASKER, shown, Stage.APPROVE);
        String second = stage.becomes(shown, Proposal.State.PUBLISHED)
                .board()
                .orElseThrow()
                .id();
        assertThat(second).isNotEqualTo(board);
        assertThat(stage.datadog().board(board).path("title").asText()).isEqualTo("Changed by hand");
    }

    private void says(Drafted draft, String words) {
        stage.lab()
                .slack()
                .driver()
                .mention(Stage.ASKER, Stage.CHANNEL, words, draft.asked().root());
    }

    private Drafted edited(Drafted draft, String words) {
        Proposal before = newest(draft);
        says(draft, words);
        Proposal edit = Stage.soon(
                "a draft after \"" + words + "\"",
                () -> Optional.of(newest(draft)).filter(each -> !each.id().equals(before.id())));
        return stage.shown(draft.asked(), edit);
    }

    private Proposal newest(Drafted draft) {
        return stage.house()
                .bot()
                .proposals()
                .newestInThread(draft.asked().place().channel(), draft.asked().root())
                .orElseThrow();
    }

    private void changeInTheEditor(String board) throws Exception {
        JsonNode live = stage.datadog().board(board);
        ((ObjectNode) live).put("title", "Changed by hand");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stage.lab().datadog().url() + "/api/v1/dashboard/" + board))
                .header("DD-API-KEY", "of-the-test")
                .header("DD-APPLICATION-KEY", "of-the-test")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(live.toString()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
