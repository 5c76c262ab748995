package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.SectionBlock;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.Unit;
import dashwright.catalog.answer.Answer;
import dashwright.catalog.answer.Answers;
import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.answer.Statistic;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SpanMatch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoundMessageTest {
    private static final Reason FAILED = new Reason("failures", "failed", Reason.Field.NAME, Reason.Likeness.FORM);

    @Test
    void saysOfEachMetricWhatItIsAndWhyItWasFound() {
        Metric metric = Metric.named("celery.task.failed")
                .withMetadata(MetricType.COUNT, Unit.of("task"), "Tasks that raised", "")
                .withLiveness(Liveness.QUIET);

        assertThat(sections(message("task failures", answers(true, found(metric, List.of())))))
                .containsExactly(":mag: Found for _task failures_", """
                        • `celery.task.failed` count, task, reported within 30 d: Tasks that raised
                            _failures (as failed) in the name_""");
    }

    @Test
    void namesTheVariantsOfOneThingBesideIt() {
        Metric average = Metric.named("api.latency.avg").withType(MetricType.GAUGE);
        Metric count = Metric.named("api.latency.count").withType(MetricType.RATE);
        Variant variant = new Variant(count, Statistic.of("count").orElseThrow(), "count");

        assertThat(sections(message("latency", answers(true, found(average, List.of(variant))))))
                .last()
                .asString()
                .contains("also count (rate)");
    }

    @Test
    void ranksSpansAmongMetrics() {
        SpanMatch spans = new SpanMatch(new SpanGroup("worker", "celery.run", "sync_file", 12), 1, 1, List.of(FAILED));
        SlackMessage message = message(
                "failed tasks",
                answers(true, new Answer.OfSpans(spans), found(Metric.named("celery.task.failed"), List.of())));

        assertThat(sections(message).get(1))
                .contains("spans `sync_file`, operation `celery.run` of `worker`", "failures (as failed)");
        assertThat(sections(message).get(2)).contains("`celery.task.failed`");
    }

    @Test
    void doesNotPassTheNearestThreeOffAsAnAnswer() {
        Answer near = found(Metric.named("upload.ok"), List.of());
        List<String> sections = sections(message(
                "pizza", new Answers(List.of(near, near, near, near), List.of("pizza"), List.of("pizza"), false)));

        assertThat(sections.getFirst())
                .isEqualTo(":mag: Nothing answers to _pizza_. Not in the catalog: `pizza`. The nearest there is:");
        assertThat(sections).hasSize(4);
    }

    @Test
    void saysWhatToTryWhereNothingComesNear() {
        assertThat(message("x", answers(false)).text())
                .contains("Nothing in your catalog comes near")
                .contains("Try");
    }

    @Test
    void manyHugeAnswersStayWithinSlacksLimitsAndPingNobody() {
        Answer[] many = IntStream.range(0, 10)
                .mapToObj(i -> found(
                        Metric.named("m" + i + "<!channel>".repeat(50))
                                .withMetadata(MetricType.GAUGE, Unit.NONE, "<!here> & ".repeat(500), ""),
                        List.of()))
                .toArray(Answer[]::new);
        SlackMessage message = message("x".repeat(9_000), answers(true, many));

        assertThat(message.blocks()).hasSize(11);
        assertThat(message.blocks().toString()).doesNotContain("<!channel>", "<!here>");
        assertThat(sections(message)).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(3_000));
    }

    private static Answers answers(boolean answered, Answer... list) {
        return new Answers(List.of(list), List.of("x"), List.of(), answered);
    }

    private static Answer.OfMetric found(Metric metric, List<Variant> variants) {
        return new Answer.OfMetric(new Match(metric, 1, 1, List.of(FAILED)), variants);
    }

    private static List<String> sections(SlackMessage message) {
        return message.blocks().stream()
                .map(block -> ((SectionBlock) block).getText().getText())
                .toList();
    }

    @Test
    void saysWhyAModelHadNoSayInTheOrder() {
        Answers found = answers(true, found(Metric.named("queue.depth"), List.of()));

        assertThat(FoundMessage.of("line", found, List.of("<!channel> is away", "again"))
                        .blocks()
                        .toString())
                .contains("Ranked without embeddings: ")
                .contains("is away")
                .doesNotContain("<!channel>", "again");
    }

    private static SlackMessage message(String text, Answers answers) {
        return FoundMessage.of(text, answers, List.of());
    }
}
