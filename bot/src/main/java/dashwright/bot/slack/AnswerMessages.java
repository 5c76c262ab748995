package dashwright.bot.slack;

import com.slack.api.model.block.element.ButtonElement;
import dashwright.bot.conversation.BuildOutcome;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.PlanningOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answers that are not drafts: gaps, questions, findings that stop a draft, help, failures. */
final class AnswerMessages {
    static final String NEAREST = "gap_nearest_";
    static final String CHOICE = "question_choice_";
    static final String EDIT = "edit_choice_";

    private static final int MOST_CHOICES = 10;

    private static final String HELP = """
            *What I do*: I build Datadog dashboards from metrics that your organisation really has, show you the evidence, and publish only what a person approved.
            • `/dash build WHAT` drafts a board
            • `/dash find WORDS` finds metrics
            • `/dash teach WORDS = METRIC` says what your team means by words; `/dash lessons` lists it, `/dash forget WORDS` takes it back
            • `/dash help` shows this
            Or mention me, or write to me directly. In the thread of a draft, mention me with what should change: `last 24 hours`, `rename to …`, `remove …`, `add p95`, `undo`. After it is published, the same changes the published board.""";

    private AnswerMessages() {}

    /** Nothing measures it: what was looked for, the nearest there is, and what to instrument. */
    static SlackMessage gap(String heading, PlanningOutcome.Gap gap) {
        String lookedFor =
                gap.lookedFor().stream().map(word -> Mrkdwn.code(word, 60)).collect(Collectors.joining(" "));
        BlockList blocks = new BlockList()
                .section(heading)
                .section(":mag: Nothing in your catalog measures this. I looked for "
                        + (lookedFor.isEmpty() ? "the words of the request" : Mrkdwn.cut(lookedFor, 1_000)) + ".");
        blocks.section(Mrkdwn.lines(gap.instrument(), 1_500));
        if (!gap.nearest().isEmpty()) {
            blocks.lines(
                    "*The nearest there is*",
                    gap.nearest().stream().map(FoundMessage::metric).toList(),
                    "in the catalog");
            blocks.buttons(IntStream.range(0, gap.nearest().size())
                    .mapToObj(i -> nearest(i, gap.nearest().get(i).metric().name()))
                    .toList());
        }
        return blocks.message("Nothing in your catalog measures this");
    }

    private static ButtonElement nearest(int index, String metric) {
        return BlockList.button(NEAREST + index, metric, Mrkdwn.plain(metric, BlockList.LONGEST_VALUE), "");
    }

    /** One short question; each choice is a request that stands for itself. */
    static SlackMessage question(String heading, PlanningOutcome.Question question) {
        return question(heading, question, CHOICE);
    }

    /** A question about a change of a draft; each choice is a change that can be made as it stands. */
    static SlackMessage aboutEdit(String heading, PlanningOutcome.Question question) {
        return question(heading, question, EDIT);
    }

    private static SlackMessage question(String heading, PlanningOutcome.Question question, String action) {
        String text = ":speech_balloon: " + Mrkdwn.lines(question.question(), 1_500);
        List<String> choices = question.choices().stream()
                .filter(choice -> choice.length() <= BlockList.LONGEST_VALUE)
                .limit(MOST_CHOICES)
                .toList();
        return new BlockList()
                .section(heading)
                .section(text)
                .buttons(IntStream.range(0, choices.size())
                        .mapToObj(i -> BlockList.button(action + i, choices.get(i), choices.get(i), ""))
                        .toList())
                .message(text);
    }

    /** A draft that is not proposed, with every reason. */
    static SlackMessage notProposable(String heading, Draft draft) {
        String verdict = ":x: *" + Mrkdwn.text(draft.plan().title(), 200)
                + "* is not proposed: it would be refused or would not tell the truth. Nothing was written.";
        List<String> findings = DraftMessage.lines(draft.report().findings());
        BlockList blocks = new BlockList()
                .section(heading)
                .section(verdict)
                .lines("*Findings*", findings, "like these; ask for less at once to see them all");
        DraftMessage.remarks(blocks, draft.remarks());
        return blocks.message(verdict);
    }

    static SlackMessage failed(String heading, BuildOutcome.Failed failed) {
        return SlackMessage.of(heading + "\n" + failureText(failed.message(), failed.reference()));
    }

    /** Why it did not work and what to do, with the id that stands in the log. */
    static SlackMessage failure(String message, String reference) {
        return SlackMessage.of(failureText(message, reference));
    }

    private static String failureText(String message, String reference) {
        return ":x: " + Mrkdwn.lines(message, 1_500) + "\nReference " + Mrkdwn.code(reference, 40);
    }

    static SlackMessage help() {
        return SlackMessage.of(HELP);
    }

    /** The help, with requests that this team's catalog answers to. */
    static SlackMessage help(List<String> examples) {
        return SlackMessage.of(HELP + (examples.isEmpty() ? "" : "\n" + examples(examples)));
    }

    static SlackMessage hello(List<String> examples) {
        return SlackMessage.of(
                ":wave: Hello! Tell me what you want to see, and I draft a Datadog board of it from your own"
                        + " metrics; nothing is written before someone approves it."
                        + (examples.isEmpty() ? " Say `help` for what I can do." : "\n" + examples(examples)));
    }

    static SlackMessage thanks(boolean inThread) {
        return SlackMessage.of(":blush: You are welcome."
                + (inThread ? " If something should be different, say it here, as in `last 24 hours`." : ""));
    }

    /** What to say where only the verb was said. */
    static SlackMessage whatToBuild(List<String> examples) {
        return SlackMessage.of("Say what the board should show: a service, a task or a metric, and what of it."
                + (examples.isEmpty() ? "" : "\n" + examples(examples)));
    }

    /** Requests from the team's own catalog, one a line. */
    static String examples(List<String> examples) {
        return examples.stream()
                .map(example -> "• " + Mrkdwn.code("/dash build " + example, 120))
                .collect(Collectors.joining("\n", "From your own catalog, for example:\n", ""));
    }

    static SlackMessage unknown(Command.Unknown unknown) {
        return new BlockList()
                .section("I do not know " + Mrkdwn.code(unknown.verb(), 60) + ". Did you mean "
                        + Mrkdwn.code("/dash " + unknown.meant(), 400) + "?")
                .section(help().text())
                .message("I do not know that command");
    }
}
