package dashwright.evals.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.web.SlackRuntime;
import dashwright.lab.Lab;
import dashwright.lab.slack.delivery.SocketMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The real bot, wired to a lab by its settings alone, with a database of its own that is thrown away. */
public final class DemoHouse implements AutoCloseable {
    private final Lab lab;
    private final Dashwright bot;
    private final SlackRuntime runtime;
    private final Path data;

    private DemoHouse(Lab lab, Dashwright bot, SlackRuntime runtime, Path data) {
        this.lab = lab;
        this.bot = bot;
        this.runtime = runtime;
        this.data = data;
    }

    /**
     * Starts the bot against a lab.
     *
     * @param further settings that differ from the lab's, by name; an empty value takes one away
     */
    public static DemoHouse open(Lab lab, Map<String, String> further) throws IOException {
        Path data = Files.createTempDirectory("dashwright-demo");
        Map<String, String> environment = new TreeMap<>(lab.environment());
        environment.put("DASH_DATA", data.toString());
        environment.put("DASH_HTTP_PORT", "0");
        environment.putAll(further);
        environment.values().removeIf(String::isEmpty);
        Settings settings = Settings.read(environment, data, Set.of(Settings.Service.DATADOG, Settings.Service.SLACK));
        // The world has a time of its own; whoever asks it about the last hour must mean the same hour.
        Dashwright bot = Dashwright.open(settings, lab.clock());
        try {
            SlackRuntime runtime = bot.serve();
            if (settings.requireSlack().transport() instanceof Settings.Slack.SocketMode) {
                awaitConnection(lab);
            }
            return new DemoHouse(lab, bot, runtime, data);
        } catch (RuntimeException | IOException wrong) {
            bot.close();
            throw wrong;
        }
    }

    /** Slack greets a socket a moment after it opened; what is typed before that reaches nobody. */
    private static void awaitConnection(Lab lab) throws IOException {
        try {
            Patience.await(
                    "the socket to Slack",
                    Duration.ofSeconds(20),
                    () -> Optional.of(lab.slack().socketMode()).filter(SocketMode::open));
        } catch (TimeoutException late) {
            throw new IOException(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** The simulated services. */
    public Lab lab() {
        return lab;
    }

    /** The real bot. */
    public Dashwright bot() {
        return bot;
    }

    /** Its connection to Slack. */
    public SlackRuntime runtime() {
        return runtime;
    }

    @Override
    public void close() throws IOException {
        // Slack tells the bot of its own messages too; that the last of these come while it leaves is no error of the
        // demo.
        if (LoggerFactory.getLogger("com.slack.api") instanceof Logger slack) {
            slack.setLevel(Level.OFF);
        }
        bot.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
