package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.bot.approval.Proposal;
import dashwright.dashboards.change.CanonicalJson;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.lab.Fault;
import dashwright.lab.Received;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.tools.drafting.Draft;
import dashwright.tools.health.Figure;
import dashwright.tools.health.ReceiptStatus;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main job, the same over each transport: a request is typed, a draft is read, approved, and stands in Datadog. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FromRequestToBoard {
    private static final String REQUEST = "s3 sync status";
    /** An answer of Datadog that takes longer than an acknowledgement may be seen to take. */
    private static final Duration SLOW = Duration.ofMillis(1_500);

    private final Transport transport;
    private final Stage stage;
    private final Asked asked;
    private final boolean wasDoneAtAcknowledgement;
    private final Drafted draft;
    private final List<Received> writtenBeforeApproval;
    private final Delivery press;
    private final Proposal published;

    FromRequestToBoard(Transport transport) throws IOException, InterruptedException {
        this.transport = transport;
        this.stage = Stage.open(transport, Map.of());
        stage.lab().faults().add(Fault.latency("/api/v2/metrics.*", SLOW, 1));
        this.asked = stage.asks(REQUEST);
        this.wasDoneAtAcknowledgement = stage.turn(asked).isPresent();
        this.draft = stage.draft(asked);
        this.writtenBeforeApproval = stage.datadog().writes();
        this.press = stage.presses(Stage.ASKER, draft, Stage.APPROVE);
        this.published = stage.becomes(draft, Proposal.State.PUBLISHED);
    }

    @AfterAll
    void closeTheStage() throws IOException {
        stage.close();
    }

    @Test
    void slackHasItsAcknowledgementWhileTheBuildGoesOn() {
        assertThat(asked.delivery().outcome()).isEqualTo(Delivery.Outcome.ACKNOWLEDGED);
        assertThat(asked.delivery().took()).isLessThan(Duration.ofSeconds(3));
        assertThat(stage.lab().faults().waiting())
                .as("the slow answer was waited for")
                .isEmpty();
        assertThat(wasDoneAtAcknowledgement).isFalse();
    }

    @Test
    void everythingCameByTheTransportThatTheSettingsName() {
        Delivery.Via via = transport == Transport.SOCKET_MODE ? Delivery.Via.SOCKET_MODE : Delivery.Via.HTTP;
        assertThat(List.of(asked.delivery(), press)).extracting(Delivery::via).containsOnly(via);
        assertThat(press.acknowledged()).isTrue();
    }

    @Test
    void theProgressIsToldInTheThreadsFirstMessage() {
        assertThat(stage.answerWith(asked, "The draft is ready below")).contains(REQUEST);
        // The journal takes a call once it is answered, a moment after what it did can be seen.
        await().untilAsserted(() -> assertThat(updates()).last().asString().contains("The draft is ready below"));
        assertThat(updates()).hasSizeGreaterThan(1).anyMatch(body -> body.contains("Reading the metric catalog"));
    }

    private List<String> updates() {
        return stage.lab().journal().entries().stream()
                .filter(entry -> entry.service().equals("slack") && entry.path().startsWith("/api/chat.update"))
                .map(entry -> URLDecoder.decode(entry.body(), StandardCharsets.UTF_8))
                .filter(body -> body.contains(asked.root()))
                .toList();
    }

    @Test
    void theDraftShowsItsEvidenceAndItsButtons() {
        String words = draft.message().words();
        assertThat(words).contains(published.plan().title()).contains("Nothing is written to Datadog until");
        for (Panel panel : published.plan().panels()) {
            if (panel instanceof Panel.Chart chart) {
                assertThat(words).contains(chart.title());
            }
        }
        assertThat(words)
                .contains("warehouse.task.complete")
                .contains("warehouse.task.run.95percentile")
                .contains("empty, which is good")
                .contains(published.hash().substring(0, 12));
        assertThat(draft.message().content().blocks().findValuesAsText("action_id"))
                .containsExactly(Stage.APPROVE, Stage.REJECT, "draft_evidence");
    }

    @Test
    void theJsonAndThePlanLieInTheThreadToBeReviewed() {
        Map<String, String> files = stage.files(asked);
        assertThat(Datadog.json(files.getOrDefault("dashboard.json", ""))).isEqualTo(published.json());
        assertThat(PlanCodec.readYaml(files.getOrDefault("plan.yaml", ""))).isEqualTo(published.plan());
        assertThat(files.getOrDefault("evidence.txt", ""))
                .contains(published.hash())
                .contains("tried sum:warehouse.task.complete{");
    }

    @Test
    void nothingIsWrittenBeforeTheApprovalAndOneBoardAfterIt() {
        assertThat(writtenBeforeApproval).isEmpty();
        assertThat(stage.datadog().writes()).singleElement().satisfies(write -> {
            assertThat(write.path()).isEqualTo("/api/v1/dashboard");
            assertThat(write.method()).isEqualTo("POST");
            assertThat(write.status()).isEqualTo(200);
        });
        assertThat(stage.datadog().boardsWith(published.marker())).hasSize(1);
    }

    @Test
    void whatStandsInDatadogIsWhatWasApproved() {
        JsonNode standing =
                stage.datadog().board(published.board().orElseThrow().id());
        assertThat(CanonicalJson.of(standing)).isEqualTo(CanonicalJson.of(published.json()));
        assertThat(DashboardHash.of(standing))
                .isEqualTo(published.hash())
                .isEqualTo(draft.proposal().hash());
        assertThat(stage.datadog().boardsSent()).containsExactly(published.json());
    }

    @Test
    void theMessageLinksToTheBoardAndTakesItsDecisionButtonsAway() {
        String link = published.board().orElseThrow().url();
        String words = stage.saysOf(draft, "and published").words();
        assertThat(words).contains(link).contains("<@U0MAYA001>");
        assertThat(stage.lab()
                        .slack()
                        .sees()
                        .message(draft.message().ts())
                        .content()
                        .blocks()
                        .findValuesAsText("action_id"))
                .containsExactly("draft_evidence");
    }

    @Test
    void theBoardHasEverythingThatWasAskedFor() {
        Board board = new Board(published.json());
        assertThat(board.types()).contains("query_value", "timeseries", "toplist", "note");
        assertThat(board.metrics())
                .contains(
                        "warehouse.task.complete",
                        "warehouse.task.failed",
                        "warehouse.task.run.95percentile",
                        "container.memory.usage",
                        "warehouse.packaging.files.not_cached",
                        "warehouse.packaging.total_files",
                        "warehouse.filestorage.unreconciled");
        assertThat(board.notes()).contains("Attempts of the reconcile job").contains("celery.run");
        assertThat(board.groups())
                .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains("backlog"));
    }

    @Test
    void theSummaryGivesTheFiguresOfTheTeam() {
        assertThat(published.summary())
                .contains("Tasks completed, last hour: 1,524")
                .contains("Tasks failed, last hour: 0")
                .contains("Active worker pods, last hour: 36")
                .contains("Files not cached now: 8.0 M")
                .contains("unreconciled, last 24 h: 20")
                .containsPattern(Pattern.compile("Tasks completed, last 24 h: 19,0\\d\\d"))
                .containsPattern(Pattern.compile("Task run, median, last hour: 1\\.\\d s"))
                .containsPattern(Pattern.compile("Task run, p95, last hour: 1\\.\\d s"));
        assertThat(draft.message().words()).contains(published.summary());
    }

    @Test
    void eachFigureComesFromAQueryThatDatadogAnswered() {
        Draft again = new Draft(
                published.plan(), published.json(), published.hash(), published.report(), published.remarks());
        List<Figure> figures = new ReceiptStatus().report(again).figures();
        assertThat(figures).hasSizeGreaterThanOrEqualTo(8);
        for (Figure figure : figures) {
            // As receipts write it: the queries, then what is computed of them.
            String[] queries = figure.query().split(" → ", 2)[0].split("; ", -1);
            assertThat(stage.datadog().queriesRun()).as(figure.label()).contains(queries);
        }
    }
}
