package dashwright.evals.demo;

import dashwright.bot.approval.Proposal;
import dashwright.bot.cli.BoardDocument;
import dashwright.bot.cli.Cli;
import dashwright.bot.cli.EvidenceText;
import dashwright.bot.cli.Exit;
import dashwright.bot.cli.PlainWriter;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Turn;
import dashwright.dashboards.plan.Panel;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.workspace.Message;
import dashwright.tools.drafting.Draft;
import dashwright.tools.health.ReceiptStatus;
import dashwright.tools.health.StatusSummary;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Does by program what a person does on the chat page: types a request, reads the draft, presses a button. */
final class OnceScript {
    private static final String USER = "maya";
    private static final String CHANNEL = "dashboards";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoHouse house;
    private final boolean json;
    private final boolean reject;
    private final PrintStream out = Cli.standardOutput();
    private final PrintStream steps;
    private String seen = "";

    /**
     * A script for a house.
     *
     * @param json prints one document in the end; the steps go to standard error then
     * @param reject presses Reject instead of Approve
     */
    OnceScript(DemoHouse house, boolean json, boolean reject) {
        this.house = house;
        this.json = json;
        this.reject = reject;
        this.steps = json ? System.err : out;
    }

    int run(String text) throws InterruptedException {
        try {
            return typed(text);
        } catch (TimeoutException late) {
            System.err.println("dash demo: " + late.getMessage());
            return Exit.OUTSIDE;
        }
    }

    private int typed(String text) throws InterruptedException, TimeoutException {
        Delivery delivery = house.lab()
                .slack()
                .driver()
                .typeSlash(USER, CHANNEL, "/dash " + text)
                .join();
        steps.println("typed      /dash " + PlainWriter.plain(text));
        steps.println("slack      acknowledged in " + delivery.took().toMillis() + " ms");
        Optional<Message> begun = await("an answer in #" + CHANNEL, this::answer);
        if (begun.isEmpty()) {
            return toldInPrivate(text);
        }
        Message root = begun.get();
        Place place = new Place(root.channel(), root.ts());
        Turn turn = await("the end of the work", () -> {
            progress(root.ts());
            return house.bot().turns().newest(place, 1).stream().findFirst();
        });
        if (turn.outcome() != Turn.Outcome.PROPOSED) {
            return unanswered(text, turn, root.ts());
        }
        Proposal proposal = house.bot().proposals().find(turn.answer()).orElseThrow();
        String message = await("the draft", () -> house.bot().proposals().message(proposal.id()));
        show(proposal);
        return decided(text, proposal, message);
    }

    /** The bot did not begin: it asked for other words, or showed what it can do. */
    private int toldInPrivate(String text) {
        String words = house.lab().slack().sees().ephemerals(USER).getLast().words();
        steps.println(words);
        if (json) {
            out.println(BoardDocument.of(text)
                    .with(Map.of("outcome", "told", "answer", words))
                    .published(Optional.empty())
                    .text());
        }
        return Exit.USAGE;
    }

    private int decided(String text, Proposal proposal, String message) throws InterruptedException, TimeoutException {
        house.lab()
                .slack()
                .driver()
                .press(USER, message, reject ? "draft_reject" : "draft_approve")
                .join();
        steps.println("pressed    " + (reject ? "Reject" : "Approve and publish"));
        Proposal.State wanted = reject ? Proposal.State.REJECTED : Proposal.State.PUBLISHED;
        Proposal ended = await(
                "what came of it",
                () -> house.bot().proposals().find(proposal.id()).filter(now -> now.state() == wanted));
        ended.board()
                .ifPresentOrElse(
                        board -> steps.println("published  " + board.url()),
                        () -> steps.println("rejected   nothing was written; boards written: " + boardsWritten()));
        StatusSummary status = new ReceiptStatus().report(draft(ended));
        steps.println();
        steps.println(status.text());
        if (json) {
            out.println(BoardDocument.of(text)
                    .board(ended.plan(), ended.json(), ended.hash(), ended.report(), ended.remarks())
                    .status(status)
                    .published(ended.board())
                    .text());
        }
        return Exit.DONE;
    }

    private int unanswered(String text, Turn turn, String root) throws InterruptedException, TimeoutException {
        String last = await(
                "the answer's words",
                () -> Optional.of(house.lab().slack().sees().message(root).words())
                        .filter(words -> !isUnderWay(words)));
        steps.println(last);
        if (json) {
            out.println(BoardDocument.of(text)
                    .with(Map.of("outcome", turn.outcome().name().toLowerCase(Locale.ROOT), "answer", last))
                    .published(Optional.empty())
                    .text());
        }
        return turn.outcome() == Turn.Outcome.FAILED ? Exit.OUTSIDE : Exit.NO;
    }

    /** The end of the work is known a moment before it is shown; until then the message tells of a step, whichever. */
    static boolean isUnderWay(String words) {
        return words.lines().anyMatch(line -> line.startsWith(":hourglass_flowing_sand:"));
    }

    /** The message that the work begins with; an empty one where the bot only told the person something in private. */
    private Optional<Optional<Message>> answer() {
        Optional<Message> begun = answers().stream().findFirst();
        if (begun.isPresent()) {
            return Optional.of(begun);
        }
        boolean told = house.lab().slack().sees().ephemerals(USER).stream()
                .anyMatch(message -> !message.words().contains("in a thread below"));
        return told ? Optional.of(Optional.empty()) : Optional.empty();
    }

    private List<Message> answers() {
        String bot = house.lab().slack().workspace().app().botUser().id();
        return house.lab().slack().sees().messages(CHANNEL).stream()
                .filter(message -> message.user().equals(bot))
                .toList();
    }

    /** Prints what the progress message says whenever it says something new. */
    private void progress(String root) {
        String words = house.lab().slack().sees().message(root).words();
        if (!words.equals(seen)) {
            seen = words;
            String line = words.lines()
                    .filter(each -> !each.isBlank())
                    .reduce((first, last) -> last)
                    .orElse("");
            steps.println("progress   " + line);
        }
    }

    private void show(Proposal proposal) {
        steps.println("draft      " + proposal.plan().title() + "  (" + charts(proposal) + " panels, hash "
                + proposal.hash().substring(0, 12) + ")");
        PrintWriter writer = new PrintWriter(steps, true, StandardCharsets.UTF_8);
        EvidenceText.print(proposal.report(), writer);
        proposal.remarks().forEach(remark -> steps.println("  · " + remark));
        house.lab().slack().sees().files().forEach(file -> steps.println("file       " + file.name()));
    }

    private static long charts(Proposal proposal) {
        return proposal.plan().panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .count();
    }

    private static Draft draft(Proposal proposal) {
        return new Draft(proposal.plan(), proposal.json(), proposal.hash(), proposal.report(), proposal.remarks());
    }

    private long boardsWritten() {
        return house.lab().journal().entries().stream()
                .filter(received -> received.service().equals("datadog")
                        && received.method().equals("POST")
                        && received.path().startsWith("/api/v1/dashboard"))
                .count();
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) throws InterruptedException, TimeoutException {
        return Patience.await(what, PATIENCE, look);
    }
}
