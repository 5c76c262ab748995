package dashwright.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dashwright.catalog.Catalog;
import dashwright.catalog.FuzzedCatalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.search.CatalogIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any text answered from any catalog: each metric once, in its one family, and why. */
class AnswersFuzzTest {
    private static final int LIMIT = 4;

    @DictionaryFile(resourcePath = "/dashwright/catalog/words.dict")
    @FuzzTest
    void answersAnyTextFromAnyCatalog(byte[] input) {
        FuzzedCatalog fuzzed = FuzzedCatalog.of(input);
        Catalog catalog = fuzzed.catalog();
        familiesAreApart(catalog);
        AnswerFinder finder = new AnswerFinder(CatalogIndex.of(catalog), catalog);

        Answers answers = finder.find(fuzzed.text(), LIMIT);

        assertThat(answers).isEqualTo(finder.find(fuzzed.text(), LIMIT));
        assertThat(answers.list()).hasSizeLessThanOrEqualTo(LIMIT);
        assertThat(answers.missing()).isSubsetOf(answers.words());
        List<Metric> metrics = new ArrayList<>();
        List<SpanGroup> spans = new ArrayList<>();
        for (Answer answer : answers.list()) {
            assertThat(answer.fit()).isBetween(0.0, 1.0);
            switch (answer) {
                case Answer.OfMetric metric -> {
                    metrics.add(metric.match().metric());
                    metric.variants().forEach(variant -> metrics.add(variant.metric()));
                    assertThat(metric.match().score()).isFinite();
                    assertThat(VariantWords.of(metric).isEmpty())
                            .isEqualTo(metric.variants().isEmpty());
                    TagWords.of(metric.match().metric(), answer.reasons());
                }
                case Answer.OfSpans group -> spans.add(group.match().spans());
            }
            Why.words(answer.reasons());
        }
        assertThat(metrics).doesNotHaveDuplicates().isSubsetOf(catalog.metrics());
        assertThat(catalog.spans()).containsAll(spans);
    }

    private static void familiesAreApart(Catalog catalog) {
        Families families = new Families(catalog);
        for (Metric metric : catalog.metrics()) {
            Optional<Family> family = families.of(metric);
            assertThat(new Families(catalog).of(metric)).isEqualTo(family);
            family.ifPresent(some -> {
                assertThat(some.members())
                        .extracting(Variant::metric)
                        .contains(metric)
                        .doesNotHaveDuplicates();
                assertThat(some.members())
                        .allSatisfy(member ->
                                assertThat(families.of(member.metric())).contains(some));
            });
        }
    }
}
