package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.response.Response;
import dashwright.bot.Fixtures;
import dashwright.bot.approval.Proposal;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Match;
import dashwright.dashboards.check.Severity;
import dashwright.tools.drafting.PlanningOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say, through Bolt with all listeners. */
class SlackFaceTest {
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
    void aBuildIsAcknowledgedAtOnceAndDraftedInAThread() throws Exception {
        Response ack = bench.driver().slash("build s3 sync status");

        assertThat(ack.getStatusCode()).isEqualTo(200);
        assertThat(ack.getBody()).contains("On it");
        await().until(() -> bench.slack().uploads().size() == 3);
        List<Map<String, String>> posts = bench.slack().calls("chat.postMessage");
        assertThat(posts).hasSize(2);
        assertThat(posts.getFirst()).doesNotContainKey("thread_ts");
        assertThat(posts.getFirst().get("text")).contains("<@U0ALICE> asked: _s3 sync status_");
        assertThat(posts.getLast()).containsKey("thread_ts");
        assertThat(posts.getLast().get("blocks"))
                .contains("1,524 tasks in the last hour.")
                .contains("warehouse.task.complete")
                .contains(DraftMessage.APPROVE);
        assertThat(bench.slack().uploads())
                .anyMatch(file -> file.contains("dashwright:" + bench.proposal().id()));
        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks).contains("The draft is ready below")));
    }

    @Test
    void whatWasBegunIsTakenToItsEndBeforeTheFaceCloses() throws Exception {
        bench.driver().slash("build s3 sync status");

        bench.closeFace();

        assertThat(bench.slack().uploads()).hasSize(3);
        assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks).contains("The draft is ready below"));
    }

    @Test
    void aRepeatedDeliveryDoesItsWorkOnce() throws Exception {
        String event = BoltDriver.mention("Ev1", "1700000000.000500", "<@U0DASH> s3 sync status", "");
        Response first = bench.driver().deliver(event);
        Response again = bench.driver().deliver(event);
        Response otherId =
                bench.driver().deliver(BoltDriver.mention("Ev2", "1700000000.000500", "<@U0DASH> s3 sync status", ""));

        assertThat(List.of(first, again, otherId))
                .extracting(Response::getStatusCode)
                .containsOnly(200);
        bench.awaitDraft();
        bench.driver().deliver(BoltDriver.mention("Ev3", "1700000000.000600", "<@U0DASH> help", ""));
        await().until(() -> bench.slack().calls("chat.postMessage").stream()
                .anyMatch(form -> form.getOrDefault("text", "").contains("What I do")));
        assertThat(bench.planned()).hasSize(1);
    }

    @Test
    void aMentionInADraftsThreadIsAboutThatDraft() throws Exception {
        bench.driver().deliver(BoltDriver.mention("Ev1", "1700000000.000500", "<@U0DASH> build s3 sync status", ""));
        bench.awaitDraft();
        Proposal first = bench.proposal();

        bench.driver()
                .deliver(BoltDriver.mention("Ev2", "1700000000.000700", "<@U0DASH> add memory", "1700000000.000500"));

        await().until(() -> bench.planned().size() == 2);
        assertThat(bench.planned().getLast().text()).isEqualTo("add memory");
        assertThat(bench.planned().getLast().earlier())
                .isNotNull()
                .satisfies(earlier -> assertThat(earlier.proposalId()).isEqualTo(first.id()));
        await().untilAsserted(() -> assertThat(bench.slack().calls("chat.update"))
                .anySatisfy(form -> assertThat(form.getOrDefault("blocks", "")).contains("took this one's place")));
    }

    @Test
    void aMentionThatSaysBuildAsksForANewBoard() throws Exception {
        bench.driver().deliver(BoltDriver.mention("Ev1", "1700000000.000500", "<@U0DASH> build s3 sync status", ""));
        bench.awaitDraft();

        bench.driver()
                .deliver(BoltDriver.mention(
                        "Ev2", "1700000000.000700", "<@U0DASH> build redis memory", "1700000000.000500"));

        await().until(() -> bench.planned().size() == 2);
        assertThat(bench.planned().getLast().earlier()).isNull();
    }

    @Test
    void aDirectMessageNeedsNoMention() throws Exception {
        bench.driver().deliver(BoltDriver.direct("Ev1", "1700000000.000500", "s3 sync status", null));

        await().until(() -> bench.planned().size() == 1);
        assertThat(bench.planned().getFirst().text()).isEqualTo("s3 sync status");
    }

    @Test
    void theBotDoesNotAnswerBots() throws Exception {
        bench.driver().deliver(BoltDriver.direct("Ev1", "1700000000.000500", "s3 sync status", "B0OTHER"));
        bench.driver().deliver(BoltDriver.direct("Ev2", "1700000000.000600", "help", null));

        await().until(() -> !bench.slack().calls("chat.postMessage").isEmpty());
        assertThat(bench.planned()).isEmpty();
    }

    @Test
    void eventsThatMeanNothingAreAcknowledged() throws Exception {
        String reaction =
                "{\"type\":\"event_callback\",\"event_id\":\"Ev9\",\"team_id\":\"T0\",\"event\":{\"type\":\"reaction_added\","
                        + "\"user\":\"U0ALICE\",\"reaction\":\"eyes\",\"event_ts\":\"1.1\"}}";

        assertThat(bench.driver().deliver(reaction).getStatusCode()).isEqualTo(200);
    }

    @Test
    void aGapOffersItsNearestAsButtonsThatBuild() throws Exception {
        bench.planNow(new PlanningOutcome.Gap(
                List.of("pizza"),
                List.of(new Match(Metric.named("upload.ok"), 1, 0.2, List.of())),
                "Send a count of deliveries."));
        bench.driver().slash("build pizza delivery times");
        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks)
                        .contains("`pizza`")
                        .contains("upload.ok")
                        .contains("Send a count of deliveries.")));

        bench.driver().press(AnswerMessages.NEAREST + "0", "upload.ok", "U0ALICE");

        await().until(() -> bench.planned().size() == 2);
        assertThat(bench.planned().getLast().text()).isEqualTo("upload.ok");
    }

    @Test
    void aDraftThatWouldLieHasNoButtons() throws Exception {
        bench.findNow(Fixtures.finding(Severity.ERROR, "No such metric."));

        bench.driver().slash("build s3 sync status");

        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks)
                        .contains("is not proposed")
                        .contains("No such metric.")
                        .doesNotContain(DraftMessage.APPROVE)));
    }

    @Test
    void aSearchIsAnsweredPrivately() throws Exception {
        bench.driver().slash("find failed tasks");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer).contains("celery.task.failed")));
        assertThat(bench.slack().calls("chat.postMessage")).isEmpty();
    }

    @Test
    void helpAndSlipsOfTheHandAreAnsweredInTheAck() throws Exception {
        assertThat(bench.driver().slash("").getBody()).contains("What I do").contains("ephemeral");
        assertThat(bench.driver().slash("help").getBody()).contains("What I do");
        assertThat(bench.driver().slash("biuld s3").getBody()).contains("/dash build s3");
        assertThat(bench.driver().slash("build").getBody()).contains("Say what the board should show");
        assertThat(bench.planned()).isEmpty();
    }

    @Test
    void aChannelWithoutTheBotIsExplainedPrivately() throws Exception {
        bench.slack().answers("chat.postMessage", "{\"ok\":false,\"error\":\"not_in_channel\"}");

        bench.driver().slash("build s3 sync status");

        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer)
                        .contains("invite me with /invite")
                        .containsPattern("Reference `[0-9a-f]{8}`")));
        assertThat(bench.planned()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_changed", "message_deleted", "bot_message", "thread_broadcast", "channel_join"})
    void whatHappensToMessagesIsAcknowledgedAndLeft(String subtype) throws Exception {
        String event =
                "{\"type\":\"event_callback\",\"event_id\":\"Ev9\",\"team_id\":\"T0\",\"event\":{\"type\":\"message\","
                        + "\"subtype\":\"" + subtype
                        + "\",\"channel\":\"D0\",\"channel_type\":\"im\",\"user\":\"U0ALICE\","
                        + "\"text\":\"s3 sync status\",\"ts\":\"1.1\",\"event_ts\":\"1.1\"}}";

        assertThat(bench.driver().deliver(event).getStatusCode()).isEqualTo(200);
        bench.driver().deliver(BoltDriver.direct("Ev2", "1700000000.000600", "help", null));
        await().until(() -> !bench.slack().calls("chat.postMessage").isEmpty());
        assertThat(bench.planned()).isEmpty();
    }

    @Test
    void wordsBesideAFileAreHeard() throws Exception {
        String event =
                "{\"type\":\"event_callback\",\"event_id\":\"Ev9\",\"team_id\":\"T0\",\"event\":{\"type\":\"message\","
                        + "\"subtype\":\"file_share\",\"channel\":\"D0\",\"channel_type\":\"im\",\"user\":\"U0ALICE\","
                        + "\"text\":\"s3 sync status\",\"ts\":\"1.1\",\"event_ts\":\"1.1\"}}";

        bench.driver().deliver(event);

        await().until(() -> bench.planned().size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "what can you do?", "help", "build"})
    void talkIsAnsweredWithRequestsFromTheTeamsOwnCatalog(String words) throws Exception {
        bench.driver().deliver(BoltDriver.direct("Ev1", "1700000000.000600", words, null));

        await().until(() -> !bench.slack().calls("chat.postMessage").isEmpty());
        assertThat(bench.slack().calls("chat.postMessage").getFirst().get("text"))
                .contains("/dash build send receipts status")
                .contains("/dash build celery status");
        bench.driver().slash(words);
        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer).contains("/dash build celery status")));
        assertThat(bench.planned()).isEmpty();
    }

    @Test
    void thanksAreAnsweredAndBuildNothing() throws Exception {
        bench.driver().deliver(BoltDriver.direct("Ev1", "1700000000.000600", "thanks!", null));

        await().until(() -> !bench.slack().calls("chat.postMessage").isEmpty());
        assertThat(bench.slack().calls("chat.postMessage").getFirst().get("text"))
                .contains("You are welcome");
        assertThat(bench.planned()).isEmpty();
    }

    @Test
    void theChoicesOfAnEditChangeTheDraftAndBuildNoOther() throws Exception {
        bench.driver().deliver(BoltDriver.mention("Ev1", "1700000000.000500", "<@U0DASH> build s3 sync status", ""));
        bench.awaitDraft();
        bench.planNow(new PlanningOutcome.Question("I do not understand that.", List.of("last 24 hours")));
        bench.driver()
                .deliver(BoltDriver.mention("Ev2", "1700000000.000700", "<@U0DASH> frobnicate", "1700000000.000500"));
        await().untilAsserted(() -> assertThat(bench.slack().updates())
                .anySatisfy(blocks -> assertThat(blocks).contains(AnswerMessages.EDIT + "0")));

        bench.driver().press(AnswerMessages.EDIT + "0", "last 24 hours", "U0ALICE", "1700000000.000500");

        await().until(() -> bench.planned().size() == 3);
        assertThat(bench.planned().getLast().earlier()).isNotNull();
        assertThat(bench.proposal().state()).isEqualTo(Proposal.State.OPEN);
    }
}
