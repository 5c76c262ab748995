package dashwright.bot.cli;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.catalog.CatalogFile;
import dashwright.tools.drafting.FixedKnowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/** Where a verb gets its catalog: a team's Datadog, or a file. */
final class Sources {
    private static final int MOST_PROBLEMS = 10;

    private Sources() {}

    /** The bot against what the environment and the settings file name. */
    static Dashwright live(Settings.Service... needed) {
        return Dashwright.open(Settings.read(System.getenv(), Path.of(""), Set.of(needed)), Clock.systemUTC());
    }

    /** The catalog of a file; lines that cannot be used are named on the way. */
    static FixedKnowledge file(Path file, PrintWriter complaints) throws IOException {
        CatalogFile.Loaded loaded = CatalogFile.read(file);
        loaded.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> complaints.println(file + ": " + problem));
        if (loaded.problems().size() > MOST_PROBLEMS) {
            complaints.println(file + ": and " + (loaded.problems().size() - MOST_PROBLEMS) + " problems more");
        }
        complaints.flush();
        return new FixedKnowledge(loaded.catalog());
    }
}
