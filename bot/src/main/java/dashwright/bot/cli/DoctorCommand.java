package dashwright.bot.cli;

import dashwright.bot.Settings;
import dashwright.bot.store.Store;
import dashwright.tools.datadog.DatadogReader;
import dashwright.tools.datadog.PermissionCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks what the bot needs and names what is missing. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Check keys, permissions and the database.")
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Cli.out(spec);
        Settings settings = Settings.read(Cli.environment(spec), Path.of(""), Set.of(Settings.Service.DATADOG));
        out.println("settings: read");
        try (Store store = Store.open(settings.store())) {
            out.println("database: " + (store.answers() ? "answers" : "does not answer"));
        }
        boolean missing = false;
        try (DatadogReader reader = new DatadogReader(settings.requireDatadog(), Clock.systemUTC())) {
            for (var check : reader.checkPermissions()) {
                out.println("datadog " + check.permission() + ": "
                        + check.state().name().toLowerCase(Locale.ROOT)
                        + (check.message().isEmpty() ? "" : ": " + check.message()));
                missing |= check.state() != PermissionCheck.State.GRANTED;
            }
        }
        out.println("model: "
                + (settings.model().provider() == Settings.Model.Provider.NONE
                        ? "none set (DASH_MODEL); the planner serves"
                        : settings.model().provider() + " " + settings.model().name()));
        return missing ? Exit.NO : Exit.DONE;
    }
}
