package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dashwright.bot.cli.Cli;
import dashwright.bot.cli.Exit;
import dashwright.evals.retrieval.ScoreCommand;
import dashwright.lab.Fault;
import dashwright.lab.Lab;
import dashwright.lab.Received;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Metrics in the order of an embedding model: the real clients of both providers against the simulated one. */
class EmbeddingsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPENAI = "openai:lab";
    private static final String OLLAMA = "ollama:lab";
    private static final String PATHS = "/v1/embeddings|/api/embed";

    /** Words have nothing to tell these apart by: "line" stands nowhere. */
    private static final String TEXT = "customers in line";

    private static final String CLOSE = "shop.customers.queued";

    /** As half of the text is foreign to the catalog it is no answer, and no model may make it one. */
    private static final int EXIT = Exit.NO;

    private final Lab lab;
    private final Map<String, String> settings;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    EmbeddingsTest() throws IOException, InterruptedException {
        lab = Lab.start(Lab.Options.of("pypi"));
        settings = new TreeMap<>(lab.environment());
        settings.put("OLLAMA_BASE_URL", lab.model().ollamaUrl().toString());
        settings.put("DASH_MODEL", "none");
    }

    @BeforeEach
    void prepare() throws IOException {
        settings.put("DASH_DATA", folder.resolve("data").toString());
        Files.writeString(folder.resolve("catalog.jsonl"), """
                {"name": "shop.customers.deleted", "type": "count", "unit": "", "description": "Accounts that are closed"}
                {"name": "shop.customers.fresh", "type": "count", "unit": "", "description": "Accounts of today"}
                {"name": "shop.customers.queued", "type": "gauge", "unit": "", "description": "Not served yet"}
                {"name": "shop.customers.seen", "type": "gauge", "unit": "", "description": "With a session"}
                """);
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
    }

    private int dash(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Cli.commandLine(settings, new ScoreCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int exit = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }

    private int find(String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(
                new String[] {
                    "find", TEXT, "--catalog", folder.resolve("catalog.jsonl").toString()
                },
                0,
                arguments,
                0,
                4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return dash(arguments);
    }

    private String first() throws IOException {
        return JSON.readTree(out.toString()).at("/metrics/0/name").asText();
    }

    private List<Received> asked() {
        return lab.journal().entries().stream()
                .filter(each -> each.path().matches(PATHS))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {OPENAI, OLLAMA})
    void bringUpAMetricWhoseWordsDifferAndAskOnceForEachText(String model) throws IOException {
        assertThat(find("--json")).isEqualTo(EXIT);
        assertThat(first()).isNotEqualTo(CLOSE);
        assertThat(asked()).isEmpty();
        settings.put("DASH_EMBEDDINGS", model);

        assertThat(find("--json")).isEqualTo(EXIT);
        assertThat(first()).isEqualTo(CLOSE);
        assertThat(JSON.readTree(out.toString()).at("/metrics/0/why").asText())
                .contains("customers in the name; close in meaning by embedding, 0.");
        assertThat(asked()).hasSize(1);

        find();
        assertThat(out.toString()).contains("The nearest:\n 1. " + CLOSE).contains("close in meaning by embedding");
        assertThat(asked()).as("another process, and nothing is asked again").hasSize(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void sendNothingButTheTextAndWhatMetricsAreCalled() throws IOException {
        settings.put("DASH_EMBEDDINGS", OPENAI);
        find();

        String body = asked().getFirst().body();
        JsonNode input = JSON.readTree(body).path("input");
        assertThat(input.get(0).asText()).isEqualTo(TEXT);
        assertThat(input).hasSize(5);
        assertThat(input.toString()).contains("shop customers queued: Not served yet");
        List.of("DD_API_KEY", "DD_APP_KEY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "OPENAI_API_KEY")
                .forEach(name -> assertThat(body).doesNotContain(String.valueOf(settings.get(name))));
    }

    @ParameterizedTest
    @CsvSource({
        "500, the embedding model's provider failed (HTTP 500)",
        "401, the embedding model's provider refused the key; check OPENAI_API_KEY",
        "429, the embedding model's provider allows no more calls for now"
    })
    void aProviderThatFailsLeavesThePlainOrderAndTheReason(int status, String why) throws IOException {
        find("--json");
        JsonNode plain = JSON.readTree(out.toString());
        settings.put("DASH_EMBEDDINGS", OPENAI);
        lab.faults().add(Fault.status(PATHS, status, 10));

        assertThat(find("--json")).isEqualTo(EXIT);
        JsonNode document = JSON.readTree(out.toString());
        assertThat(document.path("metrics")).isEqualTo(plain.path("metrics"));
        assertThat(document.path("ranked_without_embeddings").asText()).isEqualTo(why);
        assertThat(err.toString()).contains("ranked without embeddings: " + why);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aProviderThatIsLateIsNotWaitedForAndServesTheNextSearch() throws IOException {
        settings.put("DASH_EMBEDDINGS", OLLAMA);
        lab.faults().add(Fault.latency(PATHS, Duration.ofSeconds(3), 1));

        assertThat(find("--json")).isEqualTo(EXIT);
        assertThat(first()).isNotEqualTo(CLOSE);
        assertThat(err.toString()).contains("the embedding model did not answer within 1.5 s");

        assertThat(find("--json")).isEqualTo(EXIT);
        assertThat(first()).isEqualTo(CLOSE);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aFileOfTextsIsAnsweredWithThemAndSaysHowManyWithout() throws IOException {
        Path queries = folder.resolve("queries.jsonl");
        Files.writeString(queries, "{\"text\": \"" + TEXT + "\"}\n{\"text\": \"deleted customers\"}\n");
        settings.put("DASH_EMBEDDINGS", OPENAI);
        String[] line = {
            "find", "--catalog", folder.resolve("catalog.jsonl").toString(), "--queries", queries.toString()
        };
        lab.faults().add(Fault.latency(PATHS, Duration.ofSeconds(2), 1));

        assertThat(dash(line)).isEqualTo(Exit.DONE);
        assertThat(out.toString().lines().toList()).hasSize(2);
        assertThat(out.toString()).startsWith("{\"metrics\":[\"" + CLOSE + "\"");
        assertThat(err.toString()).isEmpty();

        Files.writeString(queries, "{\"text\": \"customers seen twice\"}\n{\"text\": \"" + TEXT + "\"}\n");
        lab.faults().add(Fault.cut(PATHS, 1));
        assertThat(dash(line)).isEqualTo(Exit.DONE);
        assertThat(err.toString())
                .contains("1 of 2 texts ranked without embeddings: the connection to the embedding model failed");
    }

    @Test
    void badSettingsEndItBeforeAnythingIsAskedAndOtherSettingsMatterOnlyWithThem() {
        settings.put("DASH_HTTP_PORT", "http");
        assertThat(find()).isEqualTo(EXIT);
        settings.put("DASH_EMBEDDINGS", "foo");
        assertThat(find()).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("DASH_EMBEDDINGS: names no model: foo", "DASH_HTTP_PORT");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDatabaseThatCannotBeUsedLeavesThePlainOrder() throws IOException {
        settings.put(
                "DASH_DATA",
                Files.createFile(folder.resolve("a-file")).resolve("data").toString());
        settings.put("DASH_EMBEDDINGS", OPENAI);

        assertThat(find("--json")).isEqualTo(EXIT);
        assertThat(first()).isNotEqualTo(CLOSE);
        assertThat(err.toString())
                .contains("ranked without embeddings: The data folder")
                .contains("DASH_DATA");
        assertThat(asked()).isEmpty();
    }

    @Test
    void theDoctorTriesThemAndNamesWhatIsWrong() {
        dash("doctor");
        assertThat(out.toString()).contains("embeddings: none set (DASH_EMBEDDINGS)");
        settings.put("DASH_EMBEDDINGS", OPENAI);
        dash("doctor");
        assertThat(out.toString()).contains("embeddings: openai:lab answers with vectors of 256 numbers");
        settings.put("OPENAI_API_KEY", "sk-another-key-0000");
        assertThat(dash("doctor")).isEqualTo(Exit.OUTSIDE);
        assertThat(out.toString())
                .contains("embeddings: openai:lab cannot be used")
                .contains("refused the key; check OPENAI_API_KEY")
                .doesNotContain("sk-another-key-0000");
        settings.put("DASH_EMBEDDINGS", OLLAMA);
        lab.faults().add(Fault.status("/api/embed", 404, 1));
        assertThat(dash("doctor")).isEqualTo(Exit.OUTSIDE);
        assertThat(out.toString()).contains("the provider has no such model; check DASH_EMBEDDINGS");
        settings.put("OLLAMA_BASE_URL", "http://127.0.0.1:1");
        assertThat(dash("doctor")).isEqualTo(Exit.OUTSIDE);
        assertThat(out.toString()).contains("the connection to the embedding model failed");
    }

    @Test
    void theirEffectIsMeasuredOnlyWhereTheyAreSet() throws IOException {
        Files.writeString(
                folder.resolve("cases.jsonl"),
                "{\"integration\": \"shop\", \"dashboard\": \"customers\", \"group\": \"\", \"title\": \"in line\","
                        + " \"gold\": [\"" + CLOSE + "\"]}\n");
        assertThat(dash("score", "--data", folder.toString())).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("| dashwright | all | 1.000 | 0.000 |")
                .doesNotContain("embeddings");
        settings.put("DASH_EMBEDDINGS", OPENAI);

        assertThat(dash("score", "--data", folder.toString())).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("| dashwright + embeddings | all | 1.000 | 1.000 |");
        settings.put("DASH_EMBEDDINGS", OLLAMA);
        lab.faults().add(Fault.cut(PATHS, 10));

        assertThat(dash("score", "--data", folder.toString())).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("| dashwright + embeddings | all | 1.000 | 0.000 |")
                .contains("1 texts were ranked without embeddings: the connection to the embedding model failed");
    }

    @Test
    void aBoardIsPlannedWithoutThemAndSlackIsToldWhenTheyFail() throws IOException, InterruptedException {
        Map<String, String> planned = new TreeMap<>(Stage.WITHOUT_MODEL);
        planned.put("DASH_EMBEDDINGS", OPENAI);
        try (Stage stage = Stage.open(Transport.SOCKET_MODE, planned)) {
            stage.drafts("s3 sync status");
            assertThat(asked(stage)).isEmpty();

            stage.types("/dash find files not cached");
            Stage.soon("a search with embeddings", () -> asked(stage).stream().findFirst());
            stage.whisperedTo(Stage.ASKER, "warehouse.packaging.files.not_cached");

            stage.lab().faults().add(Fault.status(PATHS, 503, 5));
            stage.types("/dash find worker memory");
            stage.whisperedTo(Stage.ASKER, "Ranked without embeddings: ");
        }
    }

    private static List<Received> asked(Stage stage) {
        return stage.lab().journal().entries().stream()
                .filter(each -> each.path().matches(PATHS))
                .toList();
    }
}
