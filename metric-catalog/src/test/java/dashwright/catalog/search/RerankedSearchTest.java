package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerankedSearchTest {
    private static final List<String> TEXTS = List.of(
            "memory used",
            "sync file to cache",
            "requests per second",
            "how many connections are open",
            "redis",
            "unicorns in the garden",
            "free space of the disk and a pony",
            "pipeline errors",
            "average load – redis – memory",
            "");

    private final CatalogIndex plain = CatalogIndex.of(Sample.catalog());
    private final List<String> asked = new ArrayList<>();

    private RerankedSearch over(MetricSearch search, Embedder embedder) {
        return new RerankedSearch(() -> search, Optional.of(texts -> {
            asked.addAll(texts);
            return embedder.embed(texts);
        }));
    }

    /** Finds each text of a certain kind close to every question, and all others far. */
    private static Embedder likes(String part) {
        return texts -> texts.stream()
                .map(text -> texts.getFirst().equals(text) || text.contains(part)
                        ? UnitVector.of(new float[] {1, 0.1f})
                        : UnitVector.of(new float[] {0.1f, 1}))
                .toList();
    }

    /** As whimsical as a model can be. */
    private static Embedder whims(long seed) {
        Random random = new Random(seed);
        return texts -> texts.stream()
                .map(_ -> UnitVector.of(
                        new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), 0.01f}))
                .toList();
    }

    private static List<String> names(SearchResult found) {
        return found.metrics().stream().map(match -> match.metric().name()).toList();
    }

    private static CatalogIndex depths() {
        return CatalogIndex.of(Catalog.of(
                List.of(
                        Sample.metric("billing.jobs.left", "job", "Jobs of the night"),
                        Sample.metric("billing.jobs.owed", "job", "Jobs of the night"),
                        Sample.metric("billing.jobs.spent", "job", "Jobs of the night"),
                        Sample.metric("web.hits", "hit", "")),
                List.of(),
                Instant.EPOCH));
    }

    @Test
    void bringsUpWhatIsCloseAmongNearAnswers() {
        assertThat(names(depths().search("billing jobs", 3))).endsWith("billing.jobs.spent");
        RerankedSearch search = over(depths(), likes("spent"));
        assertThat(names(search.search("billing jobs outstanding", 3))).startsWith("billing.jobs.spent");
    }

    @Test
    void theQuestionAndTheFirstCandidatesAreAllThatIsAskedOnce() {
        List<Metric> many = IntStream.range(0, 200)
                .mapToObj(number -> Sample.metric("shop.orders.n" + number, "", ""))
                .toList();
        CatalogIndex index = CatalogIndex.of(Catalog.of(many, List.of(), Instant.EPOCH));
        SearchResult found = over(index, likes("nothing")).search("orders", 120);
        assertThat(asked).hasSize(1 + RerankedSearch.CANDIDATES).startsWith("orders");
        assertThat(names(found)).hasSize(120).isEqualTo(names(index.search("orders", 120)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000})
    void whateverAModelSaysItTurnsNoRefusalIntoAnAnswerAndNoAnswerIntoARefusal(int limit) {
        for (long seed = 0; seed < 20; seed++) {
            RerankedSearch search = over(plain, whims(seed));
            for (String text : TEXTS) {
                SearchResult words = plain.search(text, limit);
                SearchResult meaning = search.search(text, limit);
                assertThat(meaning.answered()).as(text).isEqualTo(words.answered());
                assertThat(meaning.missing()).isEqualTo(words.missing());
                assertThat(meaning.spans()).isEqualTo(words.spans());
                assertThat(meaning.metrics()).hasSameSizeAs(words.metrics()).doesNotHaveDuplicates();
                assertThat(bestFit(meaning)).as(text).isGreaterThanOrEqualTo(bestFit(words));
            }
        }
    }

    private static double bestFit(SearchResult found) {
        return found.metrics().stream().mapToDouble(Match::fit).max().orElse(0);
    }

    @Test
    void whatMadeItAnAnswerIsNeverCutOff() {
        List<Match> matches = List.of(
                new Match(Metric.named("fits"), 10, 0.9, List.of()),
                new Match(Metric.named("near"), 9.9, 0.2, List.of()),
                new Match(Metric.named("other"), 5, 0.2, List.of()));
        MetricSearch scripted = (_, limit) ->
                new SearchResult(matches.stream().limit(limit).toList(), List.of(), List.of("x"), List.of(), true);
        RerankedSearch search = over(scripted, likes("near"));
        assertThat(names(search.search("some text", 3))).containsExactly("near", "fits", "other");
        assertThat(names(search.search("some text", 2))).containsExactly("near", "fits");
        assertThat(names(search.search("some text", 1))).containsExactly("fits");
    }

    @Test
    void aModelThatFailsLeavesThePlainOrderAndTheReasonWhy() {
        RerankedSearch search = over(plain, texts -> {
            throw new EmbedderException("the embedding model is away");
        });
        List<String> unranked = new ArrayList<>();
        assertThat(search.telling(unranked::add).search("memory used", 5)).isEqualTo(plain.search("memory used", 5));
        assertThat(unranked).containsExactly("the embedding model is away");
        assertThat(search.search("memory used", 5)).isEqualTo(plain.search("memory used", 5));
        assertThat(unranked).hasSize(1);
    }

    @Test
    void withoutAModelItIsThePlainSearch() {
        List<String> unranked = new ArrayList<>();
        RerankedSearch search = new RerankedSearch(() -> plain).telling(unranked::add);
        for (String text : TEXTS) {
            assertThat(search.search(text, 5)).isEqualTo(plain.search(text, 5));
        }
        assertThat(unranked).isEmpty();
    }

    @Test
    void nothingIsAskedWhereThereIsNothingToOrder() {
        RerankedSearch search = over(plain, likes("x"));
        search.search("unicorns", 5);
        search.search("...", 5);
        search.search("", 5);
        over(CatalogIndex.of(Catalog.empty(Instant.EPOCH)), likes("x")).search("memory", 5);
        over(CatalogIndex.of(Catalog.of(List.of(Metric.named("memory")), List.of(), Instant.EPOCH)), likes("x"))
                .search("memory", 5);
        assertThat(asked).isEmpty();
    }

    @Test
    void judgingAMetricAsksNoModel() {
        RerankedSearch search = over(plain, likes("x"));
        assertThat(search.judge("memory", "redis.mem.used")).isEqualTo(plain.judge("memory", "redis.mem.used"));
        assertThat(asked).isEmpty();
    }

    @Test
    void askingForMoreThanTheCandidatesKeepsTheRestInOrder() {
        List<Metric> many = IntStream.range(0, 80)
                .mapToObj(number -> Sample.metric("shop.orders.n" + (100 + number), "", ""))
                .toList();
        CatalogIndex index = CatalogIndex.of(Catalog.of(many, List.of(), Instant.EPOCH));
        List<String> words = names(index.search("orders open", 80));
        List<String> meaning = names(over(index, likes("n149")).search("orders open", 80));
        assertThat(words.indexOf("shop.orders.n149")).isEqualTo(49);
        assertThat(meaning).containsExactlyInAnyOrderElementsOf(words).startsWith("shop.orders.n149");
        assertThat(meaning.subList(50, 80)).isEqualTo(words.subList(50, 80));
    }
}
