package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.conversation.BuildOutcome;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Request;
import dashwright.dashboards.check.Severity;
import dashwright.tools.drafting.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked of whatever team: each metric, tag and span of the board is one that the team has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingInventedTest {
    private static final Map<String, String> REQUESTS = Map.of("pypi", """
            s3 sync status
            how is the b2 cache backfill doing?
            show me celery worker memory and task errors
            web request latency p95 and errors
            postgres connections
            redis memory and hit rate
            elasticsearch latency
            container cpu throttling
            upload failures
            email delivery
            container cpu usage
            celery task retries
            pod restarts
            disk usage of the hosts
            search queries
            """, "metta", """
            github ci
            is ci healthy this week?
            skypilot jobs
            kubernetes pods
            ebs volumes
            ec2 cost
            wandb runs
            asana bugs
            pull request cycle time
            hotfixes
            training success rate
            pod restarts and memory
            spot instances
            collector errors
            eval duration
            """);

    private final Map<String, Stage> stages = new TreeMap<>();

    NothingInventedTest() throws IOException, InterruptedException {
        for (String world : REQUESTS.keySet()) {
            stages.put(world, Stage.open(world, Transport.SOCKET_MODE, Stage.WITHOUT_MODEL));
        }
    }

    @AfterAll
    void closeTheStages() throws IOException {
        for (Stage stage : stages.values()) {
            stage.close();
        }
    }

    static Stream<Arguments> requests() {
        return REQUESTS.entrySet().stream()
                .flatMap(entry -> entry.getValue().lines().map(request -> Arguments.of(entry.getKey(), request)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aProposedBoardReadsOnlyWhatIsThere(String world, String request) {
        Stage stage = stage(world);
        // Datadog lets metrics be read a hundred times an hour; each request has an hour of its own.
        stage.lab().clock().advance(Duration.ofHours(1));
        BuildOutcome outcome = stage.house()
                .bot()
                .workbench()
                .build(Request.of(request, "U0MAYA001", new Place("C0DASHBRD", request)), Progress.SILENT);
        assertThat(outcome).isInstanceOfSatisfying(BuildOutcome.Proposed.class, proposed -> {
            Board board = new Board(proposed.proposal().json());
            assertThat(board.queries()).as("a board that reads something").isNotEmpty();
            assertThat(new WorldFacts(stage.lab().world()).inventedBy(board.json()))
                    .isEmpty();
            assertThat(proposed.proposal().report().findings())
                    .noneMatch(finding -> finding.severity() == Severity.ERROR);
        });
    }

    @Test
    void aBoardThatInventsIsCaught() {
        String honest = """
                {"template_variables": [{"name": "env", "prefix": "env", "defaults": ["prod"]}], "widgets": [
                  {"definition": {"type": "timeseries", "requests": [{"queries": [
                    {"data_source": "metrics", "query": "sum:warehouse.task.complete{$env} by {pod_name}"}]}]}}]}
                """;
        WorldFacts facts = new WorldFacts(stage("pypi").lab().world());
        assertThat(facts.inventedBy(Datadog.json(honest))).isEmpty();
        assertThat(facts.inventedBy(Datadog.json(honest.replace("task.complete", "task.completed"))))
                .containsExactly("metric warehouse.task.completed");
        assertThat(facts.inventedBy(Datadog.json(honest.replace("prod", "moon"))))
                .containsExactly("tag env:moon of warehouse.task.complete");
        assertThat(facts.inventedBy(Datadog.json(honest.replace("pod_name", "rocket"))))
                .containsExactly("tag key rocket of warehouse.task.complete");
        String spans = honest.replace("\"metrics\"", "\"spans\"")
                .replace("\"query\": \"", "\"search\": {\"query\": \"")
                .replace("sum:warehouse.task.complete{$env} by {pod_name}\"", "service:moonshot\"}");
        assertThat(facts.inventedBy(Datadog.json(spans))).containsExactly("spans service:moonshot");
    }

    private Stage stage(String world) {
        return Objects.requireNonNull(stages.get(world));
    }
}
