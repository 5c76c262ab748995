package dashwright.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dashwright.dashboards.plan.PlanCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CliTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BOARD = """
            {"title": "Redis", "layout_type": "ordered", "widgets": [{"definition": {"type": "query_value",
             "title": "Redis memory used", "requests": [{"response_format": "scalar",
             "queries": [{"data_source": "metrics", "name": "a", "query": "avg:METRIC{*}", "aggregator": "last"}],
             "formulas": [{"formula": "a"}]}]}}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path catalog = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void writeTheCatalog() throws IOException {
        catalog = write("catalog.jsonl", """
                {"name": "redis.mem.used", "type": "gauge", "unit": "byte", "description": "Memory in use – größte Last"}
                {"name": "redis.mem.lua", "type": "gauge", "unit": "byte"}
                {"name": "mail.sent", "type": "count", "unit": "message", "description": "Letters sent"}
                {"name": "mail.failed", "type": "count", "description": "Letters that could not be sent"}
                """);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private int dash(Object... arguments) {
        CommandLine line =
                Cli.commandLine(environment).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit =
                line.execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }

    /** The one document on standard output. */
    private JsonNode document() throws IOException {
        return JSON.readTree(out.toString());
    }

    @Test
    void findsMetricsInAFile() {
        assertThat(dash("find", "redis memory", "--catalog", catalog)).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("redis.mem.used")
                .contains("größte")
                .contains("why  redis in the namespace; memory (as mem) in the name")
                .doesNotContain("mail");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void findsMetricsAsOneDocument() throws IOException {
        assertThat(dash("find", "redis", "memory", "--catalog", catalog, "--json", "--top", "1"))
                .isEqualTo(Exit.DONE);
        JsonNode document = document();
        assertThat(document.path("answered").asBoolean()).isTrue();
        assertThat(document.path("metrics")).hasSize(1);
        assertThat(document.at("/metrics/0/unit").asText()).isEqualTo("byte");
    }

    @Test
    void whatIsNotFoundIsANo() {
        assertThat(dash("find", "unicorns", "--catalog", catalog)).isEqualTo(Exit.NO);
        assertThat(out.toString()).contains("nothing in it knows unicorns");
    }

    @Test
    void answersQueriesLineByLine() throws IOException {
        Path queries = write("queries.jsonl", "{\"text\": \"redis memory\"}\n\n{\"text\": \"letters\"}\n");
        assertThat(dash("find", "--catalog", catalog, "--queries", queries)).isEqualTo(Exit.DONE);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.getFirst()).at("/metrics/0").asText()).startsWith("redis.mem");
        assertThat(JSON.readTree(lines.getLast()).path("metrics"))
                .anyMatch(name -> name.asText().startsWith("mail"));
    }

    @Test
    void aBrokenQueryEndsItBeforeAnythingIsAnswered() throws IOException {
        Path queries = write("queries.jsonl", "{\"text\": \"redis\"}\n{\"txt\": 1}\n");
        assertThat(dash("find", "--catalog", catalog, "--queries", queries)).isEqualTo(Exit.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("line 2").contains("{\"text\": \"disk full\"}");
    }

    @Test
    void namesTheLinesOfACatalogThatCannotBeUsed() throws IOException {
        Path mixed = write("mixed.jsonl", Files.readString(catalog) + "nonsense\n{\"name\": \"9bad name\"}\n");
        assertThat(dash("find", "redis memory", "--catalog", mixed)).isEqualTo(Exit.DONE);
        assertThat(err.toString()).contains("line 5").contains("line 6");
        assertThat(out.toString()).contains("redis.mem.used").doesNotContain("line 5");
    }

    @Test
    void buildsADraftFromAFile() throws IOException {
        Path drafts = folder.resolve("drafts/redis");
        assertThat(dash("build", "redis memory", "--catalog", catalog, "--out", drafts, "--json"))
                .isEqualTo(Exit.DONE);
        JsonNode document = document();
        assertThat(document.path("request").asText()).isEqualTo("redis memory");
        assertThat(document.at("/dashboard/widgets")).isNotEmpty();
        assertThat(document.path("published").isNull()).isTrue();
        assertThat(document.path("receipts"))
                .isNotEmpty()
                .allMatch(receipt -> receipt.path("verdict").asText().equals("not_run"));
        assertThat(PlanCodec.readYaml(Files.readString(drafts.resolve("plan.yaml")))
                        .title())
                .isEqualTo("Redis memory");
        assertThat(JSON.readTree(Files.readString(drafts.resolve("dashboard.json"))))
                .isEqualTo(document.path("dashboard"));
        assertThat(JSON.readTree(Files.readString(drafts.resolve("evidence.json")))
                        .path("hash"))
                .isEqualTo(document.path("hash"));
    }

    @Test
    void printsADraftForPeople() {
        assertThat(dash("build", "redis", "memory", "--catalog", catalog)).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("Redis memory")
                .contains("redis.mem.used (gauge, byte)")
                .contains("Not run: a catalog file has no live data");
    }

    @Test
    void aGapIsANoInWordsAndAsADocument() throws IOException {
        assertThat(dash("build", "pizza ovens", "--catalog", catalog)).isEqualTo(Exit.NO);
        assertThat(out.toString()).contains("No metric for: pizza, ovens");
        out.getBuffer().setLength(0);
        assertThat(dash("build", "pizza ovens", "--catalog", catalog, "--json")).isEqualTo(Exit.NO);
        assertThat(document().at("/gap/looked_for")).hasSize(2);
    }

    @Test
    void aQuestionIsANoToo() throws IOException {
        assertThat(dash("build", "???", "--catalog", catalog, "--json")).isEqualTo(Exit.NO);
        assertThat(document().path("question").asText()).contains("What should the board be about?");
    }

    @Test
    void auditsAFolderAndNamesTheMangledFileAmongGoodOnes() throws IOException {
        write("1-good.json", BOARD.replace("METRIC", "redis.mem.used"));
        write("2-mangled.json", "{\"title\": \"half");
        write("3-list.json", "[1, 2]");
        write("4-lies.json", BOARD.replace("METRIC", "redis.mem.invented"));
        Files.write(folder.resolve("5-binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(dash("audit", folder, "--catalog", catalog, "--json")).isEqualTo(Exit.NO);
        JsonNode boards = document();
        assertThat(boards).hasSize(5);
        assertThat(boards.at("/0/receipts")).hasSize(1);
        assertThat(boards.at("/0/findings"))
                .noneMatch(finding -> finding.path("severity").asText().equals("error"));
        assertThat(boards.at("/1/failure").asText()).contains("is no JSON");
        assertThat(boards.at("/2/failure").asText()).contains("holds no dashboard");
        assertThat(boards.at("/3/findings"))
                .anyMatch(finding -> finding.path("code").asText().equals("metric-unknown"));
        assertThat(boards.at("/4/failure").asText()).contains("no UTF-8");
    }

    @Test
    void anAuditWithoutErrorsIsDone() throws IOException {
        Path good = write("good.json", BOARD.replace("METRIC", "redis.mem.used"));
        assertThat(dash("audit", good, "--catalog", catalog)).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Redis  [").contains("Redis memory used");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find | say what to find
            find --top 0 redis | --top takes a number from 1 to 1000
            find redis --queries nowhere.jsonl | not both
            find --queries nowhere.jsonl --catalog CATALOG | there is no file nowhere.jsonl
            find redis --catalog nowhere.jsonl | nowhere.jsonl
            find redis --catalog EMPTY | has no metric that can be used
            find --nonsense | Unknown option
            build | Missing required parameter
            build redis --publish | --publish needs --as WHO
            build redis --publish --as me --catalog CATALOG | cannot be published
            build redis --catalog CATALOG --out CATALOG | --out takes a folder
            audit | Missing required parameter
            audit nowhere.json --catalog CATALOG | no file that exists, and no dashboard id
            audit EMPTYFOLDER --catalog CATALOG | no .json file in
            audit abc-def-ghi --catalog CATALOG | with --catalog only files can be audited
            catalog sing | catalog takes sync, stats or export FILE
            catalog export | export needs a FILE
            catalog stats file | stats takes no file
            sing | there is no verb sing.
            biuld redis | Did you mean build?
            help biuld | Did you mean build?
            xylophone | there is no verb xylophone. The verbs are help, serve, build, find, audit, teach, catalog, doctor.
            find --jsn redis | ./dash help find says how it is meant
            find redis --catalog= | --catalog takes the name of a file, which is empty here
            audit x.json --catalog= | --catalog takes the name of a file, which is empty here
            build redis --catalog= | --catalog takes the name of a file, which is empty here
            find redis --catalog EMPTYFOLDER | must be a readable text file
            """)
    void saysHowAVerbIsMeant(String arguments, String words) throws IOException {
        Path empty = write("empty.jsonl", "");
        Path none = Files.createDirectories(folder.resolve("none"));
        String[] split = arguments
                .replace("CATALOG", catalog.toString())
                .replace("EMPTYFOLDER", none.toString())
                .replace("EMPTY", empty.toString())
                .split(" ");
        assertThat(dash((Object[]) split)).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains(words);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"find redis", "build redis memory", "audit abc-def-ghi", "catalog stats", "serve"})
    void namesTheSettingsThatAreMissing(String arguments) {
        assertThat(dash((Object[]) arguments.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("DD_API_KEY").contains("DD_APP_KEY");
        assertThat(out.toString()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"find redis", "build redis memory", "audit abc-def-ghi", "catalog stats"})
    void anOutsideServiceThatRefusesIsNamed(String arguments) {
        WireMockServer datadog =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        datadog.start();
        try {
            datadog.stubFor(WireMock.any(WireMock.anyUrl())
                    .willReturn(WireMock.jsonResponse("{\"errors\": [\"Forbidden\"]}", 403)));
            pointAt(datadog.baseUrl());
            assertThat(dash((Object[]) arguments.split(" "))).isEqualTo(Exit.OUTSIDE);
            assertThat(err.toString())
                    .contains("answered 403: Forbidden", "needs the permission metrics_read")
                    .doesNotContain("0".repeat(32));
            assertThat(out.toString()).isEmpty();
        } finally {
            datadog.stop();
        }
    }

    @Test
    void anOutsideServiceThatCannotBeReachedIsNamed() {
        // Port 1 is reserved, and nobody listens there.
        pointAt("http://127.0.0.1:1");
        assertThat(dash("find", "redis")).isEqualTo(Exit.OUTSIDE);
        assertThat(err.toString()).contains("could not reach 127.0.0.1:1").doesNotContain("0".repeat(32));
        assertThat(out.toString()).isEmpty();
    }

    private void pointAt(String datadog) {
        environment.putAll(Map.of(
                "DD_API_KEY", "0".repeat(32),
                "DD_APP_KEY", "0".repeat(40),
                "DD_URL", datadog,
                "DASH_DATA", folder.resolve("data").toString()));
    }

    @Test
    void theDoctorNamesEverythingThatIsMissingAsOneDocument() throws IOException {
        environment.putAll(Map.of("DASH_DATA", folder.toString(), "SLACK_BOT_TOKEN", "xoxb-1"));
        assertThat(dash("doctor", "--json")).isEqualTo(Exit.USAGE);
        assertThat(document().path("healthy").asBoolean(true)).isFalse();
        assertThat(document().path("checks").findValuesAsText("about"))
                .contains("setting DD_API_KEY", "setting DD_APP_KEY", "slack");
        assertThat(out.toString()).contains("SLACK_APP_TOKEN").doesNotContain("xoxb-1");
    }

    @Test
    void theDoctorGoesOnWhereTheDatabaseCannotBeOpened() throws IOException {
        pointAt("http://127.0.0.1:1");
        environment.put("DASH_DATA", write("in-the-way", "").resolve("data").toString());
        assertThat(dash("doctor")).isEqualTo(Exit.OUTSIDE);
        assertThat(out.toString())
                .contains("database: The data folder")
                .contains("set DASH_DATA to another folder")
                .contains("datadog api_key: unknown")
                .contains("model: none set")
                .contains("slack: not set");
    }

    @Test
    void anAuditGoesOnAfterAFileThatIsNone() throws IOException {
        Path boards = Files.createDirectories(folder.resolve("boards"));
        Files.createSymbolicLink(boards.resolve("1-gone.json"), folder.resolve("gone"));
        Files.createDirectories(boards.resolve("2-folder.json"));
        write("boards/3-other.json", "{\"name\": \"no dashboard\"}");
        write("boards/4-good.json", BOARD.replace("METRIC", "redis.mem.used"));
        assertThat(dash("audit", boards, "--catalog", catalog)).isEqualTo(Exit.NO);
        assertThat(out.toString())
                .contains("1-gone.json cannot be read: it is no file, or a link to one that is gone")
                .contains("3-other.json holds no dashboard")
                .contains("Redis memory used")
                .doesNotContain("2-folder");
    }

    @Test
    void aRequestLikeADocumentIsWrongUsage() {
        assertThat(dash("build", "redis ".repeat(700), "--catalog", catalog)).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("at most 2000 characters, not in 4199");
    }

    @Test
    void lettersOfEveryScriptAndKindAreATextLikeAnyOther() throws IOException {
        String odd = "redis memory \u0007\u001b[31m \ud83c\udf89 \u202eabc";
        assertThat(dash("find", odd, "--catalog", catalog, "--json")).isIn(Exit.DONE, Exit.NO);
        assertThat(document().has("answered")).isTrue();
        out.getBuffer().setLength(0);
        assertThat(dash("build", odd, "--catalog", catalog)).isIn(Exit.DONE, Exit.NO);
        assertThat(out.toString()).isNotBlank().doesNotContain("\u0007", "\u001b", "\u202e");
    }

    @Test
    void aMisspelledVariableIsNamedWithTheOneThatIsMeant() {
        environment.putAll(Map.of("DASH_MODLE", "openai:x", "DASH_UNHEARD_OF_THING", "1", "DD_ENV", "prod"));
        assertThat(dash("find", "redis memory", "--catalog", catalog)).isEqualTo(Exit.DONE);
        assertThat(err.toString())
                .contains("DASH_MODLE: is no setting and is not read. Did you mean DASH_MODEL?")
                .contains("DASH_UNHEARD_OF_THING")
                .contains("docs/settings.md")
                .doesNotContain("DD_ENV", "openai:x");
        assertThat(out.toString()).doesNotContain("DASH_");
    }

    @ParameterizedTest
    @CsvSource({"serve", "build", "find", "audit", "teach", "catalog", "doctor", "help"})
    void everyVerbHasItsHelp(String verb) {
        assertThat(dash("help", verb)).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Usage: dash " + verb);
        out.getBuffer().setLength(0);
        assertThat(dash("help")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("  " + verb).contains("Exit status:");
    }

    @Test
    void withoutAVerbItSaysWhatThereIs() {
        assertThat(dash()).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("serve")
                .contains("build")
                .contains("audit")
                .contains("wrong usage");
        assertThat(dash("--version")).isEqualTo(Exit.DONE);
    }
}
