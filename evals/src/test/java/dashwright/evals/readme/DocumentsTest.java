package dashwright.evals.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.evals.endtoend.Program;
import dashwright.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the documents is typed as it stands there, and does what it is said to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
    /** What a verb that runs until it is stopped prints once it is there. */
    private static final Map<String, String> SERVING =
            Map.of("demo", "Ctrl-C ends", "lab", "/lab/faults", "serve", "dash serve: listening");

    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*");

    private final Lab lab = Lab.start(Lab.Options.of("pypi"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests.
    private Path folder;

    DocumentsTest() throws IOException, InterruptedException {
        // The program goes by the real time, so the simulated team must too.
        lab.clock().set(Instant.now());
    }

    @AfterAll
    void closeTheLab() throws IOException {
        lab.close();
    }

    static List<Documents.Command> commands() throws IOException {
        return Documents.commands().stream().distinct().toList();
    }

    static List<Documents.Command> usages() throws IOException {
        return Documents.usages().stream().distinct().toList();
    }

    @Test
    void theReadmeBeginsWithTheDemoAndTheTests() throws IOException {
        assertThat(Documents.commands())
                .extracting(Documents.Command::line)
                .contains("./dash demo", "./dash demo --once \"build s3 sync status\"", "mvn verify");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandDoesWhatItSays(Documents.Command command) throws IOException, InterruptedException {
        List<String> words = command.words();
        switch (words.getFirst()) {
            case "mvn" -> assertThat(ofContinuousIntegration()).contains(words);
            case "./dash" -> type(words.subList(1, words.size()));
            default -> throw new AssertionError("nobody knows how to check this command: " + command);
        }
    }

    @ParameterizedTest
    @MethodSource("usages")
    void aUsageIsOneOfTheVerbs(Documents.Command usage) throws IOException, InterruptedException {
        if (usage.words().getFirst().equals("mvn")) {
            assertThat(ofContinuousIntegration()).contains(usage.words());
            return;
        }
        List<String> arguments = filledIn(usage);
        boolean isWhole = usage.document().endsWith("README.md") || arguments.size() > 1;
        type(
                isWhole
                        ? arguments
                        : Stream.concat(arguments.stream(), Stream.of("--help")).toList());
    }

    /** What {@code .ci/run} has Maven do, without the options that only make it quieter. */
    private static List<List<String>> ofContinuousIntegration() throws IOException {
        try (Stream<String> lines = Files.lines(Documents.ROOT.resolve(".ci/run"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("mvn "))
                    .map(line -> Stream.of(line.split(" +"))
                            .filter(word -> !Set.of("-B", "-q", "-ntp").contains(word))
                            .toList())
                    .toList();
        }
    }

    /** The arguments of a usage: optional parts are taken, and placeholders replaced by what a person would put there. */
    private List<String> filledIn(Documents.Command usage) throws IOException {
        String line = usage.line()
                .replace("[", "")
                .replace("]", "")
                .replaceAll("ID\\\\?\\|URL\\\\?\\|FILE…?", "BOARD")
                .replace("pypi\\|metta", "metta");
        Map<String, String> values = Map.of(
                "TEXT", "celery worker memory",
                "DIR", Files.createTempDirectory(folder, "out").toString(),
                "WHO", "maya",
                "BOARD", firstBoard(),
                "N", "0");
        return new Documents.Command(usage.document(), line)
                .words().stream()
                        .skip(1)
                        .map(word -> values.getOrDefault(word, word))
                        .toList();
    }

    private String firstBoard() throws IOException {
        String boards = lab.world().dashboards().getFirst();
        return Files.writeString(folder.resolve("board.json"), boards).toString();
    }

    private void type(List<String> arguments) throws IOException, InterruptedException {
        String verb = arguments.getFirst();
        Path own = Files.createTempDirectory(folder, verb);
        try (Program program = Program.start(own, settings(own), arguments)) {
            boolean ends = arguments.contains("--once") || arguments.contains("--help");
            Optional<String> standing = ends ? Optional.empty() : Optional.ofNullable(SERVING.get(verb));
            if (standing.isPresent()) {
                assertThatItsPagesAnswer(program.prints(standing.get()));
                program.stop();
                program.end();
            } else {
                Program.Ended ended = program.end();
                // An audit of a board that lies says no: that is its answer, and no failure.
                assertThat(ended.status()).as(ended.err()).isIn(verb.equals("audit") ? Set.of(0, 1) : Set.of(0));
                assertThat(ended.out()).isNotBlank();
            }
        }
    }

    private Map<String, String> settings(Path own) {
        Map<String, String> settings = new TreeMap<>(lab.environment());
        settings.put("DASH_DATA", own.resolve("data").toString());
        settings.put("DASH_HTTP_PORT", "0");
        return settings;
    }

    private static void assertThatItsPagesAnswer(String printed) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Matcher page = PAGE.matcher(printed); page.find(); ) {
                URI address = URI.create(page.group());
                boolean isPage =
                        address.getPath().equals("/") || address.getPath().equals("/dashboard");
                if (isPage) {
                    HttpResponse<String> answer =
                            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
                }
            }
        }
    }
}
