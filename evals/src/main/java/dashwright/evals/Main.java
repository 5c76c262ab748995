package dashwright.evals;

import dashwright.bot.Settings;
import dashwright.bot.cli.Cli;
import dashwright.evals.bench.BenchCommand;
import dashwright.evals.demo.DemoCommand;
import dashwright.evals.demo.LabCommand;
import dashwright.evals.demo.WarmUpCommand;
import dashwright.evals.retrieval.ScoreCommand;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every verb: the bot's own, and those that need the lab. */
public final class Main {
    /** Holds the level: java.util.logging forgets what nobody refers to. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /** What logback reads instead of its usual file: collectors want JSON, people at a terminal a line. */
    private static final String CONFIGURATION = "logback.configurationFile";

    private Main() {}

    /** Runs a verb and exits with its status. */
    public static void main(String[] args) {
        quietDown(args);
        System.exit(Cli.commandLine(
                        new DemoCommand(),
                        new LabCommand(),
                        new BenchCommand(),
                        new ScoreCommand(),
                        new WarmUpCommand())
                .execute(args));
    }

    /** A person at a terminal wants the answer; only a service that runs for weeks logs what goes well. */
    private static void quietDown(String[] args) {
        VECTORS.setLevel(Level.SEVERE);
        boolean serves = args.length > 0 && args[0].equals("serve");
        if (!serves && System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "logback-terminal.xml");
        }
        String wanted = System.getenv(Settings.LOG_LEVEL);
        // A word that is no level would mean DEBUG to logback; whoever reads the settings reports it.
        if (wanted == null || !Settings.isLogLevel(wanted)) {
            System.setProperty(Settings.LOG_LEVEL, serves ? "INFO" : "WARN");
        }
    }
}
