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
import java.util.Map;
import java.util.TreeMap;
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
            biuld x                   | Unmatched argument
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
        assertThat(ended.err()).contains("could not reach 127.0.0.1:1", "check the network, DD_SITE and DD_URL");
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
            assertThat(ended.err()).contains(port).doesNotContain("\tat ");
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
    void theLauncherSaysWhichJdkItNeedsAndWhereItLooked() throws IOException, InterruptedException {
        Path launcher = Path.of(System.getProperty("dashwright.root"), "dash");
        String script = Files.readString(launcher);
        // A JDK that nobody has yet: this machine's own cannot be hidden from the script.
        String demanding = script.replaceFirst("(?m)^needed=25$", "needed=999");
        assertThat(demanding).isNotEqualTo(script);
        Path copy = Files.writeString(folder.resolve("dash"), demanding);
        Process process = new ProcessBuilder("bash", copy.toString(), "help")
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("err")))
                .contains("no JDK 999 or newer found in JAVA_HOME")
                .contains("or set JAVA_HOME to it");
    }
}
