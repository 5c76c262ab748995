package dashwright.evals.retrieval;

import dashwright.bot.cli.Cli;
import dashwright.bot.cli.Exit;
import dashwright.bot.embedding.EmbeddingLimits;
import dashwright.bot.embedding.SetEmbedder;
import dashwright.catalog.Catalog;
import dashwright.catalog.CatalogFile;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.SearchResult;
import dashwright.evals.retrieval.Scores.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how well metrics are found. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Measure the search on titles of other people's widgets, beside plain rankings.")
public final class ScoreCommand implements Callable<Integer> {
    private static final List<String> HALVES = List.of("first half", "second half", "all");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "holds catalog.jsonl, one metric a line, and cases.jsonl, one {\"integration\", \"dashboard\","
                            + " \"group\", \"title\", \"gold\":[…]} a line")
    private Path data = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path catalogFile = data.resolve("catalog.jsonl");
        Path caseFile = data.resolve("cases.jsonl");
        if (!Files.isRegularFile(catalogFile) || !Files.isRegularFile(caseFile)) {
            out.println("There is no catalog.jsonl and cases.jsonl in " + data + "; --data takes the folder of both.");
            return Exit.USAGE;
        }
        Catalog catalog = CatalogFile.read(catalogFile).catalog();
        List<Case> cases = Case.read(caseFile);
        CatalogIndex index = CatalogIndex.of(catalog);
        print(List.of(new Substrings(catalog), new PlainBm25(catalog), new Ours(index)), cases, out);
        try (SetEmbedder set = SetEmbedder.open(Cli.environment(spec), Path.of(""), EmbeddingLimits.UNATTENDED)) {
            if (set.embedder().isPresent()) {
                WithEmbeddings ranker = new WithEmbeddings(index, set.embedder().get());
                lines(ranker, cases, out);
                ranker.reservation().ifPresent(out::println);
            }
        }
        printRefusals(new Refusals(catalog, index, cases), out);
        out.flush();
        return Exit.DONE;
    }

    /** The search that everything here is about. */
    private record Ours(CatalogIndex index) implements Ranker {
        @Override
        public String name() {
            return "dashwright";
        }

        @Override
        public List<String> best(String text) {
            SearchResult found = index.search(text, 10);
            return found.metrics().stream().map(match -> match.metric().name()).toList();
        }
    }

    private static void print(List<Ranker> rankers, List<Case> cases, PrintWriter out) throws IOException {
        out.println("| method | products | recall@10 cases | hit@1 cases | recall@10 products | hit@1 products |");
        out.println("|---|---|---|---|---|---|");
        for (Ranker ranker : rankers) {
            lines(ranker, cases, out);
        }
    }

    private static void printRefusals(Refusals refusals, PrintWriter out) throws IOException {
        out.println();
        out.println("| texts | products | how many | refused |");
        out.println("|---|---|---|---|");
        List<Refusals.Row> rows = new ArrayList<>(refusals.rows());
        ForeignRequests foreign = ForeignRequests.read();
        rows.add(refusals.foreign("requests about something else (fitted)", foreign.fitted()));
        rows.add(refusals.foreign("requests about something else (kept aside)", foreign.keptAside()));
        for (Refusals.Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1f %% |%n",
                    row.texts(),
                    HALVES.get(row.half()),
                    row.count(),
                    100 * row.refused());
        }
    }

    private static void lines(Ranker ranker, List<Case> cases, PrintWriter out) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Case each : cases) {
            answers.add(new Answer(each, ranker.best(each.text())));
        }
        line(ranker, HALVES.get(0), half(answers, 0), out);
        line(ranker, HALVES.get(1), half(answers, 1), out);
        line(ranker, HALVES.get(2), answers, out);
    }

    private static List<Answer> half(List<Answer> answers, int half) {
        return answers.stream().filter(answer -> answer.asked().half() == half).toList();
    }

    private static void line(Ranker ranker, String which, List<Answer> answers, PrintWriter out) {
        Scores scores = Scores.of(answers);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.3f | %.3f | %.3f | %.3f |%n",
                ranker.name(),
                which,
                scores.recall(),
                scores.hit(),
                scores.recallByProduct(),
                scores.hitByProduct());
    }
}
