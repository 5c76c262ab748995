package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.conversation.Turn;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Receipt;
import dashwright.lab.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datadog fails or is slow: Slack has its acknowledgement, the person a message that says what to do, and no board. */
class DatadogTroubleTest {
    private static final String REQUEST = "celery worker memory";
    private static final String EVERYTHING = "/api/v[12]/.*";
    private static final String QUERIES = "/api/v[12]/query.*";
    private static final int ALWAYS = 10_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut  | lost its connection to | try again later
            403  | answered 403: Forbidden | The application key needs the permission metrics_read
            429  | answered 429: Too many requests | it returns at
            500  | answered 500 | Datadog has trouble; try again later
            """)
    void whoAsksIsToldWhatToDoAndTheNextRequestIsServedAfterwards(String trouble, String what, String advice)
            throws IOException, InterruptedException {
        try (Stage stage = Stage.open(Transport.SOCKET_MODE, Stage.WITHOUT_MODEL)) {
            stage.lab().faults().add(everythingFailsWith(trouble));
            Asked asked = stage.asks(REQUEST);
            assertThat(asked.delivery().acknowledged()).isTrue();
            assertThat(stage.answerWith(asked, ":x:"))
                    .contains(what)
                    .contains(advice)
                    .contains("Reference");
            assertThat(stage.outcome(asked).outcome()).isEqualTo(Turn.Outcome.FAILED);
            assertThat(stage.datadog().writes()).isEmpty();

            stage.lab().faults().clear();
            // An outage costs one wait: the catalog is not asked again for a minute.
            stage.lab().clock().advance(Duration.ofMinutes(2));
            assertThat(stage.drafts(REQUEST).proposal().report().hasErrors()).isFalse();
        }
    }

    @Test
    void whatCannotBeTriedIsUnknownAndNeitherHealthyNorZero() throws IOException, InterruptedException {
        try (Stage stage = Stage.open(Transport.SOCKET_MODE, Stage.WITHOUT_MODEL)) {
            stage.lab().faults().add(Fault.status(QUERIES, 403, ALWAYS));
            Drafted draft = stage.drafts("s3 sync status");
            CheckReport report = draft.proposal().report();
            assertThat(report.receipts()).extracting(Receipt::verdict).containsOnly(Receipt.Verdict.NOT_RUN);
            assertThat(draft.proposal().summary())
                    .contains("Unknown, for want of data")
                    .contains("unknown, as its query failed")
                    .doesNotContain("Healthy")
                    .doesNotContainPattern("\\d,\\d|: \\d");
            assertThat(draft.message().words()).contains("The application key needs the permission timeseries_query");
            assertThat(stage.datadog().writes()).isEmpty();
        }
    }

    @Test
    void aSlowDatadogDelaysTheDraftButNotTheAcknowledgement() throws IOException, InterruptedException {
        try (Stage stage = Stage.open(Transport.SOCKET_MODE, Stage.WITHOUT_MODEL)) {
            stage.lab().faults().add(Fault.latency(QUERIES, Duration.ofSeconds(5), 1));
            Asked asked = stage.asks(REQUEST);
            assertThat(asked.delivery().took()).isLessThan(Duration.ofSeconds(3));
            assertThat(stage.turn(asked)).as("the build goes on").isEmpty();
            assertThat(stage.drafts("task errors").proposal().report().hasErrors())
                    .isFalse();
            assertThat(stage.draft(asked).proposal().report().hasErrors()).isFalse();
            assertThat(stage.lab().faults().waiting()).isEmpty();
        }
    }

    private static Fault everythingFailsWith(String trouble) {
        return trouble.equals("cut")
                ? Fault.cut(EVERYTHING, ALWAYS)
                : Fault.status(EVERYTHING, Integer.parseInt(trouble), ALWAYS);
    }
}
