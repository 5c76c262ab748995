package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.response.Response;
import dashwright.bot.lessons.Lesson;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people teach in Slack, through Bolt with all listeners. */
class SlackLessonsTest {
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
    void whatIsTaughtIsListedAndForgottenAgain() throws Exception {
        Response ack = bench.driver().slash("teach broken jobs = celery.task.failed");
        assertThat(ack.getStatusCode()).isEqualTo(200);
        answered("\"broken jobs\" now means celery.task.failed");
        assertThat(bench.lessons())
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.by()).isEqualTo("U0ALICE"));

        bench.driver().slash("lessons");
        answered("\"broken jobs\" means celery.task.failed (<@U0ALICE> taught it on 2026-11-20)");
        bench.driver().slash("forget the broken job");
        answered("\"broken jobs\" no longer means celery.task.failed");
        assertThat(bench.lessons()).isEmpty();
    }

    @Test
    void theNearestAreNamedWhereThereIsNoSuchMetricAndItCanBeInsistedOn() throws Exception {
        bench.driver().slash("teach broken jobs = celery.task.fail");
        answered("has no celery.task.fail, so nothing was taught. The nearest: celery.task.failed");
        assertThat(bench.lessons()).isEmpty();

        bench.driver().slash("teach broken jobs = celery.task.fail anyway");
        answered("The catalog has no such metric: the lesson has an effect once it does.");
        assertThat(bench.lessons()).extracting(Lesson::metric).containsExactly("celery.task.fail");
    }

    @Test
    void onlyApproversTeach() throws Exception {
        bench.driver().slash("U0MALLORY", "teach broken jobs = celery.task.failed");
        answered("You may not teach");
        assertThat(bench.lessons()).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsAnsweredWithHowItIsSaid() throws Exception {
        bench.driver().slash("teach");
        answered("Say which words are meant, as in: `/dash teach backfill = files.not_cached`");
        bench.driver().slash("teach broken jobs");
        answered("Say which metric \"broken jobs\" means");
        bench.driver().slash("teach dashboard = celery.task.failed");
        answered("\"dashboard\" says nothing about what is measured");
        bench.driver().slash("teach " + "x".repeat(2_000) + " = celery.task.failed");
        answered("at most 100 characters, not 2000");
        bench.driver().slash("forget unicorns");
        answered("Nothing was taught for \"unicorns\". Nothing was taught at all yet.");
        assertThat(bench.lessons()).isEmpty();
    }

    @Test
    void aPhraseCanPingNobody() throws Exception {
        bench.driver().slash("teach &lt;!channel&gt; fire = celery.task.failed");
        answered("now means celery.task.failed");
        bench.driver().slash("lessons");

        answered("celery.task.failed (<@U0ALICE>");
        assertThat(bench.slack().responses()).noneMatch(answer -> answer.contains("<!channel>"));
    }

    @Test
    void aMentionTeachesTooAndIsAnsweredInItsThread() throws Exception {
        bench.driver()
                .deliver(BoltDriver.mention(
                        "Ev1", "1700000000.000500", "<@U0DASH> teach broken jobs means celery.task.failed", ""));

        await().untilAsserted(() -> assertThat(bench.slack().calls("chat.postMessage"))
                .anySatisfy(form -> assertThat(form)
                        .containsEntry("thread_ts", "1700000000.000500")
                        .hasEntrySatisfying(
                                "text", text -> assertThat(text).contains("now means celery.task.failed"))));
        assertThat(bench.lessons()).hasSize(1);
    }

    @Test
    void inADraftsThreadToForgetIsAChangeOfTheDraft() throws Exception {
        bench.driver().slash("teach memory = celery.task.failed");
        answered("now means");
        bench.driver().deliver(BoltDriver.mention("Ev1", "1700000000.000500", "<@U0DASH> build s3 sync status", ""));
        bench.awaitDraft();

        bench.driver()
                .deliver(
                        BoltDriver.mention("Ev2", "1700000000.000700", "<@U0DASH> forget memory", "1700000000.000500"));

        await().until(() -> bench.planned().size() == 2);
        assertThat(bench.planned().getLast().text()).isEqualTo("forget memory");
        assertThat(bench.lessons()).hasSize(1);
    }

    /** Whoever reads the list must tell apart what people said and what follows from their decisions. */
    @Test
    void theListShowsTheDecisionsThatAreLearnedFrom() throws Exception {
        bench.driver().slash("build s3 sync status");
        bench.awaitDraft();
        bench.driver().press(DraftMessage.APPROVE, bench.value(), "U0BOB");
        await().until(() -> bench.proposal().board().isPresent());

        bench.driver().slash("lessons");

        answered("Nothing was taught yet");
        answered("Learned from decisions on boards");
        answered(bench.proposal().id() + "  \"s3 sync status\" approved by <@U0BOB>");
        bench.driver().slash("forget " + bench.proposal().id());
        answered("is no longer learned from. The decision itself stands.");
    }

    private void answered(String words) {
        await().untilAsserted(() -> assertThat(bench.slack().responses())
                .anySatisfy(answer -> assertThat(answer.replace("\\\"", "\"")).contains(words)));
    }
}
