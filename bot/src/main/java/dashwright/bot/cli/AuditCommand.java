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
import dashwright.tools.datadog.DatadogException;
import dashwright.tools.drafting.FixedKnowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    /** Datadog's own limit for a dashboard is far below. */
    private static final long LARGEST_FILE = 20_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "ID|URL|FILE", description = "the dashboards")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<Path> file = catalog.file();
        List<String> boards = files();
        if (file.isPresent()) {
            FixedKnowledge knowledge = Sources.file(file.get(), spec);
            DashboardCheck check = new DashboardCheck();
            return audited(boards, board -> check.check(board, knowledge.catalog(), knowledge.search()), id -> {
                throw new UsageException("with --catalog only files can be audited, not " + id);
            });
        }
        try (Dashwright live = Sources.live(spec, Settings.Service.DATADOG)) {
            Sources.refresh(live, Cli.err(spec));
            DashboardCheck check = new DashboardCheck();
            return audited(
                    boards,
                    board -> check.checkLive(
                            board,
                            live.catalog().catalog(),
                            live.knowledge().search(),
                            live.reader(),
                            Clock.systemUTC().instant()),
                    id -> live.reader().dashboard(id));
        }
    }

    /** One that cannot be read is named, and the others are audited all the same. */
    private int audited(List<String> boards, Function<JsonNode, CheckReport> check, Function<String, JsonNode> byId)
            throws IOException {
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        int exit = Exit.DONE;
        for (String target : boards) {
            try {
                JsonNode board = board(target, byId);
                CheckReport report = check.apply(board);
                exit = Math.max(exit, report.hasErrors() ? Exit.NO : Exit.DONE);
                show(target, board, report, documents);
            } catch (JsonProcessingException mangled) {
                exit = Math.max(exit, Exit.NO);
                fail(target, "is no JSON: " + mangled.getOriginalMessage() + "; export it again", documents);
            } catch (CharacterCodingException notText) {
                exit = Math.max(exit, Exit.NO);
                fail(target, "is no UTF-8 text; export it again", documents);
            } catch (NoBoardException not) {
                exit = Math.max(exit, Exit.NO);
                fail(target, String.valueOf(not.getMessage()), documents);
            } catch (IOException unreadable) {
                exit = Math.max(exit, Exit.NO);
                fail(target, "cannot be read: " + Cli.reason(unreadable), documents);
            } catch (DatadogException outside) {
                exit = Exit.OUTSIDE;
                fail(target, "could not be read: " + outside.getMessage(), documents);
            }
        }
        if (json) {
            Cli.out(spec).println(documents.toPrettyString());
        }
        Cli.out(spec).flush();
        return exit;
    }

    private void show(String target, JsonNode board, CheckReport report, ArrayNode documents) {
        if (json) {
            documents
                    .addObject()
                    .put("target", target)
                    .put("title", board.path("title").asText(""))
                    .<ObjectNode>set("findings", Evidence.findings(report.findings()))
                    .set("receipts", Evidence.receipts(report.receipts()));
            return;
        }
        PrintWriter out = Cli.out(spec);
        out.println(board.path("title").asText("(no title)") + "  [" + target + "]");
        EvidenceText.print(report, out);
        out.println();
    }

    private void fail(String target, String message, ArrayNode documents) {
        if (json) {
            documents.addObject().put("target", target).put("failure", message);
        } else {
            Cli.out(spec).println(target + " " + message);
        }
    }

    /** The targets, a folder as the JSON files in it; each is looked at before anything is read. */
    private List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (String target : targets) {
            Path path = path(target).orElse(null);
            if (path != null && Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".json") && !Files.isDirectory(file))
                            .sorted()
                            .forEach(file -> files.add(file.toString()));
                }
            } else if ((path != null && Files.isRegularFile(path))
                    || ID.matcher(target).find()) {
                files.add(target);
            } else {
                throw new UsageException(
                        target + " is no file that exists, and no dashboard id (abc-def-ghi) or address is in it");
            }
        }
        if (files.isEmpty()) {
            throw new UsageException("no .json file in " + String.join(", ", targets)
                    + "; name a folder with exported dashboards, a file, an id or an address");
        }
        return files;
    }

    private static Optional<Path> path(String target) {
        try {
            return Optional.of(Path.of(target));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static JsonNode board(String target, Function<String, JsonNode> byId) throws IOException, NoBoardException {
        Optional<Path> file = path(target).filter(Files::isRegularFile);
        if (file.isPresent()) {
            return read(file.get());
        }
        Matcher id = ID.matcher(target);
        if (!id.find()) {
            throw new NoBoardException("cannot be read: it is no file, or a link to one that is gone");
        }
        return byId.apply(id.group());
    }

    private static JsonNode read(Path file) throws IOException, NoBoardException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new NoBoardException("has more than " + LARGEST_FILE / 1_000_000 + " MB, which no dashboard has");
        }
        JsonNode board = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
        if (!board.isObject() || (!board.has("title") && !board.has("widgets"))) {
            throw new NoBoardException("holds no dashboard: a JSON object with \"title\" and \"widgets\" is expected");
        }
        return board;
    }

    /** What was read is JSON and no dashboard. */
    private static final class NoBoardException extends Exception {
        private static final long serialVersionUID = 1L;

        NoBoardException(String message) {
            super(message);
        }
    }
}
