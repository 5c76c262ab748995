package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dashwright.bot.Fixtures;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import dashwright.dashboards.check.Severity;
import dashwright.tools.drafting.PlanningOutcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMessagesTest {
    private static final String HEADING = "<@U0ALICE> asked: _pizza_";

    @Test
    void aGapOffersTheNearestThreeAsButtons() {
        PlanningOutcome.Gap gap = new PlanningOutcome.Gap(
                List.of("pizza", "delivery"),
                List.of(match("upload.ok"), match("upload.attempt"), match("http.requests")),
                "Send a count of deliveries.");

        SlackMessage message = AnswerMessages.gap(HEADING, gap);

        assertThat(message.blocks().toString())
                .contains("`pizza` `delivery`")
                .contains("Send a count of deliveries.")
                .contains(HEADING);
        assertThat(buttons(message))
                .extracting(ButtonElement::getValue)
                .containsExactly("upload.ok", "upload.attempt", "http.requests");
        assertThat(buttons(message)).extracting(ButtonElement::getActionId).doesNotHaveDuplicates();
    }

    @Test
    void aGapWithNothingNearStillSaysWhatToDo() {
        SlackMessage message =
                AnswerMessages.gap(HEADING, new PlanningOutcome.Gap(List.of(), List.of(), "Instrument it."));

        assertThat(message.blocks().toString()).contains("Instrument it.");
        assertThat(buttons(message)).isEmpty();
    }

    @Test
    void aQuestionsChoicesAreRequestsThatStandForThemselves() {
        SlackMessage message = AnswerMessages.question(
                HEADING, new PlanningOutcome.Question("Which one?", List.of("s3 sync of pypi", "s3 bucket costs")));

        assertThat(buttons(message))
                .extracting(ButtonElement::getValue)
                .containsExactly("s3 sync of pypi", "s3 bucket costs");
    }

    @Test
    void aQuestionWithoutChoicesIsAskedPlainly() {
        assertThat(buttons(AnswerMessages.question(HEADING, new PlanningOutcome.Question("About what?", List.of()))))
                .isEmpty();
    }

    @Test
    void aChoiceThatWouldBeCutIsNotOffered() {
        SlackMessage message = AnswerMessages.question(
                HEADING, new PlanningOutcome.Question("Which?", List.of("x".repeat(2_001), "short")));

        assertThat(buttons(message)).extracting(ButtonElement::getValue).containsExactly("short");
    }

    @Test
    void aDraftThatWouldLieIsShownWithEveryReason() {
        SlackMessage message = AnswerMessages.notProposable(
                HEADING, Fixtures.draft(Fixtures.plan(), Fixtures.finding(Severity.ERROR, "No such metric.")));

        assertThat(message.blocks().toString())
                .contains("is not proposed")
                .contains("No such metric.")
                .contains("Use another metric.");
        assertThat(buttons(message)).isEmpty();
    }

    @Test
    void foundMetricsSayWhyTheyWereFound() {
        SearchResult result = new SearchResult(
                List.of(match("celery.task.failed")),
                List.of(new SpanMatch(new SpanGroup("worker", "celery.run", "sync_file", 12), 1, 1, List.of())),
                List.of("failed"),
                List.of(),
                true);

        assertThat(AnswerMessages.found("failed tasks", result, List.of())
                        .blocks()
                        .toString())
                .contains("`celery.task.failed`")
                .contains("(failed)")
                .contains("`celery.run` of `worker`, resource `sync_file`");
    }

    @Test
    void whatDoesNotAnswerIsNotPassedOffAsAnAnswer() {
        SearchResult result =
                new SearchResult(List.of(match("upload.ok")), List.of(), List.of("pizza"), List.of("pizza"), false);

        assertThat(AnswerMessages.found("pizza", result, List.of()).blocks().toString())
                .contains("Nothing answers to _pizza_")
                .contains("Not in the catalog: `pizza`");
    }

    @Test
    void closenessOfMeaningIsAReasonAndItsLackIsSaid() {
        Match close = new Match(
                Metric.named("queue.depth"),
                1,
                1,
                List.of(new Reason("line", "queue", Reason.Field.NAME), new Reason("", "0.83", Reason.Field.MEANING)));
        SearchResult result = new SearchResult(List.of(close), List.of(), List.of("line"), List.of(), true);

        assertThat(AnswerMessages.found("line", result, List.of()).blocks().toString())
                .contains("(line, close in meaning)")
                .doesNotContain("embeddings");
        assertThat(AnswerMessages.found("line", result, List.of("*it* is away", "again"))
                        .blocks()
                        .toString())
                .contains("Ranked without embeddings: ")
                .contains("is away")
                .doesNotContain("*it*", "again");
    }

    @Test
    void nothingAtAllSaysWhatToTry() {
        SearchResult nothing = new SearchResult(List.of(), List.of(), List.of("x"), List.of("x"), false);

        assertThat(AnswerMessages.found("x", nothing, List.of()).text())
                .contains("Nothing in your catalog comes near")
                .contains("Try");
    }

    @Test
    void manyHugeMatchesStayWithinSlacksLimits() {
        List<Match> matches = IntStream.range(0, 100)
                .mapToObj(i -> match("m" + i + "<!channel>".repeat(50)))
                .toList();
        SlackMessage message = AnswerMessages.found(
                "x".repeat(9_000), new SearchResult(matches, List.of(), List.of(), List.of(), true), List.of());

        assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
        assertThat(message.blocks().toString()).doesNotContain("<!channel>");
    }

    @Test
    void aFailureCarriesItsReference() {
        assertThat(AnswerMessages.failure("Datadog is down. Try later.", "ab12cd34")
                        .text())
                .contains("Datadog is down. Try later.")
                .contains("Reference `ab12cd34`");
    }

    @Test
    void anUnknownVerbGetsWhatWasMeantAndTheHelp() {
        assertThat(AnswerMessages.unknown(new Command.Unknown("biuld", "build s3"))
                        .blocks()
                        .toString())
                .contains("`biuld`")
                .contains("`/dash build s3`")
                .contains("/dash find");
    }

    private static Match match(String metric) {
        return new Match(Metric.named(metric), 1, 1, List.of(new Reason("failed", "failed", Reason.Field.NAME)));
    }

    private static List<ButtonElement> buttons(SlackMessage message) {
        return message.blocks().stream()
                .filter(ActionsBlock.class::isInstance)
                .flatMap(block -> ((ActionsBlock) block).getElements().stream())
                .map(ButtonElement.class::cast)
                .toList();
    }
}
