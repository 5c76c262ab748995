package dashwright.bot.slack;

import dashwright.bot.conversation.Workbench;

/** Answers what people say to the bot in messages, and searches. */
final class MessageFlow {
    private static final int MATCHES = 10;

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
            case Command.Help _ -> client.post(reply.channel(), reply.thread(), AnswerMessages.help());
            case Command.Find find -> client.post(reply.channel(), reply.thread(), find(find.text()));
            case Command.Build build -> {
                if (said.thread().isEmpty() || CommandReader.asksForNewBoard(said.text())) {
                    builds.inThread(build.text(), reply);
                } else {
                    builds.aboutTheDraft(build.text(), reply);
                }
            }
            case Command.Unknown unknown ->
                client.post(reply.channel(), reply.thread(), AnswerMessages.unknown(unknown));
        }
    }

    /** What a search brings, or what to type where there are no words. */
    SlackMessage find(String text) {
        return text.isBlank()
                ? SlackMessage.of("Say what to look for, as in `/dash find celery task failures`.")
                : AnswerMessages.found(text, workbench.find(text, MATCHES));
    }
}
