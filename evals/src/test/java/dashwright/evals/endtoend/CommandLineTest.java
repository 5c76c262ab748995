package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.bot.web.WebException;
import dashwright.evals.demo.DemoHouse;
import dashwright.lab.Lab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the program ends, and what it says to whom has to mend something. */
class CommandLineTest {
    private static final Map<String, String> NOBODY_THERE =
            Map.of("DD_URL", "http://127.0.0.1:1", "DD_API_KEY", "0123456789abcdef", "DD_APP_KEY", "0123456789abcdef");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @Test
    void allMissingSettingsAreNamedAtOnce() throws IOException {
        Program.Ended ended = Program.run(folder, Map.of("DASH_MODEL", "pigeon:post"), "serve");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("DD_API_KEY", "DD_APP_KEY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DASH_MODEL")
                .contains("Organization Settings > API Keys")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demo --world moon         | there is no world named moon; there are [pypi, metta]
            lab --world moon          | there is no world named moon; there are [pypi, metta]
            demo --json               | --json and --reject belong to --once
            find                      | say what to find, as in: dash find worker memory
            build x --publish         | --publish needs --as WHO
            biuld x                   | there is no verb biuld. Did you mean build?
            demoo                     | Did you mean demo?
            help labb                 | Did you mean lab?
            demo --once=              | --once takes what you would type after /dash
            demo --port 70000         | --port takes a port from 1 to 65535, or 0 for any that is free, not 70000
            lab --model-port -1       | --model-port takes a port from 1 to 65535
            build --colour red        | Unknown option: '--colour'
            """)
    void wrongUsageIsExplained(String line, String words) throws IOException {
        Program.Ended ended = Program.run(folder, Map.of(), line.split(" "));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains(words).doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aServiceThatCannotBeReachedIsNamedWithTheSettingToCheck() throws IOException {
        Program.Ended ended = Program.run(folder, NOBODY_THERE, "find", "worker memory");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("could not reach 127.0.0.1:1", "check the network, DD_SITE and DD_URL")
                .doesNotContain("timestamp", "\tat ");
    }

    @Test
    void aDatabaseThatCannotBeWrittenIsNamedWithWhatToDo() throws IOException {
        Map<String, String> settings = new TreeMap<>(NOBODY_THERE);
        Path file = Files.createFile(folder.resolve("empty.db"));
        settings.put("DASH_DB", "jdbc:sqlite:file:" + file + "?mode=ro");
        Program.Ended ended = Program.run(folder, settings, "find", "worker memory");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err())
                .contains("is read-only", "set DASH_DB to another")
                .doesNotContain("\tat ");
    }

    @Test
    void aTakenPortIsNamedWithTheSettingToChange() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0);
                Lab lab = Lab.start(Lab.Options.of("pypi").standing())) {
            Map<String, String> settings = Map.of("DASH_HTTP_PORT", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> DemoHouse.open(lab, settings))
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " cannot be listened on")
                    .hasMessageContaining("set DASH_HTTP_PORT to a free port");
        }
    }

    @Test
    void aTakenPortOfTheDemoEndsItWithAMessage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Ended ended = Program.run(folder, Map.of(), "demo", "--port", port);
            assertThat(ended.status()).isEqualTo(3);
            assertThat(ended.err())
                    .contains("port " + port + " cannot be listened on: another program has it")
                    .contains("choose another with --port N")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({"datadog", "slack", "model"})
    void aTakenPortOfTheLabIsNamedWithTheOptionThatChangesIt(String service) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Ended ended = Program.run(folder, Map.of(), "lab", "--" + service + "-port", port);
            assertThat(ended.status()).isEqualTo(3);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains("port " + port + " cannot be listened on")
                    .contains("choose another with --" + service + "-port N")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void onceWithJsonPrintsOneDocumentAndNothingElse() throws IOException {
        Program.Ended ended = Program.run(folder, Map.of(), "demo", "--once", "build s3 sync status", "--json");
        assertThat(ended.status()).as(ended.err()).isEqualTo(0);
        JsonNode document = Datadog.json(ended.out());
        assertThat(document.fieldNames())
                .toIterable()
                .contains("request", "plan", "dashboard", "hash", "receipts", "findings", "published", "status");
        assertThat(document.path("published").path("url").asText()).startsWith("http://127.0.0.1:");
        assertThat(document.path("status").path("summary").asText()).contains("1,524");
        assertThat(document.path("status").path("figures").findValuesAsText("query"))
                .isNotEmpty()
                .noneMatch(String::isEmpty);
        assertThat(ended.err()).contains("acknowledged in").contains("pressed    Approve and publish");
    }

    @Test
    void onceWithRejectWritesNothingAndIsDone() throws IOException {
        Program.Ended ended =
                Program.run(folder, Map.of(), "demo", "--once", "build celery worker memory", "--reject", "--json");
        assertThat(ended.status()).as(ended.err()).isEqualTo(0);
        assertThat(Datadog.json(ended.out()).path("published").isNull()).isTrue();
        assertThat(ended.err()).contains("nothing was written; boards written: 0");
    }

    @Test
    void onceWithoutAnAnswerSaysNo() throws IOException {
        Program.Ended ended = Program.run(folder, Map.of(), "demo", "--once", "build pizza delivery times", "--json");
        assertThat(ended.status()).as(ended.err()).isEqualTo(1);
        JsonNode document = Datadog.json(ended.out());
        assertThat(document.path("outcome").asText()).isEqualTo("gap");
        assertThat(document.path("published").isNull()).isTrue();
    }

    @Test
    void spansThatATextNamesAreFoundBeforeMetrics() throws IOException, InterruptedException {
        try (Lab lab = Lab.start(Lab.Options.of("pypi"))) {
            // The program goes by the real time, so the simulated team must too.
            lab.clock().set(Instant.now());
            Map<String, String> settings = new TreeMap<>(lab.environment());
            settings.put("DASH_DATA", folder.resolve("data").toString());

            Program.Ended shown = Program.run(folder, settings, "find", "sync_file_to_cache spans");
            assertThat(shown.status()).as(shown.err()).isZero();
            assertThat(shown.out())
                    .startsWith(" 1. warehouse.packaging.tasks.sync_file_to_cache  (spans, ")
                    .contains("why  sync, file and cache in the resource");

            Program.Ended document = Program.run(folder, settings, "find", "sync_file_to_cache spans", "--json");
            JsonNode first = Datadog.json(document.out()).at("/spans/0");
            assertThat(first.path("rank").asInt()).isEqualTo(1);
            assertThat(first.path("resource").asText()).isEqualTo("warehouse.packaging.tasks.sync_file_to_cache");
        }
    }

    @Test
    void everyVerbOfTheProgramHasItsHelpAndStandsInTheListOfVerbs() throws IOException {
        Program.Ended alone = Program.run(folder, Map.of());
        assertThat(alone.status()).isZero();
        for (String verb : List.of("serve", "build", "find", "audit", "teach", "catalog", "doctor", "demo", "lab")) {
            assertThat(alone.out()).contains("\n  " + verb + " ");
        }
        assertThat(alone.out()).doesNotContain("warm-up");
        for (String verb : List.of("demo", "lab")) {
            Program.Ended help = Program.run(folder, Map.of(), "help", verb);
            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("Usage: dash " + verb).contains("--world=pypi|metta");
        }
    }

    @Test
    void ctrlCEndsTheDemoWithoutComplaintAndItsFilesAreGone() throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Map<String, String> own = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (Program demo = Program.start(folder, own, List.of("demo"))) {
            demo.prints("Ctrl-C ends.");
            demo.stop();
            Program.Ended ended = demo.end();
            // 128 and the number of the signal, as every program that is told to end.
            assertThat(ended.status()).isEqualTo(128 + 15);
            assertThat(ended.err().lines().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
                    .isEmpty();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("dashwright-demo"));
        }
    }

    @Test
    void theLabPrintsItsSettingsAsOneDocument() throws IOException {
        try (Program lab = Program.start(folder, Map.of(), List.of("lab", "--json"))) {
            JsonNode document = Datadog.json(lab.prints("\n}"));
            assertThat(document.path("settings").path("DD_URL").asText()).startsWith("http://127.0.0.1:");
            assertThat(document.path("chat_page").asText()).startsWith("http://127.0.0.1:");
        }
    }
}
