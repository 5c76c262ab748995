package dashwright.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code dash find} prints. */
class FindCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private Path catalog = Path.of("");
    private final Map<String, String> environment = new HashMap<>();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheCatalog() throws IOException {
        catalog = Files.writeString(folder.resolve("catalog.jsonl"), """
                {"name": "shop.pay.time.avg", "type": "gauge", "unit": "second", "description": "How long paying takes", "tags": ["env:prod", "region:us", "region:eu"]}
                {"name": "shop.pay.time.95percentile", "type": "gauge", "unit": "second", "description": "How long paying takes"}
                {"name": "shop.pay.time.max", "type": "gauge", "unit": "second", "description": "How long paying takes"}
                {"name": "shop.pay.time.count", "type": "rate", "description": "How long paying takes"}
                {"name": "shop.pay.failed", "type": "count", "unit": "error", "description": "Attempts that were refused, by the bank or by us, whatever the reason was, before or after the order was written down"}
                {"name": "mail.sent", "type": "count"}
                """);
    }

    @Test
    void showsVariantsTagsAndWhy() {
        assertThat(find("paying time in prod", "--top", "2")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).isEqualTo("""
                 1. shop.pay.time.avg  (gauge, second)
                    How long paying takes
                    also 95percentile, max; count (rate)
                    tags env:prod, region 2
                    why  paying (as pay) and time in the name; prod in a tag
                 2. shop.pay.failed  (count, error)
                    Attempts that were refused, by the bank or by us, whatever the reason was,
                    before or after the order was written down
                    why  paying (as pay) in the name
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theFigureThatIsAskedForStandsForTheOthers() {
        assertThat(find("p95 pay time", "--top", "1")).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .startsWith(" 1. shop.pay.time.95percentile ")
                .contains("also avg, max; count (rate)");
    }

    @Test
    void theDocumentHasEverything() throws IOException {
        assertThat(find("paying time in prod", "--json")).isEqualTo(Exit.DONE);
        JsonNode document = JSON.readTree(out.toString());

        assertThat(document.path("text").asText()).isEqualTo("paying time in prod");
        assertThat(document.path("answered").asBoolean()).isTrue();
        JsonNode first = document.at("/metrics/0");
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly(
                        "rank",
                        "name",
                        "type",
                        "unit",
                        "liveness",
                        "description",
                        "integration",
                        "score",
                        "fit",
                        "tags",
                        "tags_whole",
                        "variants",
                        "why",
                        "reasons");
        assertThat(first.path("fit").asDouble()).isBetween(0.5, 1.0);
        assertThat(first.at("/tags/region")).hasSize(2);
        assertThat(first.at("/variants").findValuesAsText("name"))
                .containsExactly("shop.pay.time.95percentile", "shop.pay.time.max", "shop.pay.time.count");
        assertThat(first.at("/variants/0/statistic").asText()).isEqualTo("p95");
        assertThat(first.at("/variants/2/type").asText()).isEqualTo("rate");
        assertThat(first.at("/reasons/0").toString())
                .isEqualTo("{\"word\":\"paying\",\"matched\":\"pay\",\"field\":\"name\",\"likeness\":\"form\"}");
        assertThat(document.at("/metrics/1/tags").isNull()).isTrue();
        assertThat(document.path("spans")).isEmpty();
    }

    @Test
    void saysWhichWordsNothingKnowsAndShowsTheNearestThree() {
        assertThat(find("pay the pizza courier in bitcoin")).isEqualTo(Exit.NO);
        assertThat(out.toString())
                .startsWith(
                        "Nothing in the catalog answers to that: nothing in it knows pizza, courier,\nbitcoin. The nearest:\n")
                .contains(" 1. shop.pay")
                .doesNotContain(" 4. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "…", "🚀"})
    void saysThatThereIsNoWordToLookFor(String text) {
        assertThat(find(text)).isEqualTo(Exit.NO);
        assertThat(out.toString()).startsWith("There is no word to look for in that; say what the metric is about");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "the of and", "42", "\ud800", "عدد الطلبات", "订单"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void answersWhateverIsTyped(String text) {
        assertThat(find(text)).isIn(Exit.DONE, Exit.NO);
        assertThat(out.toString()).isNotBlank();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aTextOfTwentyThousandCharactersIsAnsweredInAFewLines() {
        assertThat(find("word ".repeat(4_000) + "pay")).isIn(Exit.DONE, Exit.NO);
        assertThat(out.toString().lines())
                .hasSizeLessThan(30)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @Test
    void aHostileCatalogForgesNoLines() throws IOException {
        String description = "paid\\n 2. forged.metric  (gauge)\\u001b[2J \\u202Edetrever " + "x".repeat(10_000);
        Files.writeString(
                catalog,
                "{\"name\": \"shop.paid\", \"unit\": \"by\\nte\", \"description\": \"" + description
                        + "\", \"tags\": [\"ro\\nle:a\\u202Eb\"]}");

        assertThat(find("paid")).isEqualTo(Exit.DONE);
        assertThat(out.toString().lines())
                .hasSizeLessThan(7)
                .noneMatch(line -> line.startsWith(" 2."))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(90).doesNotContain("\u001b", "\u202E"));
    }

    @Test
    void saysThatTheCatalogIsEmpty() throws IOException {
        WireMockServer datadog =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        datadog.start();
        try {
            datadog.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"data\": []}")));
            environment.putAll(Map.of(
                    "DD_API_KEY", "0".repeat(32),
                    "DD_APP_KEY", "0".repeat(40),
                    "DD_URL", datadog.baseUrl(),
                    "DASH_DATA", folder.toString()));
            assertThat(run("find", "cpu load")).isEqualTo(Exit.NO);
            assertThat(err.toString()).contains("The catalog is empty", "dash doctor");
            assertThat(out.toString()).contains("nothing in it knows cpu, load");
        } finally {
            datadog.stop();
        }
    }

    @Test
    void saysWhatKindOfFileACatalogIsNot() throws IOException {
        Files.write(catalog, new byte[] {0x1F, (byte) 0x8B, 8, 0});
        assertThat(find("pay")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("it is compressed; unpack it").doesNotContain("\tat ");
    }

    @Test
    void queriesStayFlat() throws IOException {
        Path queries = Files.writeString(folder.resolve("queries.jsonl"), "{\"text\": \"p95 pay time\"}\n");
        assertThat(run("find", "--catalog", catalog.toString(), "--queries", queries.toString(), "--top", "3"))
                .isEqualTo(Exit.DONE);
        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.path("metrics"))
                .hasSize(3)
                .allSatisfy(name -> assertThat(name.isTextual()).isTrue());
        assertThat(answer.at("/metrics/0").asText()).isEqualTo("shop.pay.time.95percentile");
    }

    private int find(String... arguments) {
        String[] all = Stream.concat(Stream.of("find", "--catalog", catalog.toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        return run(all);
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line =
                Cli.commandLine(environment).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }
}
