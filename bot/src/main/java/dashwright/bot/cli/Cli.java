package dashwright.bot.cli;

import dashwright.bot.Settings;
import dashwright.bot.SettingsException;
import dashwright.bot.store.StoreException;
import dashwright.bot.web.WebException;
import dashwright.catalog.sync.SourceException;
import dashwright.tools.datadog.DatadogException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: one verb a command, the same code as behind Slack. */
@Command(
        name = "dash",
        mixinStandardHelpOptions = true,
        version = "dashwright 0.1.0",
        description = "Datadog dashboards that never lie: composed from metrics that are really there.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            Exit.DONE + ":done",
            Exit.NO + ":the answer is no: findings of severity error, nothing found, approval refused",
            Exit.USAGE + ":wrong usage or settings",
            Exit.OUTSIDE + ":an outside service or the machine failed: Datadog, Slack, a port, the database, the disk"
        },
        footer = {"", "./dash help VERB tells more; docs/command-line.md has everything."},
        subcommands = {
            HelpCommand.class,
            ServeCommand.class,
            BuildCommand.class,
            FindCommand.class,
            AuditCommand.class,
            TeachCommand.class,
            CatalogCommand.class,
            DoctorCommand.class
        })
public final class Cli implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    private Cli(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The command line, over the environment of this process.
     *
     * @param further verbs that come from elsewhere
     */
    public static CommandLine commandLine(Object... further) {
        return commandLine(System.getenv(), further);
    }

    /**
     * The command line; it writes answers to {@link CommandLine#getOut} and everything else to {@link CommandLine#getErr},
     * which are the standard streams in UTF-8 until they are set.
     *
     * @param environment the variables that settings are read from
     * @param further verbs that come from elsewhere
     */
    public static CommandLine commandLine(Map<String, String> environment, Object... further) {
        CommandLine line = new CommandLine(new Cli(environment));
        for (Object verb : further) {
            line.addSubcommand(verb);
        }
        return line.setExecutionExceptionHandler(Cli::explained)
                .setParameterExceptionHandler(Misuse::explain)
                .setExecutionStrategy(parsed -> warned(parsed, environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(standardOutput(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(standard(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** The variables that the verb of this specification reads its settings from. */
    public static Map<String, String> environment(@Nullable CommandSpec spec) {
        return spec != null && spec.root().userObject() instanceof Cli cli ? cli.environment : System.getenv();
    }

    /** Where the verb of this specification writes its answer. */
    static PrintWriter out(@Nullable CommandSpec spec) {
        return plain(Objects.requireNonNull(spec).commandLine().getOut());
    }

    /** Where the verb of this specification writes progress and complaints. */
    static PrintWriter err(@Nullable CommandSpec spec) {
        return plain(Objects.requireNonNull(spec).commandLine().getErr());
    }

    private static PrintWriter plain(PrintWriter writer) {
        return new PrintWriter(new PlainWriter(writer), true);
    }

    /** Standard output in UTF-8, whatever the terminal's locale says: names come in every script. */
    public static PrintStream standardOutput() {
        return standard(FileDescriptor.out);
    }

    private static PrintStream standard(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(out(spec));
    }

    /** A misspelled variable is never a reason to refuse, but it must not go unnoticed. */
    private static int warned(CommandLine.ParseResult parsed, Map<String, String> environment) {
        PrintWriter err = parsed.commandSpec().commandLine().getErr();
        Settings.unknown(environment).forEach(problem -> err.println("dash: " + problem));
        err.flush();
        return new CommandLine.RunLast().execute(parsed);
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
            case UncheckedIOException io -> complain(command, io.getMessage());
            case IOException io -> complain(command, "reading or writing failed: " + reason(io));
            default -> {
                LOG.error("{} failed", command.getCommandName(), failure);
                complain(command, "Something went wrong in Dashwright itself; the log above has the details.");
            }
        }
        return Exit.OUTSIDE;
    }

    /** Why a file cannot be read or written; the exceptions themselves often say no more than its name. */
    static String reason(IOException failure) {
        String said = String.valueOf(failure.getMessage());
        return switch (failure) {
            case AccessDeniedException denied -> said + " (this user may not; check its permissions)";
            case NoSuchFileException gone -> said + " (there is no such file or folder)";
            case FileAlreadyExistsException taken -> said + " (a file stands where a folder is needed)";
            default -> said;
        };
    }

    private static void complain(CommandLine command, @Nullable String message) {
        plain(command.getErr()).println("dash " + command.getCommandName() + ": " + message);
    }
}
