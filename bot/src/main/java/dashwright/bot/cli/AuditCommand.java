package dashwright.bot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.DashboardCheck;
import dashwright.tools.drafting.FixedKnowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells which widgets of existing dashboards lie. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Check existing dashboards, by id, address or exported file (or a folder of files).")
public final class AuditCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "ID|URL|FILE", description = "the dashboards")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "take the metrics from a JSON-lines file; nothing is tried")
    private @Nullable Path catalog;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (catalog != null) {
            FixedKnowledge knowledge = Sources.file(
                    catalog, Objects.requireNonNull(spec).commandLine().getErr());
            DashboardCheck check = new DashboardCheck();
            return audited(board -> check.check(board, knowledge.catalog(), knowledge.search()), id -> {
                throw new UsageException("with --catalog only files can be audited, not " + id);
            });
        }
        try (Dashwright live = Sources.live(Settings.Service.DATADOG)) {
            live.catalog().ensureFresh(Duration.ofHours(1));
            DashboardCheck check = new DashboardCheck();
            return audited(
                    board -> check.checkLive(
                            board,
                            live.catalog().catalog(),
                            live.catalog().search(),
                            live.reader(),
                            Clock.systemUTC().instant()),
                    id -> live.reader().dashboard(id));
        }
    }

    private int audited(Function<JsonNode, CheckReport> check, Function<String, JsonNode> byId) throws IOException {
        PrintWriter out = new PrintWriter(Cli.standardOutput(), true, StandardCharsets.UTF_8);
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        boolean wrong = false;
        for (String target : files()) {
            try {
                JsonNode board = board(target, byId);
                CheckReport report = check.apply(board);
                wrong |= report.hasErrors();
                if (json) {
                    documents
                            .addObject()
                            .put("target", target)
                            .put("title", board.path("title").asText(""))
                            .<ObjectNode>set("findings", Evidence.findings(report.findings()))
                            .set("receipts", Evidence.receipts(report.receipts()));
                } else {
                    out.println(board.path("title").asText("(no title)") + "  [" + target + "]");
                    EvidenceText.print(report, out);
                    out.println();
                }
            } catch (JsonProcessingException mangled) {
                wrong = true;
                String message = "is no JSON: " + mangled.getOriginalMessage();
                if (json) {
                    documents.addObject().put("target", target).put("failure", message);
                } else {
                    out.println(target + " " + message);
                }
            }
        }
        if (json) {
            out.println(documents.toPrettyString());
        }
        return wrong ? Exit.NO : Exit.DONE;
    }

    /** The targets, a folder as the JSON files in it. */
    private List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (String target : targets) {
            Path path = Path.of(target);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(file -> files.add(file.toString()));
                }
            } else {
                files.add(target);
            }
        }
        if (files.isEmpty()) {
            throw new UsageException("no .json file in " + String.join(", ", targets));
        }
        return files;
    }

    private static JsonNode board(String target, Function<String, JsonNode> byId) throws IOException {
        Path file = Path.of(target);
        if (Files.isRegularFile(file)) {
            return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
        }
        Matcher id = ID.matcher(target);
        if (!id.find()) {
            throw new UsageException(
                    target + " is no file that exists, and no dashboard id (abc-def-ghi) or address is in it");
        }
        return byId.apply(id.group());
    }
}
