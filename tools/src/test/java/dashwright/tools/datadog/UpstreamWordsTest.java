package dashwright.tools.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What errors say, in all the forms in which they come. */
class UpstreamWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"errors\":[\"Forbidden\"]}|Forbidden",
                "{\"errors\":[\"one\",\"two\"]}|one; two",
                "{\"errors\":\"unknown function\"}|unknown function",
                "{\"errors\":{\"title\":\"Bad\",\"detail\":\"query\"}}|Bad: query",
                "{\"errors\":[{\"title\":\"Bad\"}]}|Bad",
                "{\"errors\":[{\"detail\":\"no facet\",\"source\":{\"pointer\":\"/data\"}}]}|no facet (at /data)",
                "{\"errors\":[{\"odd\":1}]}|{\"odd\":1}",
                "{\"error\":\"not found\"}|not found",
                "{\"message\":\"Missing Authentication Token\"}|Missing Authentication Token",
                "\"just text\"|just text",
                "{\"status\":\"ok\"}|{\"status\":\"ok\"}",
                "upstream connect error|upstream connect error",
                "<html><body><h1>Bad</h1> gateway</body></html>|an HTML page: Bad gateway",
                "``|``",
            })
    void areFoundWhereverTheyStand(String body, String words) {
        assertThat(UpstreamWords.of(body)).isEqualTo(words);
    }

    @Test
    void areBounded() {
        assertThat(UpstreamWords.of("{\"errors\":[\"" + "x".repeat(100_000) + "\"]}"))
                .hasSize(500);
    }

    @Test
    void ofASuccessAreOnlyItsErrors() {
        assertThat(UpstreamWords.inAnswer(DoorFixture.tree("{\"data\":{},\"message\":\"fine\"}")))
                .isEmpty();
        assertThat(UpstreamWords.inAnswer(DoorFixture.tree("{\"errors\":[\"partial\"]}")))
                .isEqualTo("partial");
    }
}
