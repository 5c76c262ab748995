package dashwright.bot.cli;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.SettingsException;
import dashwright.bot.embedding.EmbeddingLimits;
import dashwright.bot.lessons.PresentLessons;
import dashwright.bot.store.Store;
import dashwright.bot.store.StoreException;
import dashwright.catalog.Catalog;
import dashwright.catalog.CatalogFile;
import dashwright.catalog.search.Lessons;
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

    /** The catalog of a file and what was taught here; lines that cannot be used are named on the way. */
    static FixedKnowledge file(Path file, @Nullable CommandSpec spec) {
        return new FixedKnowledge(catalog(file, Cli.err(spec)), lessons(spec));
    }

    /** The catalog of a file alone; lines that cannot be used are named on the way. */
    static Catalog catalog(Path file, PrintWriter complaints) {
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
        return loaded.catalog();
    }

    /** A file needs no settings: where there is no database yet none is made, and one that cannot be used is done without. */
    private static Lessons lessons(@Nullable CommandSpec spec) {
        try {
            Settings.Store database =
                    Settings.read(Cli.environment(spec), Path.of(""), Set.of()).store();
            if (!Store.isThere(database)) {
                return Lessons.NONE;
            }
            try (Store store = Store.open(database)) {
                return new PresentLessons(store).get();
            }
        } catch (SettingsException | StoreException unusable) {
            Cli.err(spec).println("searching without what was taught: " + unusable.getMessage());
            return Lessons.NONE;
        }
    }

    private static CatalogFile.Loaded loaded(Path file) {
        try {
            return CatalogFile.read(file);
        } catch (UncheckedIOException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
    }
}
