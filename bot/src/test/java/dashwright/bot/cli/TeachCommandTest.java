package dashwright.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dashwright.bot.Settings;
import dashwright.bot.store.CatalogSnapshots;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.sync.Demand;
import dashwright.catalog.sync.Listed;
import dashwright.catalog.sync.Snapshot;
import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Teaching at a terminal, with a database and nothing else. */
class TeachCommandTest {
    private static final Instant LISTED_AT = Instant.parse("2026-11-20T12:00:00Z");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String NOT_CACHED = "warehouse.packaging.files.not_cached";

    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private Path catalog = Path.of("");
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void prepare() throws IOException {
        data = folder.resolve("data");
        environment.put("DASH_DATA", data.toString());
        catalog = Files.writeString(folder.resolve("catalog.jsonl"), """
                {"name": "warehouse.packaging.files.not_cached", "type": "gauge", "unit": "file"}
                {"name": "warehouse.packaging.files.total", "type": "gauge", "unit": "file"}
                {"name": "redis.mem.used", "type": "gauge", "unit": "byte"}
                """);
    }

    private int dash(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line =
                Cli.commandLine(environment).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit =
                line.execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }

    private JsonNode document() throws IOException {
        return JSON.readTree(out.toString());
    }

    /** A catalog is kept there, as after a sync by another process. */
    private void keepTheCatalog() {
        try (Store store = Store.open(new Settings.Store("jdbc:sqlite:" + data.resolve("dashwright.db"), data))) {
            DatadogSettings datadog = DatadogSettings.forSite("datadoghq.eu", Secret.of("key"), Secret.of("app"));
            List<Metric> metrics = Stream.of(NOT_CACHED, "warehouse.packaging.files.total", "redis.mem.used")
                    .map(Metric::named)
                    .toList();
            CatalogSnapshots.of(store, datadog)
                    .save(new Snapshot(
                            Catalog.of(metrics, List.of(), LISTED_AT),
                            new Listed(LISTED_AT, 6, 2, true, List.of(), List.of()),
                            Map.of(),
                            Map.of(),
                            Demand.NONE,
                            null,
                            Map.of()));
        }
    }

    @Test
    void teachesListsAndForgets() {
        keepTheCatalog();
        assertThat(dash("teach", "backfill", NOT_CACHED, "--as", "maya")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).isEqualToIgnoringNewLines("\"backfill\" now means " + NOT_CACHED + " (L1).");
        assertThat(err.toString()).isEmpty();

        assertThat(dash("teach", "--list")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("L1  \"backfill\" means " + NOT_CACHED + " (maya taught it on 20");
        assertThat(dash("teach", "--forget", "Backfills")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("\"backfill\" no longer means " + NOT_CACHED);
        assertThat(dash("teach", "--list")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Nothing was taught yet. Say what a word means here, as in: dash teach");
    }

    @Test
    void whatWasTaughtIsFoundInACatalogFileOnceThereIsADatabase() throws IOException {
        assertThat(dash("find", "backfill", "--catalog", catalog)).isEqualTo(Exit.NO);
        assertThat(data).doesNotExist();

        assertThat(dash("teach", "backfill", NOT_CACHED, "--as", "maya", "--catalog", catalog))
                .isEqualTo(Exit.DONE);
        assertThat(dash("find", "backfill", "--catalog", catalog)).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains(NOT_CACHED).contains("backfill was taught by maya to mean it");
        assertThat(dash("find", "how is the backfill doing", "--catalog", catalog, "--json"))
                .isEqualTo(Exit.DONE);
        assertThat(document().path("answered").asBoolean()).isTrue();
        assertThat(document().path("missing")).isEmpty();
        assertThat(document().at("/metrics/0/name").asText()).isEqualTo(NOT_CACHED);
        assertThat(document().at("/metrics/0/fit").asDouble()).isEqualTo(1);

        assertThat(dash("build", "backfill", "--catalog", catalog, "--json")).isEqualTo(Exit.DONE);
        assertThat(document().path("dashboard").toString()).contains(NOT_CACHED);
        assertThat(document().path("remarks").toString()).contains("as it was taught");
    }

    @Test
    void aCatalogFileIsSearchedAlsoWhereTheDatabaseCannotBeUsed() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("dashwright.db"), "not a database ".repeat(100));

        assertThat(dash("find", "redis memory", "--catalog", catalog)).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("redis.mem.used");
        assertThat(err.toString()).contains("searching without what was taught").contains("not an intact SQLite");
        assertThat(dash("teach", "--list")).isEqualTo(Exit.OUTSIDE);
    }

    @Test
    void aMetricThatIsNotThereIsANoThatNamesTheNearest() throws IOException {
        keepTheCatalog();
        String wrong = "warehouse.packaging.files.uncached";
        assertThat(dash("teach", "backfill", wrong)).isEqualTo(Exit.NO);
        assertThat(out.toString())
                .contains("The catalog of 3 metrics has no " + wrong)
                .contains(NOT_CACHED)
                .contains("--anyway teaches it all the same");
        assertThat(dash("teach", "backfill", wrong, "--json")).isEqualTo(Exit.NO);
        assertThat(document().path("outcome").asText()).isEqualTo("no such metric");
        assertThat(document().path("nearest").get(0).asText()).startsWith("warehouse.packaging.files");

        assertThat(dash("teach", "backfill", wrong, "--anyway")).isEqualTo(Exit.DONE);
        assertThat(dash("teach", "--list")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("not in the catalog, so it has no effect now");
    }

    @Test
    void withoutACatalogItIsTaughtAndSaidThatNothingWasLookedUp() {
        assertThat(dash("teach", "backfill", NOT_CACHED)).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("No catalog is known yet");
    }

    @Test
    void teachingTwiceIsDoneAndSaysSo() {
        assertThat(dash("teach", "backfill", NOT_CACHED, "--as", "maya")).isEqualTo(Exit.DONE);
        assertThat(dash("teach", "the Backfill", NOT_CACHED, "--as", "tomas")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("means " + NOT_CACHED + " already: maya taught it on");
    }

    @Test
    void everyAnswerIsOneDocumentWhereThatIsAskedFor() throws IOException {
        assertThat(dash("teach", "backfill", NOT_CACHED, "--as", "maya", "--json"))
                .isEqualTo(Exit.DONE);
        assertThat(document().path("outcome").asText()).isEqualTo("taught");
        assertThat(document().at("/lessons/0/id").asText()).isEqualTo("L1");
        assertThat(document().at("/lessons/0/in_catalog").asText()).isEqualTo("unknown");
        assertThat(dash("teach", "--list", "--json")).isEqualTo(Exit.DONE);
        assertThat(document().at("/lessons/0/phrase").asText()).isEqualTo("backfill");
        assertThat(document().path("decisions")).isEmpty();
        assertThat(dash("teach", "--forget", "moonshot", "--json")).isEqualTo(Exit.NO);
        assertThat(document().at("/taught/0").asText()).isEqualTo("backfill");
        assertThat(dash("teach", "--forget", "L1", "--json")).isEqualTo(Exit.DONE);
        assertThat(document().path("outcome").asText()).isEqualTo("forgotten");
    }

    @Test
    void onlyApproversTeach() {
        environment.put("DASH_APPROVERS", "U0ALICE");
        assertThat(dash("teach", "backfill", NOT_CACHED)).isEqualTo(Exit.NO);
        assertThat(out.toString()).contains("You may not teach").contains("DASH_APPROVERS");
        assertThat(dash("teach", "backfill", NOT_CACHED, "--as", "U0ALICE")).isEqualTo(Exit.DONE);
    }

    @Test
    void aMetricWithoutEndIsQuotedWithOne() {
        assertThat(dash("teach", "backfill", "x".repeat(10_000))).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("is no metric's name").hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            teach                                | teach takes a phrase and a metric
            teach;backfill                       | not 1 word;
            teach;a;b;c                          | each in quotes where it has spaces, not 3 words
            teach;--forget                       | --forget takes a phrase in quotes
            teach;--forget;a;b;c                 | --forget takes a phrase in quotes
            teach;--list;backfill                | --list takes nothing else
            teach;--list;--forget;backfill       | --list takes nothing else
            teach;--forget;backfill;--anyway     | --anyway goes with teaching
            teach;;redis.mem.used                | Say which words are meant, as in: dash teach
            teach;backfill;                      | Say which metric "backfill" means
            teach;???;redis.mem.used             | says nothing about what is measured
            teach;dashboard;redis.mem.used       | says nothing about what is measured
            teach;BELL;redis.mem.used            | characters that cannot be seen
            teach;LONG;redis.mem.used            | at most 100 characters, not 10000
            teach;backfill;9 lives               | is no metric's name
            teach;backfill;a.b;--as;BELL         | Say in whose name
            teach;backfill;a.b;--catalog;nowhere | nowhere
            """)
    void saysHowItIsMeant(String arguments, String words) {
        Object[] split = Stream.of(arguments.split(";", -1))
                .map(word -> word.replace("BELL", "back\u0007fill").replace("LONG", "x".repeat(10_000)))
                .toArray();
        assertThat(dash(split)).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains(words).doesNotContain("\u0007");
        assertThat(out.toString()).isEmpty();
    }
}
