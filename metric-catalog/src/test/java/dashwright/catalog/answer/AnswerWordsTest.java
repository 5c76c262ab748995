package dashwright.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.Reason.Field;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Facts, variants and tags in words. */
class AnswerWordsTest {
    private static final Metric GAUGE = Metric.named("a.latency.avg")
            .withMetadata(MetricType.GAUGE, Unit.of("second"), "", "")
            .withLiveness(Liveness.LIVE);

    @Test
    void whatIsNotKnownIsLeftOutOfTheFacts() {
        assertThat(Facts.of(GAUGE)).containsExactly("gauge", "second", "reported within 1 h");
        assertThat(Facts.of(Metric.named("a.b"))).isEmpty();
        assertThat(Facts.of(Metric.named("a.b").withLiveness(Liveness.GONE)))
                .containsExactly("has not reported within 30 d");
    }

    @Test
    void ofVariantsOnlyTheDifferenceIsSaid() {
        Metric count = Metric.named("a.latency.count")
                .withMetadata(MetricType.RATE, Unit.of("request"), "", "")
                .withLiveness(Liveness.QUIET);
        Answer.OfMetric answer = new Answer.OfMetric(
                new Match(GAUGE, 1, 1, List.of()),
                List.of(
                        variant(renamed("a.latency"), ""),
                        variant(renamed("a.latency.p95"), "p95"),
                        variant(renamed("a.latency.max"), "max"),
                        variant(count, "count")));

        assertThat(VariantWords.of(answer))
                .isEqualTo("a.latency, p95, max; count (rate, request, reported within 30 d)");
        assertThat(VariantWords.of(new Answer.OfMetric(answer.match(), List.of())))
                .isEmpty();
    }

    @Test
    void tagsAreCountedAndTheValueThatIsNamedIsShown() {
        Metric tagged = Metric.named("a.b")
                .withTags(TagSet.of(List.of(
                        "env:prod", "host:a", "host:b", "task:app.sync_file_to_cache", "task:app.purge_file", "bare")));
        List<Reason> reasons = Stream.of("sync", "file", "cache")
                .map(word -> new Reason(word, word, Field.TAG))
                .toList();

        assertThat(TagWords.of(tagged, reasons))
                .isEqualTo("bare, env:prod, host 2, task:app.sync_file_to_cache and 1 more");
        assertThat(TagWords.of(tagged, List.of())).isEqualTo("bare, env:prod, host 2, task 2");
        assertThat(TagWords.of(Metric.named("a.b"), reasons)).isEmpty();
    }

    @Test
    void aWordInsideAnotherNamesNoTag() {
        Metric tagged = Metric.named("a.b").withTags(TagSet.of(List.of("task:async", "task:sync.now")));

        assertThat(TagWords.of(tagged, List.of(new Reason("sync", "sync", Field.TAG))))
                .isEqualTo("task:sync.now and 1 more");
    }

    @Test
    void saysWhereTagsAreReadInPartOnlyAndHowManyMoreThereAre() {
        Metric partly = Metric.named("a.b").withTags(TagSet.UNREAD.plus("task", "sync"));
        Metric many = Metric.named("a.b")
                .withTags(TagSet.of(IntStream.range(10, 30)
                        .mapToObj(at -> "key" + at + ":x")
                        .toList()));

        assertThat(TagWords.of(partly, List.of())).isEqualTo("task:sync (not all are read)");
        assertThat(TagWords.of(many, List.of())).endsWith("key17:x and 12 keys more");
    }

    private static Metric renamed(String name) {
        return Metric.named(name)
                .withMetadata(MetricType.GAUGE, Unit.of("second"), "", "")
                .withLiveness(Liveness.LIVE);
    }

    private static Variant variant(Metric metric, String word) {
        return new Variant(metric, new Statistic(Statistic.Kind.VALUE, 0), word);
    }
}
