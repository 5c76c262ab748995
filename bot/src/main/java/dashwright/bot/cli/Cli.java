package dashwright.bot.cli;

import dashwright.bot.SettingsException;
import dashwright.bot.store.StoreException;
import dashwright.bot.web.WebException;
import dashwright.catalog.sync.SourceException;
import dashwright.tools.datadog.DatadogException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: one verb a command, the same code as behind Slack. */
@Command(
        name = "dash",
        mixinStandardHelpOptions = true,
        version = "dashwright 0.1.0",
        description = "Datadog dashboards that never lie: composed from metrics that are really there.",
        subcommands = {
            HelpCommand.class,
            ServeCommand.class,
            BuildCommand.class,
            FindCommand.class,
            AuditCommand.class,
            CatalogCommand.class,
            DoctorCommand.class
        })
public final class Cli implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private final PrintStream out;

    private Cli(PrintStream out) {
        this.out = out;
    }

    /**
     * The command line.
     *
     * @param further verbs that come from elsewhere
     */
    public static CommandLine commandLine(Object... further) {
        CommandLine line = new CommandLine(new Cli(standardOutput()));
        for (Object verb : further) {
            line.addSubcommand(verb);
        }
        return line.setExecutionExceptionHandler(Cli::explained)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    /** Standard output in UTF-8, whatever the terminal's locale says: names come in every script. */
    public static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    /** Each failure as one message that says what to do; what nobody foresaw goes to the log in full. */
    private static int explained(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        switch (failure) {
            case SettingsException settings -> {
                complain(command, settings.getMessage());
                return Exit.USAGE;
            }
            case UsageException usage -> {
                complain(command, usage.getMessage());
                return Exit.USAGE;
            }
            case DatadogException datadog -> complain(command, datadog.getMessage());
            case SourceException source -> complain(command, source.getMessage());
            case StoreException store -> complain(command, store.getMessage());
            case WebException web -> complain(command, web.getMessage());
            case IOException io -> complain(command, "Reading or writing failed: " + io.getMessage());
            default -> {
                LOG.error("{} failed", command.getCommandName(), failure);
                complain(command, "Something went wrong in Dashwright itself; the log above has the details.");
            }
        }
        return Exit.OUTSIDE;
    }

    private static void complain(CommandLine command, @Nullable String message) {
        command.getErr().println("dash " + command.getCommandName() + ": " + message);
    }
}
