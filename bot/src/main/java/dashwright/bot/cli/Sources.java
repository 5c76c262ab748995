package dashwright.bot.cli;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.embedding.EmbeddingLimits;
import dashwright.catalog.CatalogFile;
import dashwright.tools.drafting.FixedKnowledge;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a verb gets its catalog: a team's Datadog, or a file. */
final class Sources {
    private static final int MOST_PROBLEMS = 10;

    private Sources() {}

    /** The bot against what the verb's environment and the settings file name. */
    static Dashwright live(@Nullable CommandSpec spec, Settings.Service... needed) {
        return live(spec, EmbeddingLimits.INTERACTIVE, needed);
    }

    /** The same with other bounds for the embedding model, where one is set. */
    static Dashwright live(@Nullable CommandSpec spec, EmbeddingLimits limits, Settings.Service... needed) {
        Settings settings = Settings.read(Cli.environment(spec), Path.of(""), Set.of(needed));
        return Dashwright.open(settings, Clock.systemUTC(), limits);
    }

    /** Sees to it that a catalog is fresh; what could not be read is named on the way. */
    static void refresh(Dashwright bot, PrintWriter complaints) {
        bot.catalog().ensureFresh().gaps().forEach(gap -> complaints.println("not read: " + gap));
        complaints.flush();
    }

    /** The catalog of a file; lines that cannot be used are named on the way. */
    static FixedKnowledge file(Path file, PrintWriter complaints) {
        CatalogFile.Loaded loaded = loaded(file);
        loaded.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> complaints.println(file + ": " + problem));
        if (loaded.problems().size() > MOST_PROBLEMS) {
            complaints.println(file + ": and " + (loaded.problems().size() - MOST_PROBLEMS) + " problems more");
        }
        complaints.flush();
        if (loaded.catalog().metrics().isEmpty()) {
            throw new UsageException(
                    "the catalog file " + file + " has no metric that can be used; each line must be a JSON"
                            + " object as {\"name\": \"redis.mem.used\", \"type\": \"gauge\", \"unit\": \"byte\"}");
        }
        return new FixedKnowledge(loaded.catalog());
    }

    private static CatalogFile.Loaded loaded(Path file) {
        try {
            return CatalogFile.read(file);
        } catch (UncheckedIOException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
    }
}
