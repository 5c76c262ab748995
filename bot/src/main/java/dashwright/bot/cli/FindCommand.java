package dashwright.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.embedding.EmbeddingLimits;
import dashwright.bot.embedding.SetEmbedder;
import dashwright.catalog.Catalog;
import dashwright.catalog.answer.AnswerFinder;
import dashwright.catalog.answer.Answers;
import dashwright.catalog.search.RerankedSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.tools.drafting.FixedKnowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds metrics. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = "Find metrics and spans by what people call them; says which words matched what.")
public final class FindCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "what the metric is about")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "how many answers (default ${DEFAULT-VALUE}); variants of one timer are one")
    private int top = 10;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "one {\"text\": …} a line; answers one {\"metrics\":[…]} a line")
    private @Nullable Path queries;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (top < 1 || top > 1_000) {
            throw new UsageException("--top takes a number from 1 to 1000, not " + top);
        }
        if (String.join("", words).isBlank() == (queries == null)) {
            throw new UsageException(
                    "say what to find, as in: dash find worker memory (or give --queries FILE, not both)");
        }
        Optional<Path> file = catalog.file();
        // Nobody waits for the lines of a file, and what is measured with one should be what was set.
        EmbeddingLimits limits = queries == null ? EmbeddingLimits.INTERACTIVE : EmbeddingLimits.UNATTENDED;
        if (file.isPresent()) {
            FixedKnowledge known = Sources.file(file.get(), spec);
            try (SetEmbedder embedder = SetEmbedder.open(Cli.environment(spec), Path.of(""), limits)) {
                return answer(new RerankedSearch(known::search, embedder.embedder()), known.catalog());
            }
        }
        try (Dashwright live = Sources.live(spec, limits, Settings.Service.DATADOG)) {
            Sources.refresh(live, Cli.err(spec));
            return answer(live.knowledge().finder(), live.catalog().catalog());
        }
    }

    private int answer(RerankedSearch search, Catalog searched) throws IOException {
        PrintWriter out = Cli.out(spec);
        if (queries != null) {
            return answerAll(search, queries, out);
        }
        List<String> unranked = new ArrayList<>();
        if (searched.metrics().isEmpty() && searched.spans().isEmpty()) {
            Cli.err(spec)
                    .println("The catalog is empty: no metric reported within 30 days, or the keys belong to another"
                            + " organisation or site; dash doctor checks them.");
        }
        String text = String.join(" ", words);
        Answers found = new AnswerFinder(search.telling(unranked::add), searched).find(text, top);
        if (json) {
            ObjectNode document = FoundDocument.of(text, found);
            unranked.stream().limit(1).forEach(why -> document.put("ranked_without_embeddings", why));
            out.println(document.toPrettyString());
        } else {
            new FoundText(out, Objects.requireNonNull(spec).usageMessage().width()).print(found);
        }
        out.flush();
        unranked.stream().limit(1).forEach(why -> Cli.err(spec).println("ranked without embeddings: " + why));
        return found.answered() ? Exit.DONE : Exit.NO;
    }

    /** Every line is read before the first is answered: half an answer is worse than none. */
    private int answerAll(RerankedSearch search, Path file, PrintWriter out) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "there is no file " + file + "; --queries takes a file with one {\"text\": …} a line");
        }
        List<String> texts = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            int number = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank()) {
                    texts.add(text(line, file, number));
                }
            }
        } catch (UncheckedIOException notText) {
            throw new UsageException(file + " is no UTF-8 text; --queries takes a file with one {\"text\": …} a line");
        }
        List<String> unranked = new ArrayList<>();
        RerankedSearch telling = search.telling(unranked::add);
        texts.forEach(text -> out.println(names(telling.search(text, top))));
        out.flush();
        if (!unranked.isEmpty()) {
            Cli.err(spec)
                    .println(unranked.size() + " of " + texts.size() + " texts ranked without embeddings: "
                            + unranked.getFirst());
        }
        return Exit.DONE;
    }

    private static String text(String line, Path file, int number) {
        try {
            JsonNode text = JSON.readTree(line).path("text");
            if (text.isTextual()) {
                return text.textValue();
            }
        } catch (IOException broken) {
            // Reported below, as a line without a text is.
        }
        throw new UsageException(
                file + " line " + number + " is no JSON object with a \"text\", as in {\"text\": \"disk full\"}");
    }

    private static ObjectNode names(SearchResult found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode metrics = node.putArray("metrics");
        found.metrics().forEach(match -> metrics.add(match.metric().name()));
        return node;
    }
}
