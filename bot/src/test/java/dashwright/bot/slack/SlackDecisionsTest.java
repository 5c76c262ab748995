package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.response.Response;
import dashwright.bot.approval.Proposal;
import dashwright.bot.publish.Timing;
import dashwright.dashboards.change.DashboardHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people decide, through Bolt with all listeners. */
@Timeout(60)
class SlackDecisionsTest {
    private SlackBench bench;

    @BeforeEach
    void start(@TempDir Path folder) {
        bench = new SlackBench(folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theAckDoesNotWaitForTheWork() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        bench.boards().gate = gate;
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        Response ack = bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");

        assertThat(ack.getStatusCode()).isEqualTo(200);
        assertThat(bench.boards().written).isEmpty();
        gate.countDown();
        await().until(() -> bench.boards().written.size() == 1);
    }

    @Test
    void anApprovedDraftIsPublishedAndLinked() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0BOB");

        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks)
                        .contains("Approved by <@U0BOB> and published")
                        .contains("https://dd.example/board-0")
                        .doesNotContain(DraftMessage.APPROVE)
                        .doesNotContain(DraftMessage.REJECT)));
        assertThat(bench.boards().written)
                .extracting(DashboardHash::of)
                .containsExactly(bench.proposal().hash());
    }

    @Test
    void manyPressesPublishOneBoard() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        for (int i = 0; i < 10; i++) {
            bench.driver().press(DraftMessage.APPROVE, bench.value(), i % 2 == 0 ? "U0ALICE" : "U0BOB");
        }

        await().until(() -> bench.slack().calls("chat.update").stream()
                                .filter(form -> form.getOrDefault("text", "").startsWith("Published"))
                                .count()
                        + bench.slack().responses().size()
                >= 10);
        assertThat(bench.boards().written).hasSize(1);
    }

    @Test
    void aRejectedDraftWritesNothingAndSaysSo() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        bench.driver().press(DraftMessage.REJECT, bench.value(), "U0ALICE");

        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks).contains("Rejected by <@U0ALICE>. Nothing was written")));
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");
        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer).contains("was rejected before")));
        assertThat(bench.boards().written).isEmpty();
    }

    @Test
    void whoMayNotDecideIsToldPrivately() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0EVE");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(
                        answer -> assertThat(answer).contains("DASH_APPROVERS").contains("ephemeral")));
        assertThat(bench.boards().written).isEmpty();
        assertThat(bench.proposal().state()).isEqualTo(Proposal.State.OPEN);
    }

    @Test
    void aPressOfAnotherVersionDoesNothing() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        bench.driver().press(DraftMessage.APPROVE, "{\"json\": true}", "U0ALICE");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer).contains("another version")));
        assertThat(bench.boards().written).isEmpty();
    }

    @Test
    void datadogsRefusalIsShownAndCanBeTriedAgain() throws Exception {
        bench.boards().refusal = "Datadog refused the board (403): the key lacks dashboards_write.";
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");

        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks)
                        .contains("lacks dashboards_write")
                        .contains("Nothing was written")
                        .contains(DraftMessage.APPROVE)));
        bench.boards().refusal = "";
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");
        await().until(() -> bench.boards().written.size() == 1);
    }

    @Test
    void evidenceIsForTheOneWhoAsks() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        bench.driver().press(DraftMessage.EVIDENCE, bench.value(), "U0EVE");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer)
                        .contains("sum:warehouse.task.complete")
                        .contains("finished tasks")
                        .contains("ephemeral")));
    }

    @Test
    void filesThatCannotBeAttachedAreToldAndTheDraftStands() throws Exception {
        bench.slack()
                .answers(
                        "files.getUploadURLExternal",
                        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"files:write\"}");
        bench.driver().slash("build s3 sync status");

        await().untilAsserted(() -> assertThat(bench.slack().calls("chat.postMessage"))
                .anySatisfy(form -> assertThat(form.get("text"))
                        .contains("could not be attached")
                        .contains("files:write")));
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");
        await().until(() -> bench.boards().written.size() == 1);
    }

    @Test
    void aPublicationFinishedAfterARestartIsShown() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();
        bench.boards().dies = true;
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");
        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks ->
                        assertThat(blocks).contains("finish by myself").doesNotContain(DraftMessage.APPROVE)));
        bench.boards().dies = false;
        bench.clock().advance(Timing.DEFAULT.lease());

        bench.recover();

        assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks).contains("https://dd.example/board-0"));
        assertThat(bench.boards().written).hasSize(1);
    }

    @Test
    void theOutcomeReachesThePersonThoughTheMessageIsGone() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();
        bench.slack().answers("chat.update", "{\"ok\":false,\"error\":\"message_not_found\"}");

        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer).contains("https://dd.example/board-0")));
        assertThat(bench.boards().written).hasSize(1);
    }

    @Test
    void aPressOnAPublishedDraftKeepsSayingWhoPublishedIt() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0BOB");
        await().until(() -> bench.proposal().board().isPresent());

        bench.driver().press(DraftMessage.REJECT, bench.value(), "U0ALICE");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer ->
                        assertThat(answer).contains("already published").contains("<@U0BOB>")));
        await().untilAsserted(() -> assertThat(bench.slack().updates().getLast())
                .contains("Approved by <@U0BOB> and published")
                .doesNotContain(DraftMessage.APPROVE));
    }

    @Test
    void aPressOnARejectedDraftKeepsSayingWhoRejectedIt() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();
        bench.driver().press(DraftMessage.REJECT, bench.value(), "U0BOB");
        await().until(() -> bench.proposal().state() == Proposal.State.REJECTED);

        bench.driver().press(DraftMessage.REJECT, bench.value(), "U0ALICE");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer ->
                        assertThat(answer).contains("was rejected before").contains("<@U0BOB>")));
        assertThat(bench.slack().updates().getLast()).contains("Rejected by <@U0BOB>");
    }

    @Test
    void anEditOfAPublishedDraftUpdatesTheBoardThatStands() throws Exception {
        Proposal first = publishedByMention();

        Proposal edit = editedByMention("last 24 hours", first);
        assertThat(edit.replaces().orElseThrow().board())
                .isEqualTo(first.board().orElseThrow());
        assertThat(bench.slack().calls("chat.postMessage"))
                .anySatisfy(form -> assertThat(form.getOrDefault("blocks", ""))
                        .contains("Approving this updates")
                        .contains("Approve and update"));
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0BOB");

        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks).contains("the published board is updated")));
        assertThat(bench.boards().written).hasSize(1);
        assertThat(bench.boards().replaced).extracting(DashboardHash::of).containsExactly(edit.hash());
    }

    @Test
    void aBoardThatSomeoneChangedIsOfferedAsANewOne() throws Exception {
        Proposal first = publishedByMention();
        Proposal edit = editedByMention("last 24 hours", first);
        bench.boards().live = first.json().put("title", "Changed in the browser");

        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0BOB");
        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks)
                        .contains("Someone changed the board in Datadog")
                        .contains("nothing was written")
                        .contains(DraftMessage.APART)));
        bench.clock().advance(Duration.ofMinutes(1));
        bench.driver().press(DraftMessage.APART, DecisionValue.of(edit).text(), "U0BOB");
        await().until(() -> !bench.proposal().id().equals(edit.id())
                && bench.proposal().replaces().isEmpty());
        bench.awaitDraft();
        assertThat(bench.boards().replaced).isEmpty();
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0BOB");

        await().until(() -> bench.boards().written.size() == 2);
        assertThat(bench.boards().replaced).isEmpty();
    }

    @Test
    void anAnswerWhoseAddressIsUsedUpTakesTheLongerWay() throws Exception {
        bench.slack().answersResponses(200, "{\"ok\":false,\"error\":\"used_url\"}");
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();

        bench.driver().press(DraftMessage.EVIDENCE, bench.value(), "U0EVE");

        await().untilAsserted(() -> assertThat(bench.slack().calls("chat.postEphemeral"))
                .anySatisfy(form -> assertThat(form)
                        .containsEntry("user", "U0EVE")
                        .extractingByKey("text")
                        .asString()
                        .contains("Evidence")));
    }

    private Proposal publishedByMention() throws Exception {
        bench.driver().deliver(BoltDriver.mention("Ev1", "1700000000.000500", "<@U0DASH> build s3 sync status", ""));
        bench.awaitDraft();
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0ALICE");
        await().until(() -> bench.proposal().board().isPresent());
        bench.clock().advance(Duration.ofMinutes(1));
        return bench.proposal();
    }

    private Proposal editedByMention(String words, Proposal first) throws Exception {
        bench.driver()
                .deliver(BoltDriver.mention("Ev2", "1700000000.000700", "<@U0DASH> " + words, "1700000000.000500"));
        await().until(() -> !bench.proposal().id().equals(first.id()));
        bench.awaitDraft();
        return bench.proposal();
    }
}
