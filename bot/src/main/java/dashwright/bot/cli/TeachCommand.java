package dashwright.bot.cli;

import dashwright.bot.Settings;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.lessons.KnownCatalog;
import dashwright.bot.lessons.LessonList;
import dashwright.bot.lessons.LessonWords;
import dashwright.bot.lessons.TeachOutcome;
import dashwright.bot.lessons.Teaching;
import dashwright.bot.store.KeptCatalogs;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.tools.datadog.ForeignText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Teaches the search what words mean; needs the database and nothing else. */
@Command(
        name = "teach",
        mixinStandardHelpOptions = true,
        description = {
            "Say what people mean by a word; every search knows it from then on.",
            "  PHRASE METRIC                the words of PHRASE mean METRIC",
            "  --list                       what was taught, and the decisions learned from",
            "  --forget ID|PHRASE [METRIC]  take a lesson back, or a decision out"
        })
public final class TeachCommand implements Callable<Integer> {
    private static final LessonWords WORDS = new LessonWords(
            TeachCommand::shown,
            TeachCommand::shown,
            new LessonWords.Forms(
                    "dash teach \"backfill\" \"files.not_cached\"",
                    "--anyway",
                    "dash teach --forget \"backfill\"",
                    "dash teach --list"));

    private static final int PAIR = 2;
    private static final int LONGEST_QUOTE = 300;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PHRASE METRIC", description = "the words, and the metric that they mean")
    private List<String> given = new ArrayList<>();

    @Option(names = "--list", description = "show what was taught")
    private boolean list;

    @Option(names = "--forget", description = "take back what was taught for a phrase, or one lesson by its id")
    private boolean forget;

    @Option(names = "--anyway", description = "teach it also where the catalog has no such metric")
    private boolean anyway;

    @Option(
            names = "--as",
            paramLabel = "WHO",
            description = "who teaches, for the audit log (default: your user name)")
    private @Nullable String who;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        if (list && (forget || anyway || !given.isEmpty())) {
            throw new UsageException("--list takes nothing else: it shows all that was taught");
        }
        if (forget && anyway) {
            throw new UsageException("--anyway goes with teaching, not with --forget");
        }
        if (!list && !forget && given.size() != PAIR) {
            throw new UsageException("teach takes a phrase and a metric, each in quotes where it has spaces, not "
                    + given.size() + (given.size() == 1 ? " word" : " words")
                    + "; as in: dash teach \"backfill\" \"files.not_cached\"");
        }
        if (forget && (given.isEmpty() || given.size() > PAIR)) {
            throw new UsageException(
                    "--forget takes a phrase in quotes or the id of a lesson, and perhaps a metric; as in:"
                            + " dash teach --forget \"backfill\"");
        }
        Optional<Catalog> file = catalog.file().map(path -> Sources.catalog(path, Cli.err(spec)));
        Settings settings = Settings.read(Cli.environment(spec), Path.of(""), Set.of());
        try (Store store = Store.open(settings.store())) {
            KnownCatalog known = KnownCatalog.kept(file.or(() -> KeptCatalogs.newest(store)));
            Teaching teaching = new Teaching(store, new AuditLog(store), settings.approval(), known, Clock.systemUTC());
            return list ? show(teaching.list()) : show(outcome(teaching));
        }
    }

    /** What people wrote, on one line and not without end. */
    private static String shown(String foreign) {
        return ForeignText.clean(foreign, LONGEST_QUOTE);
    }

    private TeachOutcome outcome(Teaching teaching) {
        String person = who == null ? System.getProperty("user.name", "command-line") : who;
        return forget
                ? teaching.forget(given.getFirst(), given.stream().skip(1).findFirst(), person)
                : teaching.teach(given.getFirst(), given.getLast(), person, anyway);
    }

    private int show(TeachOutcome outcome) {
        String words = WORDS.of(outcome);
        if (outcome instanceof TeachOutcome.Misused) {
            throw new UsageException(words);
        }
        Cli.out(spec).println(json ? TeachDocument.of(outcome, words).toPrettyString() : words);
        return switch (outcome) {
            case TeachOutcome.Taught _, TeachOutcome.Already _, TeachOutcome.Forgotten _, TeachOutcome.LeftOut _ ->
                Exit.DONE;
            case TeachOutcome.NoSuchMetric _,
                    TeachOutcome.NothingTaught _,
                    TeachOutcome.Ambiguous _,
                    TeachOutcome.NotAllowed _,
                    TeachOutcome.Full _,
                    TeachOutcome.Misused _ -> Exit.NO;
        };
    }

    private int show(LessonList all) {
        PrintWriter out = Cli.out(spec);
        if (json) {
            out.println(TeachDocument.of(all).toPrettyString());
            return Exit.DONE;
        }
        if (all.lessons().isEmpty()) {
            out.println(WORDS.nothing());
        }
        WORDS.lessons(all).forEach(out::println);
        if (!all.decided().isEmpty()) {
            out.println();
            out.println(LessonWords.DECISIONS + ":");
            WORDS.decisions(all).forEach(line -> out.println("  " + line));
        }
        return Exit.DONE;
    }
}
