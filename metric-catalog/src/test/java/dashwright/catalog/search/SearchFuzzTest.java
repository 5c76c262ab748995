package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dashwright.catalog.Catalog;
import dashwright.catalog.FuzzedCatalog;
import dashwright.catalog.Liveness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Any text asked of any catalog: an answer that holds what an answer promises, and the same each time. */
class SearchFuzzTest {
    private static final int LIMIT = 5;
    private static final Pattern SPACE = Pattern.compile(" ");

    @DictionaryFile(resourcePath = "/dashwright/catalog/words.dict")
    @FuzzTest
    void answersAnyTextFromAnyCatalog(byte[] input) {
        FuzzedCatalog fuzzed = FuzzedCatalog.of(input);
        Catalog catalog = fuzzed.catalog();
        CatalogIndex index = CatalogIndex.of(catalog);

        SearchResult result = index.search(fuzzed.text(), LIMIT);

        assertThat(result).isEqualTo(index.search(fuzzed.text(), LIMIT));
        holds(result, fuzzed);
        assertThat(result.metrics()).allSatisfy(match -> {
            Match judged = index.judge(fuzzed.text(), match.metric().name()).orElseThrow();
            assertThat(judged.fit()).isEqualTo(match.fit());
            assertThat(judged.reasons()).isEqualTo(match.reasons());
        });
        // An index costs a hundred searches, so each input builds one more and not two.
        if (input.length % 2 == 0) {
            assertThat(CatalogIndex.of(catalog).search(fuzzed.text(), LIMIT)).isEqualTo(result);
        } else {
            catalog.metrics().stream().limit(1).forEach(metric -> {
                CatalogIndex read = index.with(List.of(metric.withLiveness(Liveness.LIVE)));
                holds(read.search(fuzzed.text(), LIMIT), new FuzzedCatalog(fuzzed.text(), read.catalog()));
            });
        }
    }

    private static void holds(SearchResult result, FuzzedCatalog fuzzed) {
        String text = words(fuzzed.text());
        assertThat(result.metrics()).hasSizeLessThanOrEqualTo(LIMIT).doesNotHaveDuplicates();
        assertThat(result.metrics()).extracting(match -> match.metric().name()).doesNotHaveDuplicates();
        assertThat(result.metrics()).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
        assertThat(result.metrics()).allSatisfy(match -> {
            assertThat(fuzzed.catalog().metric(match.metric().name())).contains(match.metric());
            holds(match.score(), match.fit(), match.reasons(), text);
        });
        assertThat(result.spans()).allSatisfy(match -> {
            assertThat(fuzzed.catalog().spans()).contains(match.spans());
            holds(match.score(), match.fit(), match.reasons(), text);
        });
        assertThat(result.missing()).isSubsetOf(result.words());
        assertThat(result.words()).allSatisfy(word -> stands(word, text));
        if (result.answered()) {
            assertThat(result.metrics().size() + result.spans().size()).isPositive();
        }
    }

    private static void holds(double score, double fit, List<Reason> reasons, String text) {
        assertThat(score).isFinite().isPositive();
        assertThat(fit).isBetween(0.0, 1.0);
        assertThat(reasons).isNotEmpty().allSatisfy(reason -> {
            stands(reason.word(), text);
            assertThat(reason.matched()).isNotBlank();
        });
    }

    /** A word that a text writes as several stands in it piece by piece. */
    private static void stands(String word, String text) {
        assertThat(SPACE.splitAsStream(word))
                .allSatisfy(piece -> assertThat(text).contains(piece.toLowerCase(Locale.ROOT)));
    }

    /** The words of a text as the search reads them, and their parts, in lower case. */
    private static String words(String text) {
        List<String> words = new ArrayList<>();
        Place.parts(text).stream()
                .flatMap(part -> new Tokenizer(Compounds.NONE).tokens(part.text()).stream())
                .flatMap(token -> Stream.concat(Stream.of(token), token.parts().stream()))
                .forEach(token -> words.add(token.written().toLowerCase(Locale.ROOT)));
        return String.join("\n", words);
    }
}
