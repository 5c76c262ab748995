package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.bot.approval.Proposal;
import dashwright.bot.conversation.Turn;
import dashwright.lab.slack.workspace.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests beside the main one: each has a board of its own, and what nothing measures has an honest gap. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherRequestsTest {
    private final Stage stage = Stage.open(Transport.SOCKET_MODE, Stage.WITHOUT_MODEL);

    OtherRequestsTest() throws IOException, InterruptedException {}

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3 sync status | warehouse.task.complete warehouse.task.failed warehouse.task.run.95percentile container.memory.usage warehouse.packaging.files.not_cached
            how is the b2 cache backfill doing? | warehouse.packaging.files.not_cached warehouse.packaging.total_files warehouse.filestorage.reconciled warehouse.filestorage.unreconciled
            show me celery worker memory and task errors | container.memory.usage warehouse.task.failed
            """)
    void eachRequestHasABoardOfWhatItIsAbout(String request, String metrics) {
        Drafted draft = stage.drafts(request);
        Board board = new Board(draft.proposal().json());
        assertThat(board.metrics()).contains(metrics.split(" "));
        assertThat(draft.proposal().report().hasErrors()).isFalse();
        assertThat(draft.proposal().remarks()).anyMatch(remark -> remark.contains("No model is set"));
    }

    @Test
    void aNarrowRequestGetsNoMoreThanItAskedFor() {
        Board board = new Board(stage.drafts("show me celery worker memory and task errors")
                .proposal()
                .json());
        assertThat(board.metrics())
                .noneMatch(metric -> metric.contains("not_cached"))
                .noneMatch(metric -> metric.contains("task.run"))
                .noneMatch(metric -> metric.contains("upload"));
    }

    @Test
    void whatNothingMeasuresIsAGapWithTheThreeNearest() {
        int before = stage.datadog().writes().size();
        Asked asked = stage.asks("pizza delivery times");
        assertThat(stage.outcome(asked).outcome()).isEqualTo(Turn.Outcome.GAP);
        String answer = stage.answerWith(asked, "Nothing in your catalog measures this");
        assertThat(answer).contains("pizza").contains("The nearest there is").contains("send a count of events");
        Message message = stage.lab().slack().sees().message(asked.root());
        List<String> buttons = message.content().blocks().findValuesAsText("action_id");
        assertThat(buttons).containsExactly("gap_nearest_0", "gap_nearest_1", "gap_nearest_2");
        assertThat(stage.files(asked)).isEmpty();
        assertThat(stage.lab().slack().sees().thread(asked.root())).hasSize(1);
        assertThat(stage.datadog().writes()).hasSize(before);
    }

    @Test
    void aSearchShowsSpansFirstWhereTheyAreNamedAndFiguresOfOneThingAsOne() {
        stage.types("/dash find sync_file_to_cache spans");
        assertThat(found(stage.whisperedTo(Stage.ASKER, "sync_file_to_cache spans")))
                .element(1)
                .asString()
                .startsWith("• spans `warehouse.packaging.tasks.sync_file_to_cache`")
                .contains("_sync, file and cache in the resource_");

        stage.types("/dash find p95 of task run");
        assertThat(found(stage.whisperedTo(Stage.ASKER, "p95 of task run")))
                .filteredOn(text -> text.contains("`warehouse.task.run."))
                .singleElement()
                .asString()
                .startsWith("• `warehouse.task.run.95percentile`")
                .contains("also avg, median, max");
    }

    private static List<String> found(Message message) {
        return message.content().blocks().findValues("text").stream()
                .filter(JsonNode::isObject)
                .map(text -> text.path("text").asText())
                .toList();
    }

    @Test
    void figuresAreThoseOfTheTimeAtWhichItIsAsked() {
        Proposal first = stage.drafts("s3 sync status").proposal();
        stage.lab().clock().advance(Duration.ofHours(5));
        Proposal later = stage.drafts("s3 sync status").proposal();
        assertThat(completed(first)).isNotBlank().isNotEqualTo(completed(later));
        assertThat(later.summary()).contains("Active worker pods, last hour: 36");
    }

    @Test
    void aBoardOfTheNearestMetricIsOnePressAway() {
        Asked asked = stage.asks("pizza delivery times");
        stage.answerWith(asked, "Nothing in your catalog measures this");
        stage.lab()
                .slack()
                .driver()
                .press(Stage.ASKER, asked.root(), "gap_nearest_0")
                .join();
        Turn turn = Stage.soon(
                "the board of the nearest metric",
                () -> stage.turn(asked).filter(newest -> newest.outcome() == Turn.Outcome.PROPOSED));
        assertThat(turn.request()).startsWith("warehouse.email.");
        assertThat(new Board(stage.proposal(turn.answer()).json()).metrics()).contains(turn.request());
    }

    private static String completed(Proposal proposal) {
        return proposal.summary()
                .lines()
                .filter(line -> line.contains("Tasks completed, last hour"))
                .findFirst()
                .orElse("");
    }
}
