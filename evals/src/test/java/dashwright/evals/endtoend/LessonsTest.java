package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.conversation.Turn;
import dashwright.lab.slack.workspace.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An organisation teaches its own words, in Slack and at a terminal, and gets boards by them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonsTest {
    private static final String NOT_CACHED = "warehouse.packaging.files.not_cached";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit opens it before the tests.
    private Stage stage;

    @BeforeAll
    void openTheStage() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>(Stage.WITHOUT_MODEL);
        settings.put("DASH_DATA", folder.resolve("data").toString());
        settings.put("DASH_APPROVERS", "U0MAYA001");
        stage = Stage.open(Transport.SOCKET_MODE, settings);
    }

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @Test
    void aWordIsAGapUntilItIsTaughtAndThenABoard() {
        Asked before = stage.asks("moonshot progress");
        assertThat(stage.outcome(before).outcome()).isEqualTo(Turn.Outcome.GAP);

        assertThat(stage.types("/dash teach moonshot = " + NOT_CACHED).acknowledged())
                .isTrue();
        stage.whisperedTo(Stage.ASKER, "\"moonshot\" now means " + NOT_CACHED);
        Drafted draft = stage.drafts("moonshot status");

        assertThat(new Board(draft.proposal().json()).metrics()).contains(NOT_CACHED);
        assertThat(draft.proposal().report().hasErrors()).isFalse();
        assertThat(draft.proposal().remarks())
                .contains("Took \"moonshot\" to mean " + NOT_CACHED + ", as it was taught.");
        stage.types("/dash lessons");
        Message list = stage.whisperedTo(Stage.ASKER, "*What was taught*");
        assertThat(list.words()).contains("\"moonshot\" means " + NOT_CACHED).contains("U0MAYA001");
    }

    @Test
    void whatAnotherProcessTeachesCountsAtOnceAndIsForgottenInSlack() throws IOException {
        Program.Ended taught = atTheTerminal("teach", "starship", "redis.mem.used", "--as", "U0MAYA001");
        assertThat(taught.status()).as(taught.err()).isZero();
        assertThat(taught.out()).contains("\"starship\" now means redis.mem.used");

        stage.types("/dash find starship");
        Message found = stage.whisperedTo(Stage.ASKER, "Found for _starship_");
        assertThat(found.words()).contains("redis.mem.used").contains("taught by");
        stage.types("/dash forget starship");
        stage.whisperedTo(Stage.ASKER, "\"starship\" no longer means redis.mem.used");
        assertThat(atTheTerminal("teach", "--list").out()).doesNotContain("starship");
    }

    @Test
    void whoMayNotApproveMayNotTeach() {
        stage.lab()
                .slack()
                .driver()
                .typeSlash("tomas", Stage.CHANNEL, "/dash teach sabotage = redis.mem.used")
                .join();

        stage.whisperedTo("tomas", "You may not teach");
        stage.types("/dash forget sabotage");
        stage.whisperedTo(Stage.ASKER, "Nothing was taught for \"sabotage\"");
    }

    @Test
    void theNearestAreNamedForAMetricThatIsNotThere() {
        stage.types("/dash teach waterfall means warehouse.packaging.files.uncached");

        Message answer = stage.whisperedTo(Stage.ASKER, "has no warehouse.packaging.files.uncached");
        assertThat(answer.words()).contains("The nearest: ").contains(NOT_CACHED);
    }

    @Test
    void anApprovedBoardIsListedAsEvidenceForWhatItWasAskedAs() throws IOException {
        Drafted draft = stage.drafts("redis memory");
        stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        stage.saysOf(draft, "and published");

        String listed = atTheTerminal("teach", "--list").out();
        assertThat(listed)
                .contains(draft.proposal().id() + "  \"redis memory\" approved by U0MAYA001")
                .contains("redis.mem.used");
    }

    private Program.Ended atTheTerminal(String... arguments) throws IOException {
        Map<String, String> settings =
                Map.of("DASH_DATA", folder.resolve("data").toString(), "DASH_APPROVERS", "U0MAYA001");
        return Program.run(Files.createTempDirectory(folder, "own"), settings, arguments);
    }
}
