package dashwright.bot.cli;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.approval.ApprovalOutcome;
import dashwright.bot.approval.BoardLink;
import dashwright.bot.approval.Refused;
import dashwright.bot.conversation.BuildOutcome;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Request;
import dashwright.bot.planner.CatalogPlanner;
import dashwright.bot.publish.PublishOutcome;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.tools.drafting.CheckedDrafter;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.FixedKnowledge;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.health.ReceiptStatus;
import dashwright.tools.health.StatusSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds a draft, and publishes it where its caller approves. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Turn a request into a checked draft; with --publish --as WHO also into a dashboard.")
public final class BuildCommand implements Callable<Integer> {
    private static final Place PLACE = new Place("command-line", "");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "what the board should show")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write plan.yaml, dashboard.json and evidence.json there")
    private @Nullable Path folder;

    @Option(names = "--publish", description = "publish the draft; needs --as")
    private boolean publish;

    @Option(names = "--as", paramLabel = "WHO", description = "who approves, for the audit log")
    private @Nullable String who;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--json", description = "print one JSON document; progress goes to standard error")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (publish && who == null) {
            throw new UsageException("--publish needs --as WHO: a board is published in somebody's name");
        }
        if (publish && catalog.file().isPresent()) {
            throw new UsageException("a draft from a catalog file was not tried on live data and cannot be published");
        }
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw new UsageException("say what the board should show, as in: dash build s3 sync status");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--out takes a folder, and " + folder + " is a file; name another");
        }
        if (text.length() > Request.LONGEST_TEXT) {
            throw new UsageException("that is too long: say it in at most " + Request.LONGEST_TEXT
                    + " characters, not in " + text.length());
        }
        Optional<Path> file = catalog.file();
        return file.isPresent() ? fromFile(text, file.get()) : live(text);
    }

    private int live(String text) throws IOException {
        try (Dashwright bot = Sources.live(spec, Settings.Service.DATADOG)) {
            String requester = who == null ? System.getProperty("user.name", "command-line") : who;
            BuildOutcome outcome = bot.workbench().build(Request.of(text, requester, PLACE), progress());
            return switch (outcome) {
                case BuildOutcome.Proposed proposed -> proposed(text, proposed, bot);
                case BuildOutcome.NotProposable refused -> {
                    show(text, refused.draft(), new ReceiptStatus().report(refused.draft()), Optional.empty());
                    yield Exit.NO;
                }
                case BuildOutcome.GapFound gap -> unanswered(text, gap.gap());
                case BuildOutcome.Asked asked -> unanswered(text, asked.question());
                case BuildOutcome.Failed failed -> {
                    error("dash build: " + failed.message() + " (reference " + failed.reference() + ")");
                    yield Exit.OUTSIDE;
                }
            };
        }
    }

    private int proposed(String text, BuildOutcome.Proposed proposed, Dashwright bot) throws IOException {
        Optional<BoardLink> board = Optional.empty();
        int exit = Exit.DONE;
        if (publish) {
            ApprovalOutcome decision = bot.approvals()
                    .approve(proposed.proposal().id(), proposed.proposal().hash(), Objects.requireNonNull(who));
            switch (decision) {
                case ApprovalOutcome.Approved approved -> {
                    PublishOutcome outcome = bot.publisher().publish(approved.approval());
                    switch (outcome) {
                        case PublishOutcome.Published published -> board = Optional.of(published.board());
                        case PublishOutcome.Pending pending -> exit = failed(pending.message(), Exit.OUTSIDE);
                        case PublishOutcome.Conflict conflict -> exit = failed(conflict.message(), Exit.NO);
                        case PublishOutcome.NotPublished not -> exit = failed(not.message(), Exit.OUTSIDE);
                    }
                }
                case Refused refused -> exit = failed(refused.message(), Exit.NO);
            }
        }
        Draft draft = proposed.draft();
        Draft shown = new Draft(
                draft.plan(), proposed.proposal().json(), proposed.proposal().hash(), draft.report(), draft.remarks());
        show(text, shown, proposed.status(), board);
        return exit;
    }

    private int failed(String message, int exit) {
        error("dash build: " + message);
        return exit;
    }

    private int fromFile(String text, Path file) throws IOException {
        FixedKnowledge knowledge = Sources.file(file, spec);
        return switch (new CatalogPlanner(knowledge).plan(text)) {
            case PlanningOutcome.Planned planned -> {
                Draft draft = new CheckedDrafter(knowledge, Optional.empty(), Clock.systemUTC())
                        .draft(planned.plan(), planned.remarks(), progress())
                        .with(planned.findings());
                show(
                        text,
                        draft,
                        new StatusSummary("Not run: a catalog file has no live data.", List.of()),
                        Optional.empty());
                yield draft.report().hasErrors() ? Exit.NO : Exit.DONE;
            }
            case PlanningOutcome.Gap gap -> unanswered(text, gap);
            case PlanningOutcome.Question question -> unanswered(text, question);
        };
    }

    private void show(String text, Draft draft, StatusSummary status, Optional<BoardLink> board) throws IOException {
        BoardDocument document = BoardDocument.of(text)
                .board(draft.plan(), draft.json(), draft.hash(), draft.report(), draft.remarks())
                .status(status)
                .published(board);
        if (folder != null) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("plan.yaml"), PlanCodec.writeYaml(draft.plan()));
            Files.writeString(folder.resolve("dashboard.json"), draft.json().toPrettyString());
            Files.writeString(folder.resolve("evidence.json"), document.text());
        }
        PrintWriter out = Cli.out(spec);
        if (json) {
            out.println(document.text());
            return;
        }
        out.println(draft.plan().title());
        EvidenceText.print(draft.report(), out);
        draft.remarks().forEach(remark -> out.println("  · " + remark));
        out.println();
        out.println(status.text());
        if (folder != null) {
            out.println("Written to " + folder + ": plan.yaml, dashboard.json, evidence.json");
        }
        board.ifPresent(link -> out.println("Published: " + link.url()));
    }

    private int unanswered(String text, PlanningOutcome outcome) {
        UnansweredText answer = new UnansweredText(text, outcome);
        Cli.out(spec).println(json ? answer.json() : answer.text());
        return Exit.NO;
    }

    private Progress progress() {
        return step -> error("… " + step);
    }

    private PrintWriter errors() {
        return Cli.err(spec);
    }

    private void error(String line) {
        errors().println(line);
        errors().flush();
    }
}
