package dashwright.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.CatalogIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFinderTest {
    private static final SpanGroup SYNC = new SpanGroup("worker", "celery.run", "tasks.sync_file_to_cache", 4_896);
    private static final SpanGroup PURGE = new SpanGroup("worker", "celery.run", "tasks.purge", 7);
    private static final List<String> NAMES = List.of(
            "shop.checkout.duration.avg",
            "shop.checkout.duration.median",
            "shop.checkout.duration.95percentile",
            "shop.checkout.duration.max",
            "shop.checkout.duration.count",
            "shop.checkout.errors",
            "shop.checkout.requests",
            "shop.cache.files",
            "shop.spans.dropped");

    @Test
    void variantsOfOneThingAreOneAnswer() {
        Answers answers = find("checkout duration", 10);

        assertThat(names(answers))
                .containsExactly("shop.checkout.duration.avg", "shop.checkout.errors", "shop.checkout.requests");
        assertThat(variants(answers.list().getFirst())).containsExactly("median", "95percentile", "max", "count");
    }

    @ParameterizedTest
    @CsvSource({
        "p95 checkout duration, 95percentile",
        "checkout duration 95th percentile, 95percentile",
        "worst checkout duration, max",
        "peak checkout duration, max",
        "median duration of checkouts, median",
        "checkout duration count, count",
        "average checkout duration, avg",
        "p99 checkout duration, avg"
    })
    void theFigureThatIsAskedForSpeaksForItsFamily(String text, String word) {
        Answers answers = find(text, 3);

        assertThat(names(answers).getFirst()).isEqualTo("shop.checkout.duration." + word);
        assertThat(variants(answers.list().getFirst())).hasSize(4).doesNotContain(word);
    }

    @Test
    void theLimitCountsAnswersAndNotMetrics() {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            for (String word : List.of("avg", "median", "p75", "p90", "p95", "p99", "max", "min", "count", "sum")) {
                names.add("shop.step" + at + ".duration." + word);
            }
        }
        Answers answers = finder(names, List.of()).find("duration", 10);

        assertThat(answers.list())
                .hasSize(10)
                .allSatisfy(answer -> assertThat(variants(answer)).hasSize(9));
        assertThat(names(answers)).doesNotHaveDuplicates();
    }

    @Test
    void aTextThatNamesSpansIsAnsweredWithThemFirst() {
        Answers answers = find("sync_file_to_cache spans", 3);

        assertThat(answers.answered()).isTrue();
        assertThat(answers.missing()).isEmpty();
        assertThat(spans(answers).getFirst()).isEqualTo(SYNC);
        assertThat(answers.list().getFirst()).isInstanceOf(Answer.OfSpans.class);
    }

    @Test
    void spansRankBeforeMetricsThatCoverLessOfTheText() {
        Answers answers = find("sync file cache", 5);

        assertThat(answers.list()).hasSize(2);
        assertThat(spans(answers)).containsExactly(SYNC);
        assertThat(answers.list().getFirst()).isInstanceOf(Answer.OfSpans.class);
        assertThat(names(answers)).containsExactly("shop.cache.files");
    }

    @Test
    void metricsGoBeforeSpansThatCoverNoMore() {
        Answers answers = find("checkout errors", 5);

        assertThat(answers.list().getFirst()).isInstanceOf(Answer.OfMetric.class);
        assertThat(spans(answers)).isEmpty();
    }

    @Test
    void aMetricThatIsCalledSpansIsFoundByTheWord() {
        assertThat(names(finder(NAMES, List.of()).find("spans dropped", 3)))
                .first()
                .isEqualTo("shop.spans.dropped");
        assertThat(names(find("spans dropped", 3))).first().isEqualTo("shop.spans.dropped");
    }

    @Test
    void whatIsNotAnsweredShowsTheNearestThreeAndWhatNothingKnows() {
        Answers answers = find("checkout pizza delivery weather", 10);

        assertThat(answers.answered()).isFalse();
        assertThat(answers.missing()).containsExactly("pizza", "delivery", "weather");
        assertThat(answers.list()).hasSizeGreaterThan(2);
        assertThat(answers.shown()).hasSize(3);
    }

    @Test
    void aTextWithoutWordsHasNoAnswer() {
        Answers answers = find("… !!! …", 10);

        assertThat(answers.list()).isEmpty();
        assertThat(answers.words()).isEmpty();
        assertThat(answers.answered()).isFalse();
    }

    @Test
    void anEmptyCatalogAnswersNothing() {
        Answers answers = finder(List.of(), List.of()).find("checkout spans", 10);

        assertThat(answers.list()).isEmpty();
        assertThat(answers.missing()).containsExactly("checkout", "spans");
    }

    @Test
    void refusesALimitOfNone() {
        assertThatThrownBy(() -> find("checkout", 0)).hasMessageContaining("at least 1");
    }

    @Test
    void aThousandAnswersAreNoTrouble() {
        List<String> names = IntStream.range(0, 5_000)
                .mapToObj(at -> "shop.item" + at + ".duration.p" + (10 + at % 80))
                .toList();

        assertThat(finder(names, List.of()).find("item duration", 1_000).list()).hasSize(1_000);
    }

    private static Answers find(String text, int limit) {
        return finder(NAMES, List.of(SYNC, PURGE)).find(text, limit);
    }

    private static AnswerFinder finder(List<String> names, List<SpanGroup> spans) {
        Catalog catalog = Catalog.of(names.stream().map(Metric::named).toList(), spans, Instant.EPOCH);
        return new AnswerFinder(CatalogIndex.of(catalog), catalog);
    }

    private static List<String> names(Answers answers) {
        return answers.list().stream()
                .flatMap(answer -> answer instanceof Answer.OfMetric metric
                        ? Stream.of(metric.match().metric().name())
                        : Stream.empty())
                .toList();
    }

    private static List<SpanGroup> spans(Answers answers) {
        return answers.list().stream()
                .flatMap(answer -> answer instanceof Answer.OfSpans some
                        ? Stream.of(some.match().spans())
                        : Stream.empty())
                .toList();
    }

    private static List<String> variants(Answer answer) {
        return answer instanceof Answer.OfMetric metric
                ? metric.variants().stream().map(Family.Variant::word).toList()
                : List.of();
    }
}
