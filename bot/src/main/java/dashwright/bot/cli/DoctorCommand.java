package dashwright.bot.cli;

import dashwright.bot.Settings;
import dashwright.bot.SettingsException;
import dashwright.bot.store.Store;
import dashwright.bot.store.StoreException;
import dashwright.tools.datadog.DatadogReader;
import dashwright.tools.datadog.DatadogSettings;
import dashwright.tools.datadog.PermissionCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks what the bot needs and names what is missing; one thing that is missing does not hide the others. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Check keys, permissions and the database.")
public final class DoctorCommand implements Callable<Integer> {
    private static final String SLACK = "SLACK_";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        Map<String, String> environment = Cli.environment(spec);
        try {
            Settings settings = Settings.read(environment, Path.of(""), Set.of(Settings.Service.DATADOG));
            diagnoses.add(Diagnosis.good("settings", "read"));
            diagnoses.add(database(settings.store()));
            diagnoses.addAll(datadog(settings.requireDatadog()));
            diagnoses.add(model(settings.model()));
            diagnoses.add(EmbeddingsCheck.of(settings.embeddings()));
        } catch (SettingsException wrong) {
            wrong.problems()
                    .forEach(problem -> diagnoses.add(Diagnosis.settings(
                            "setting " + problem.setting(), problem.message() + ". " + problem.fix())));
        }
        diagnoses.add(slack(environment));
        print(diagnoses);
        return diagnoses.stream().mapToInt(Diagnosis::exit).max().orElse(Exit.DONE);
    }

    private void print(List<Diagnosis> diagnoses) {
        PrintWriter out = Cli.out(spec);
        if (json) {
            out.println(Diagnosis.document(diagnoses).toPrettyString());
        } else {
            diagnoses.forEach(out::println);
        }
        out.flush();
    }

    private static Diagnosis database(Settings.Store settings) {
        try (Store store = Store.open(settings)) {
            return store.answers()
                    ? Diagnosis.good("database", "answers")
                    : Diagnosis.outside("database", "does not answer; check DASH_DB");
        } catch (StoreException wrong) {
            return Diagnosis.outside("database", String.valueOf(wrong.getMessage()));
        }
    }

    private static List<Diagnosis> datadog(DatadogSettings settings) {
        try (DatadogReader reader = new DatadogReader(settings, Clock.systemUTC())) {
            return reader.checkPermissions().stream()
                    .map(DoctorCommand::permission)
                    .toList();
        }
    }

    private static Diagnosis permission(PermissionCheck check) {
        String about = "datadog " + check.permission();
        return switch (check.state()) {
            case GRANTED -> Diagnosis.good(about, "granted");
            case MISSING -> Diagnosis.missing(about, "missing: " + check.message());
            case UNKNOWN -> Diagnosis.outside(about, "unknown: " + check.message());
        };
    }

    private static Diagnosis model(Settings.Model model) {
        return Diagnosis.good(
                "model",
                model.provider() == Settings.Model.Provider.NONE
                        ? "none set (DASH_MODEL); the planner serves"
                        : model.provider() + " " + model.name());
    }

    /** Only serve needs Slack, so that nothing is set is no fault; that half of it is set is one. */
    private static Diagnosis slack(Map<String, String> environment) {
        List<String> problems = slackProblems(environment);
        if (problems.isEmpty()) {
            return Diagnosis.good("slack", "its tokens are set; whether Slack takes them shows when serve begins");
        }
        boolean isBegun = environment.keySet().stream().anyMatch(name -> name.startsWith(SLACK));
        return isBegun
                ? Diagnosis.settings("slack", String.join(" ", problems))
                : Diagnosis.good("slack", "not set in the environment; only serve needs it");
    }

    private static List<String> slackProblems(Map<String, String> environment) {
        try {
            Settings.read(environment, Path.of(""), Set.of(Settings.Service.SLACK));
            return List.of();
        } catch (SettingsException wrong) {
            return wrong.problems().stream()
                    .filter(problem -> problem.setting().startsWith(SLACK))
                    .map(Object::toString)
                    .toList();
        }
    }
}
