package dashwright.bot.slack;

import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Request;
import dashwright.bot.conversation.Workbench;
import java.util.ArrayList;
import java.util.List;

/** Answers what people say to the bot in messages, and searches. */
final class MessageFlow {
    private static final int MATCHES = 10;
    private static final int EXAMPLES = 4;

    private final Workbench workbench;
    private final SlackClient client;
    private final BuildFlow builds;
    private final TeachFlow lessons;

    MessageFlow(Workbench workbench, SlackClient client, BuildFlow builds, TeachFlow lessons) {
        this.workbench = workbench;
        this.client = client;
        this.builds = builds;
        this.lessons = lessons;
    }

    /** A mention or a direct message: in the thread of a draft it is about that draft unless it asks for a new board. */
    void hear(Said said) {
        Reply reply = said.reply();
        Command command = CommandReader.message(said.text());
        switch (command) {
            case Command.Help _ -> answer(reply, AnswerMessages.help(examples()));
            case Command.Hello _ -> answer(reply, AnswerMessages.hello(examples()));
            case Command.Thanks _ ->
                answer(reply, AnswerMessages.thanks(!said.thread().isEmpty()));
            case Command.Find find -> answer(reply, find(find.text()));
            case Command.Build build
            when build.text().isEmpty() -> answer(reply, AnswerMessages.whatToBuild(examples()));
            case Command.Build build -> {
                if (said.thread().isEmpty() || CommandReader.asksForNewBoard(said.text())) {
                    builds.inThread(build.text(), reply);
                } else {
                    builds.aboutTheDraft(build.text(), reply);
                }
            }
            // In the thread of a draft these words are about the draft: "forget the memory panel".
            case Command.Forget _ when isAboutADraft(said) -> builds.aboutTheDraft(SlackText.read(said.text()), reply);
            case Command.Teach _, Command.Forget _, Command.Lessons _ -> answer(reply, lesson(command, reply.user()));
            case Command.Unknown unknown -> answer(reply, AnswerMessages.unknown(unknown));
        }
    }

    private boolean isAboutADraft(Said said) {
        Request request = Request.of(said.text(), said.user(), new Place(said.channel(), said.thread()));
        return !said.thread().isEmpty() && workbench.inThread(request).earlier() != null;
    }

    /** Requests that this team's catalog answers to. */
    List<String> examples() {
        return workbench.examples(EXAMPLES);
    }

    private void answer(Reply reply, SlackMessage message) {
        client.post(reply.channel(), reply.thread(), message);
    }

    /** What a command about lessons comes to. */
    SlackMessage lesson(Command command, String who) {
        return switch (command) {
            case Command.Teach teach -> lessons.teach(teach, who);
            case Command.Forget forget -> lessons.forget(forget, who);
            default -> lessons.lessons();
        };
    }

    /** What a search brings, or what to type where there are no words. */
    SlackMessage find(String text) {
        if (text.isBlank()) {
            return SlackMessage.of("Say what to look for, as in `/dash find celery task failures`.");
        }
        List<String> unranked = new ArrayList<>();
        return FoundMessage.of(text, workbench.find(text, MATCHES, unranked::add), unranked);
    }
}
