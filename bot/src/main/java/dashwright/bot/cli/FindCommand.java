package dashwright.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        description = "Find metrics by what people call them; says which words matched what.")
public final class FindCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "what the metric is about")
    private List<String> words = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", description = "how many (default ${DEFAULT-VALUE})")
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
        if (file.isPresent()) {
            return answer(Sources.file(file.get(), spec).search());
        }
        try (Dashwright live = Sources.live(spec, Settings.Service.DATADOG)) {
            Sources.refresh(live, Cli.err(spec));
            return answer(live.knowledge().search());
        }
    }

    private int answer(MetricSearch search) throws IOException {
        PrintWriter out = Cli.out(spec);
        if (queries != null) {
            return answerAll(search, queries, out);
        }
        SearchResult found = search.search(String.join(" ", words), top);
        if (json) {
            out.println(document(found).toPrettyString());
        } else {
            print(found, out);
        }
        return found.answered() ? Exit.DONE : Exit.NO;
    }

    /** Every line is read before the first is answered: half an answer is worse than none. */
    private int answerAll(MetricSearch search, Path file, PrintWriter out) throws IOException {
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
        texts.forEach(text -> out.println(names(search.search(text, top))));
        out.flush();
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

    private static ObjectNode document(SearchResult found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("answered", found.answered());
        ArrayNode metrics = node.putArray("metrics");
        for (Match match : found.metrics()) {
            metrics.addObject()
                    .put("name", match.metric().name())
                    .put("type", match.metric().type().name().toLowerCase(Locale.ROOT))
                    .put("unit", match.metric().unit().toString())
                    .put("description", match.metric().description())
                    .put("liveness", match.metric().liveness().name().toLowerCase(Locale.ROOT))
                    .put("score", match.score())
                    .put("fit", match.fit())
                    .put("why", why(match));
        }
        ArrayNode spans = node.putArray("spans");
        for (SpanMatch match : found.spans()) {
            spans.addObject()
                    .put("service", match.spans().service())
                    .put("operation", match.spans().operation())
                    .put("resource", match.spans().resource())
                    .put("fit", match.fit());
        }
        found.missing().forEach(node.putArray("missing")::add);
        return node;
    }

    private static void print(SearchResult found, PrintWriter out) {
        if (!found.answered()) {
            out.println("Nothing in the catalog answers to that"
                    + (found.missing().isEmpty()
                            ? "."
                            : ": no metric knows " + String.join(", ", found.missing()) + ".")
                    + (found.metrics().isEmpty() ? "" : " The nearest:"));
        }
        List<Match> shown = found.answered()
                ? found.metrics()
                : found.metrics().stream().limit(3).toList();
        for (Match match : shown) {
            var metric = match.metric();
            String kind = Stream.of(
                            metric.type().name().toLowerCase(Locale.ROOT),
                            metric.unit().toString(),
                            metric.liveness().name().toLowerCase(Locale.ROOT))
                    .filter(part -> !part.isEmpty() && !part.equals("unknown"))
                    .collect(Collectors.joining(", "));
            out.println(metric.name() + (kind.isEmpty() ? "" : "  (" + kind + ")"));
            if (!metric.description().isEmpty()) {
                out.println("    " + metric.description());
            }
            out.println("    because " + why(match));
        }
        found.spans().stream()
                .limit(found.answered() ? 3 : 0)
                .forEach(match -> out.println("spans " + match.spans().operation() + " of "
                        + match.spans().service() + ": " + match.spans().resource()));
    }

    private static String why(Match match) {
        return match.reasons().stream().map(FindCommand::why).distinct().collect(Collectors.joining("; "));
    }

    private static String why(Reason reason) {
        if (reason.isTaught()) {
            return reason.matched() + " was taught by " + reason.by() + " to mean it";
        }
        String field = reason.field().name().toLowerCase(Locale.ROOT);
        return reason.word().equalsIgnoreCase(reason.matched())
                ? reason.word() + " is in its " + field
                : reason.word() + " means " + reason.matched() + " in its " + field;
    }
}
