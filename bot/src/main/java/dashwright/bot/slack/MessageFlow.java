package dashwright.bot.slack;

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

    MessageFlow(Workbench workbench, SlackClient client, BuildFlow builds) {
        this.workbench = workbench;
        this.client = client;
        this.builds = builds;
    }

    /** A mention or a direct message: in the thread of a draft it is about that draft unless it asks for a new board. */
    void hear(Said said) {
        Reply reply = said.reply();
        switch (CommandReader.message(said.text())) {
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
            case Command.Unknown unknown -> answer(reply, AnswerMessages.unknown(unknown));
        }
    }

    /** Requests that this team's catalog answers to. */
    List<String> examples() {
        return workbench.examples(EXAMPLES);
    }

    private void answer(Reply reply, SlackMessage message) {
        client.post(reply.channel(), reply.thread(), message);
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
