package dashwright.evals.endtoend;

import static org.awaitility.Awaitility.await;

import dashwright.evals.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The command line as a program of its own, started as the launcher starts it: what it prints where, and how it ends. Of
 * the environment it sees only what it is given, so that a developer's own keys are never used.
 */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> arguments;
    private final Process process;
    private final Path out;
    private final Path err;

    private Program(List<String> arguments, Process process, Path folder) {
        this.arguments = arguments;
        this.process = process;
        this.out = folder.resolve("out");
        this.err = folder.resolve("err");
    }

    /**
     * Starts a verb.
     *
     * @param folder an empty folder to work in
     * @param environment its settings
     */
    public static Program start(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Program(arguments, builder.start(), folder);
    }

    /** Runs a verb to its end. */
    public static Ended run(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        try (Program program = start(folder, environment, List.of(arguments))) {
            return program.end();
        }
    }

    /** Without the tests' own classes: their logging is not the program's. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it has ended. */
    public Ended end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(arguments + " does not end; it said " + said());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Ended(process.exitValue(), read(out), read(err));
    }

    /** Waits until it has printed this, on either stream, and returns everything printed so far. */
    public String prints(String words) {
        return await(arguments + " to print \"" + words + "\"")
                .atMost(PATIENCE)
                .failFast("it ended before that", () -> !process.isAlive())
                .until(this::said, text -> text.contains(words));
    }

    private String said() {
        return read(out) + read(err);
    }

    /** Ends it as Ctrl-C does. */
    public void stop() {
        process.destroy();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param out what it printed on standard output
     * @param err what it printed on standard error
     */
    public record Ended(int status, String out, String err) {}
}
