package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.catalog.search.Lessons.Taught;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonsTest {
    private static final String NOT_CACHED = Sample.NOT_CACHED.name();
    private static final String RECONCILED = Sample.RECONCILED.name();

    private final CatalogIndex plain = CatalogIndex.of(Sample.catalog());

    @Test
    void withoutALessonNothingIsKnownOfTheWord() {
        SearchResult result = plain.search("backfill", 3);

        assertThat(result.answered()).isFalse();
        assertThat(result.missing()).containsExactly("backfill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backfill", "Backfills?", "how is the back-fill doing", "a dashboard of our backfill"})
    void aTaughtPhraseIsAnsweredByItsMetricAlone(String text) {
        SearchResult result = taught("backfill", NOT_CACHED).search(text, 3);

        assertThat(result.answered()).isTrue();
        assertThat(result.missing()).isEmpty();
        assertThat(names(result)).startsWith(NOT_CACHED);
        Match match = result.metrics().getFirst();
        assertThat(match.fit()).isEqualTo(1);
        assertThat(match.isTaught()).isTrue();
        assertThat(match.reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).isEqualTo(Reason.taught(reason.word(), "backfill", "maya")));
    }

    @Test
    void aTaughtMetricComesBeforeOneThatSaysEveryWordItself() {
        SearchResult result = taught("redis memory", NOT_CACHED).search("redis memory", 5);

        assertThat(names(result)).startsWith(NOT_CACHED, "redis.mem.used");
        assertThat(result.metrics())
                .extracting(Match::score)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(result.metrics().get(1).isTaught()).isFalse();
        assertThat(names(result)).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheWordsThatWereTaughtAreNoLongerMissing() {
        SearchResult result = taught("backfill", NOT_CACHED).search("pizza backfill", 3);

        assertThat(result.missing()).containsExactly("pizza");
        assertThat(names(result)).startsWith(NOT_CACHED);
        assertThat(result.metrics().getFirst().fit()).isBetween(0.3, 0.7);
    }

    @Test
    void aPhraseOfWhichAWordIsMissingTeachesNothing() {
        CatalogIndex index = taught("cache backfill", NOT_CACHED);

        assertThat(index.search("backfill", 3)).isEqualTo(plain.search("backfill", 3));
        assertThat(index.search("cache", 3)).isEqualTo(plain.search("cache", 3));
    }

    @Test
    void onePhraseMayMeanSeveralMetricsAndOneMetricHaveSeveralPhrases() {
        CatalogIndex index = plain.with(Lessons.of(
                List.of(
                        new Taught("backfill", NOT_CACHED, "maya"),
                        new Taught("backfill", RECONCILED, "tomas"),
                        new Taught("cache debt", NOT_CACHED, "tomas")),
                List.of()));

        assertThat(names(index.search("backfill", 2))).containsExactlyInAnyOrder(NOT_CACHED, RECONCILED);
        assertThat(names(index.search("cache debt", 1))).containsExactly(NOT_CACHED);
    }

    @Test
    void theLongerPhraseComesFirst() {
        CatalogIndex index = plain.with(Lessons.of(
                List.of(
                        new Taught("backfill", NOT_CACHED, "maya"),
                        new Taught("backfill failures", RECONCILED, "maya")),
                List.of()));

        assertThat(names(index.search("failures of the backfill", 5))).startsWith(RECONCILED, NOT_CACHED);
        assertThat(names(index.search("backfill", 1))).containsExactly(NOT_CACHED);
    }

    @Test
    void whatTheCatalogLacksHasNoEffect() {
        assertThat(taught("backfill", "no.such.metric").search("backfill", 3)).isEqualTo(plain.search("backfill", 3));
    }

    @Test
    void aJudgementKnowsWhatWasTaught() {
        CatalogIndex index = taught("backfill", NOT_CACHED);

        assertThat(index.judge("backfill", NOT_CACHED).orElseThrow().fit()).isEqualTo(1);
        assertThat(index.judge("backfill", RECONCILED).orElseThrow().fit()).isZero();
        assertThat(index.judge("backfill", "no.such.metric")).isEmpty();
        assertThat(plain.judge("backfill", NOT_CACHED).orElseThrow().fit()).isZero();
    }

    @Test
    void saysItWasTaughtAlsoWhereTheTextOnlyGroupsByIt() {
        Match match = taught("backfill", NOT_CACHED)
                .search("redis memory by backfill", 3)
                .metrics()
                .getFirst();

        assertThat(match.metric().name()).isEqualTo(NOT_CACHED);
        assertThat(match.reasons()).contains(Reason.taught("backfill", "backfill", "maya"));
    }

    @Test
    void lessonsStayWhereMetricsAreReplacedAndGoWhereOthersAreGiven() {
        Metric read = Sample.NOT_CACHED.withMetadata(MetricType.GAUGE, Unit.of("file"), "Left to do", "");
        CatalogIndex index = taught("backfill", NOT_CACHED).with(List.of(read, Metric.named("zoo.births")));

        assertThat(index.search("backfill", 1).metrics().getFirst().metric()).isEqualTo(read);
        assertThat(index.with(Lessons.NONE).search("backfill", 1).answered()).isFalse();
        assertThat(index.with(Lessons.of(List.of(new Taught("nursery", "zoo.births", "maya")), List.of()))
                        .search("nursery", 1)
                        .answered())
                .isTrue();
        assertThat(plain.search("backfill", 1).answered()).isFalse();
    }

    @Test
    void aLessonFromNothingTeachesNothing() {
        assertThat(Lessons.of(List.of(), List.of())).isSameAs(Lessons.NONE);
        assertThat(taught("dashboard", NOT_CACHED).search("dashboard", 3)).isEqualTo(plain.search("dashboard", 3));
        assertThat(taught("???", NOT_CACHED).search("???", 3).answered()).isFalse();
    }

    @Test
    void theFitOfWordsThatWereNotTaughtStaysWhatItWas() {
        CatalogIndex index = taught("backfill", Sample.POD_MEMORY.name());
        double memory = plain.judge("kubernetes ram", Sample.POD_MEMORY.name())
                .orElseThrow()
                .fit();

        assertThat(index.judge("kubernetes ram", Sample.POD_MEMORY.name())
                        .orElseThrow()
                        .fit())
                .isEqualTo(memory, Offset.offset(1e-9));
    }

    private CatalogIndex taught(String phrase, String metric) {
        return plain.with(Lessons.of(List.of(new Taught(phrase, metric, "maya")), List.of()));
    }

    private static List<String> names(SearchResult result) {
        return result.metrics().stream().map(match -> match.metric().name()).toList();
    }
}
