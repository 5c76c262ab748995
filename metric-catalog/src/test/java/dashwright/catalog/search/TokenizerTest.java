package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private final Tokenizer tokenizer = new Tokenizer(Compounds.NONE);

    @Test
    void dividesNamesAtDotsUnderscoresAndDashes() {
        assertThat(stems("postgresql.rows_returned-total")).containsExactly("postgresql", "row", "return", "total");
    }

    @Test
    void knowsTheWholeAndThePartsOfCamelCase() {
        Token token = tokenizer.tokens("HTTPServer").getFirst();

        assertThat(token.stem()).isEqualTo("httpserver");
        assertThat(token.parts()).extracting(Token::stem).containsExactly("http", "server");
    }

    @Test
    void keepsShortNamesWithDigitsWhole() {
        assertThat(stems("s3 b2 k8s ec2 7d")).containsExactly("s3", "b2", "k8s", "ec2", "7d");
        assertThat(tokenizer.tokens("s3").getFirst().parts()).isEmpty();
    }

    @Test
    void findsTheWordInANameThatEndsInDigits() {
        Token token = tokenizer.tokens("http2").getFirst();

        assertThat(token.parts()).extracting(Token::stem).containsExactly("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p95",
                "P95",
                "task.95percentile",
                "95th percentile",
                "percentile_95",
                "the 95th",
                "readlatencyp95",
                "95 pctl",
                "task.95PERCENTILE",
                "THE 95TH",
                "Quantile 95",
                "PCTL95"
            })
    void writesAPercentileOneWay(String text) {
        assertThat(everyStem(text)).contains("p95");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5th attempt", "p9", "1950th", "95"})
    void takesNoOtherNumberForAPercentile(String text) {
        assertThat(everyStem(text)).noneMatch(stem -> stem.matches("p\\d{2,}"));
    }

    @ParameterizedTest
    @CsvSource({"requests,request", "queries,query", "failed,fail", "cached,caching", "Latencies,latency", "bytes,byte"
    })
    void reducesWordFormsToOneStem(String one, String other) {
        assertThat(tokenizer.stem(one)).isEqualTo(tokenizer.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"prs,pr", "GPUs,gpu", "vCPUs,vcpu", "VMs,vm", "pvcs,pvc", "https,http"})
    void reducesTheAbbreviationsInThePluralToo(String plural, String one) {
        assertThat(tokenizer.stem(plural)).isEqualTo(tokenizer.stem(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "css", "status", "access"})
    void takesNoOtherWordForAnAbbreviationInThePlural(String word) {
        assertThat(tokenizer.stem(word)).endsWith("s");
    }

    @Test
    void takesWordsApartThatWereWrittenTogether() {
        Compounds compounds = OwnWords.compounds("file.read file.write storage.used storage.free", Set.of("total"));
        Tokenizer knowing = new Tokenizer(compounds);

        assertThat(knowing.tokens("filestorage").getFirst().parts())
                .extracting(Token::stem)
                .containsExactly(knowing.stem("file"), knowing.stem("storage"));
        assertThat(knowing.tokens("totalfilestorage").getFirst().parts()).hasSize(3);
        assertThat(knowing.tokens("filefolder").getFirst().parts()).isEmpty();
    }

    @Test
    void leavesAWordWholeThatIsCommonerThanItsParts() {
        Compounds compounds = OwnWords.compounds("database database database data base", Set.of());

        assertThat(new Tokenizer(compounds).tokens("database").getFirst().parts())
                .isEmpty();
    }

    @Test
    void readsOtherScripts() {
        assertThat(stems("Größe café")).containsExactly("gross", "cafe");
        assertThat(stems("запросы базы")).containsExactly("запросы", "базы");
        assertThat(stems("连接数")).containsExactly("连", "接", "数");
        assertThat(stems("अनुरोध")).containsExactly("अनुरोध");
    }

    @Test
    void treatsControlCharactersAndSignsAsSpace() {
        assertThat(stems("cpu\u0000load\u0007\u200bidle 🚀 ✔")).containsExactly("cpu", "load", "idl");
        assertThat(stems("")).isEmpty();
        assertThat(stems(" ,.;:!?-_/\\|(){}[]<>*&^%$#@~`'\" ")).isEmpty();
    }

    @Test
    void looksAtABoundedPartOfALongText() {
        assertThat(tokenizer.tokens("cpu ".repeat(5_000))).hasSize(WordBreaks.MAX_CHARACTERS / 4);
        assertThat(tokenizer.tokens("x".repeat(20_000)).getFirst().written()).hasSizeLessThan(100);
    }

    private List<String> stems(String text) {
        return tokenizer.tokens(text).stream().map(Token::stem).toList();
    }

    private List<String> everyStem(String text) {
        return tokenizer.tokens(text).stream()
                .flatMap(token -> Stream.concat(Stream.of(token), token.parts().stream()))
                .map(Token::stem)
                .toList();
    }
}
