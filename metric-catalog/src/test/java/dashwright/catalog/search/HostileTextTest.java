package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private final CatalogIndex index = CatalogIndex.of(Sample.catalog());

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u0000", "?!…—", "\u0000\u0001\u001b[31m", "🍕🍕🍕", "\ud800", "*:*", "{}$[]\\"})
    void findsNothingInATextWithoutWords(String text) {
        SearchResult result = index.search(text, 3);

        assertThat(result.answered()).isFalse();
        assertThat(result.metrics()).hasSizeLessThanOrEqualTo(3);
        assertThat(result.missing()).isSubsetOf(result.words());
    }

    @Test
    void answersAnEmptyCatalogWithNothing() {
        SearchResult result = CatalogIndex.of(Catalog.empty(Instant.EPOCH)).search("cpu load", 3);

        assertThat(result.metrics()).isEmpty();
        assertThat(result.spans()).isEmpty();
        assertThat(result.missing()).containsExactly("cpu", "load");
        assertThat(result.answered()).isFalse();
    }

    @Test
    void readsTheBeginningOfAVeryLongText() {
        SearchResult repeated = index.search("redis memory ".repeat(2_000), 1);
        SearchResult varied = index.search(
                "redis memory "
                        + String.join(
                                " ",
                                IntStream.range(0, 5_000).mapToObj(i -> "w" + i).toList()),
                1);

        assertThat(repeated.metrics().getFirst().metric().name()).isEqualTo("redis.mem.used");
        assertThat(repeated.words()).containsExactly("redis", "memory");
        assertThat(varied.words()).hasSizeLessThan(100);
        assertThat(index.search("x".repeat(20_000), 1).metrics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "the of and", "and", "42", "200 404 500", "1 2 3", "p95", "i", "我", "ا"})
    void answersATextOfAlmostNothingOrSaysThatItCannot(String text) {
        SearchResult result = index.search(text, 3);

        assertThat(result.metrics()).hasSizeLessThanOrEqualTo(3);
        assertThat(result.missing()).isSubsetOf(result.words());
        assertThat(result).isEqualTo(index.search(text, 3));
    }

    @Test
    void findsAMetricThatIsTheOnlyOne() {
        CatalogIndex one = CatalogIndex.of(Catalog.of(List.of(Metric.named("shop.orders")), List.of(), Instant.EPOCH));

        assertThat(one.search("orders", 10).answered()).isTrue();
        assertThat(one.search("orders", 10).metrics()).hasSize(1);
        assertThat(one.search("weather", 10).answered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "магазин.запросы, запросы",
        "商店.订单, 订单",
        "متجر.طلبات, طلبات",
        "shop.re\u0301sume\u0301s, résumés",
        "दुकान.प्रार्थना, प्रार्थना",
        "shop.zalgo\u0336\u0337\u0338_orders, orders"
    })
    void findsNamesInEveryScript(String name, String text) {
        CatalogIndex scripts = CatalogIndex.of(
                Catalog.of(List.of(Metric.named(name), Metric.named("other.thing")), List.of(), Instant.EPOCH));

        assertThat(first(scripts, text)).isEqualTo(name);
    }

    @Test
    void keepsNamesApartThatDifferInWhatCannotBeSeen() {
        List<String> names = List.of(
                "shop.orders",
                "shop.orders\u202E",
                "shop.\u2066orders\u2069",
                "shop.orders\u0000",
                "shop.orders\ud800",
                "shop.🚀.orders");
        CatalogIndex hostile =
                CatalogIndex.of(Catalog.of(names.stream().map(Metric::named).toList(), List.of(), Instant.EPOCH));

        assertThat(hostile.search("orders", 10).metrics())
                .extracting(match -> match.metric().name())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis \ud800 memory", "\udc00redis memory\ud83d", "redis\u202E memory\u2066"})
    void passesOverHalvesOfCharactersAndDirections(String text) {
        assertThat(first(index, text)).isEqualTo("redis.mem.used");
    }

    @Test
    void aLongTextCostsNoMoreThanItsBeginning() {
        Tokenizer tokenizer = new Tokenizer(Compounds.NONE);

        assertThat(tokenizer.tokens("a ".repeat(10_000))).hasSizeLessThanOrEqualTo(WordBreaks.MAX_CHARACTERS);
        // One of these becomes eighteen letters.
        assertThat(tokenizer.tokens("\uFDFA".repeat(20_000))).hasSizeLessThanOrEqualTo(18 * WordBreaks.MAX_CHARACTERS);
        assertThat(index.search("?!".repeat(10_000), 3).answered()).isFalse();
        assertThat(index.search("9".repeat(20_000), 3).answered()).isFalse();
    }

    @Test
    void findsDescriptionsInOtherScripts() {
        Catalog catalog = Catalog.of(
                List.of(
                        Sample.metric("shop.a", "", "Количество запросов"),
                        Sample.metric("shop.b", "", "数据库连接数"),
                        Sample.metric("shop.c", "", "Anzahl der Aufträge")),
                List.of(),
                Instant.EPOCH);
        CatalogIndex scripts = CatalogIndex.of(catalog);

        assertThat(first(scripts, "запросов")).isEqualTo("shop.a");
        assertThat(first(scripts, "连接数")).isEqualTo("shop.b");
        assertThat(first(scripts, "auftrage")).isEqualTo("shop.c");
    }

    @Test
    void indexesHostileMetricsBesideGoodOnes() {
        TagSet manyTags =
                TagSet.of(IntStream.range(0, 20_000).mapToObj(i -> "id:" + i).toList());
        Catalog catalog = Catalog.of(
                List.of(
                        Sample.metric("a.huge", "", "noise ".repeat(20_000)),
                        Sample.metric("a.control", "\u0000", "\u0000\u0007\ud800"),
                        Metric.named("....").withTags(TagSet.of(List.of(":", "", ":::"))),
                        Metric.named("x".repeat(40_000)),
                        Sample.metric("a.good", "", "The good one").withTags(manyTags)),
                List.of(),
                Instant.EPOCH);

        assertThat(first(CatalogIndex.of(catalog), "good")).isEqualTo("a.good");
    }

    @Test
    void survivesWhateverCharactersCome() {
        Random random = new Random(20261120);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(random.nextInt(60), 0, 0x2fff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            SearchResult result = index.search(text, 5);

            assertThat(result.metrics())
                    .hasSizeLessThanOrEqualTo(5)
                    .allSatisfy(match -> assertThat(match.fit()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void servesManyThreadsTheSameAnswer() throws Exception {
        SearchResult expected = index.search("redis memory", 5);
        Callable<SearchResult> search = () -> index.search("redis memory", 5);
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<SearchResult>> answers = pool.invokeAll(
                    IntStream.range(0, 200).mapToObj(any -> search).toList());
            for (Future<SearchResult> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    private static String first(CatalogIndex index, String text) {
        return index.search(text, 1).metrics().getFirst().metric().name();
    }
}
