package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as people call it, in a house that is built already and with a JDK that only tells what it was asked to
 * run: which program runs is the launcher's own doing, and what the program does is tested elsewhere.
 */
class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("dashwright.root"), "dash");
    private static final String ECHO = "#!/bin/sh\nfor word in \"$@\"; do printf '[%s]\\n' \"$word\"; done\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private Path house = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void build() throws IOException {
        house = Files.createDirectories(folder.resolve("a house, with 'spaces'"));
        executable(house.resolve("dash"), Files.readString(LAUNCHER));
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        Files.createDirectories(house.resolve("bot/src/main"));
        Files.writeString(house.resolve("bot/pom.xml"), "<project/>");
        Files.createDirectories(house.resolve("evals/target/dash/lib"));
        Files.writeString(house.resolve("evals/target/dash/lib/one.jar"), "");
        Path stamp = Files.createDirectories(house.resolve(".dash")).resolve("built");
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
        jdk = jdk("jdk new", "25.0.1");
    }

    @Test
    void runsFromAnyFolderThroughALinkAndWithSpacesInItsPath() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("dash link"), house.resolve("dash"));
        Ended ended = run(elsewhere, jdk, link, "build", "s3  sync 'status' $HOME", "");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.words())
                .contains(
                        "-Ddashwright.root=" + house,
                        house.resolve("evals/target/dash/lib/one.jar").toString())
                .endsWith("dashwright.evals.Main", "build", "s3  sync 'status' $HOME", "");
        assertThat(ended.err()).doesNotContain("building", "failed");
    }

    @Test
    void passesOverAJdkThatIsTooOld() throws IOException, InterruptedException {
        Path old = jdk("jdk-old", "17.0.9");
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho old\n");
        Ended ended = run(house, old, house.resolve("dash"), "help");
        // What else there is on this machine is not ours to say; the old one is not it.
        assertThat(ended.out()).doesNotContain("old");
    }

    @Test
    void saysWhichJdkItNeedsAndWhereItLooked() throws IOException, InterruptedException {
        String script = Files.readString(LAUNCHER);
        // A JDK that nobody has yet: this machine's own cannot be taken from the script.
        String demanding = script.replaceFirst("(?m)^needed=25$", "needed=999");
        assertThat(demanding).isNotEqualTo(script);
        executable(house.resolve("dash"), demanding);
        Ended ended = run(folder, jdk, house.resolve("dash"), "help");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("no JDK 999 or newer found in JAVA_HOME (" + jdk + ")")
                .contains("or set JAVA_HOME to it");
    }

    @Test
    void keepsTheExitStatusOfTheProgram() throws IOException, InterruptedException {
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 2\n");
        assertThat(run(folder, jdk, house.resolve("dash"), "build").status()).isEqualTo(2);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), ECHO);
        executable(home.resolve("bin/javac"), ECHO);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Path from, Path javaHome, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Ended(int status, String out, String err) {
        /** What the program was started with, one after the other, the class path apart. */
        List<String> words() {
            return out.lines().map(line -> line.substring(1, line.length() - 1)).toList();
        }
    }
}
