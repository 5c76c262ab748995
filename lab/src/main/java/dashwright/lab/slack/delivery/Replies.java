package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.slack.workspace.Composer;
import dashwright.lab.slack.workspace.Content;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.SlackError;
import dashwright.lab.slack.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts into the workspace what the app answers to a command or a button, in the acknowledgement or by its URL. */
public final class Replies {
    private final Workspace workspace;
    private final Composer composer;

    /** Answers in a workspace. */
    public Replies(Workspace workspace) {
        this.workspace = workspace;
        this.composer = new Composer(workspace);
    }

    /**
     * Puts an answer where it belongs: ephemeral unless it says {@code in_channel}, in place of the message that was
     * acted on where it says {@code replace_original}.
     *
     * @throws SlackError where Slack would refuse it
     */
    public void put(JsonNode reply, ReplyTarget target) {
        String original = target.messageTs();
        if (reply.path("delete_original").asBoolean() && original != null) {
            workspace.messages().delete(target.channel(), original);
            return;
        }
        Content content = composer.composeReply(
                reply.isTextual() ? reply.textValue() : reply.path("text").asText(),
                reply.path("blocks"),
                reply.path("attachments"),
                reply.path("metadata"));
        if (reply.path("replace_original").asBoolean() && original != null) {
            replace(target.channel(), original, content);
            return;
        }
        post(reply, content, target);
    }

    private void replace(String channel, String original, Content content) {
        String now = workspace.ids().nextTs();
        Optional<Message> replaced = workspace
                .messages()
                .change(
                        channel,
                        original,
                        before ->
                                before.edited(content.withFiles(before.content().files()), now));
        if (replaced.isEmpty()) {
            throw SlackError.of("message_not_found");
        }
    }

    private void post(JsonNode reply, Content content, ReplyTarget target) {
        @Nullable String thread = reply.path("thread_ts").asText(null);
        @Nullable String where = thread == null ? target.threadTs() : thread;
        Message message = Message.posted(
                target.channel(),
                workspace.ids().nextTs(),
                where,
                workspace.app().botUser().id(),
                content);
        boolean everybody = reply.path("response_type").asText().equals("in_channel");
        workspace.messages().post(everybody ? message : message.onlyFor(target.user()));
    }
}
