package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Messages as Slack describes them to apps. */
public final class MessageJson {
    private final Workspace workspace;
    private final String baseUrl;

    /**
     * A describer.
     *
     * @param baseUrl where the workspace is served, for the addresses of files
     */
    public MessageJson(Workspace workspace, String baseUrl) {
        this.workspace = workspace;
        this.baseUrl = baseUrl;
    }

    /** A message as {@code conversations.history} and payloads have it. */
    public ObjectNode of(Message message) {
        AppIdentity app = workspace.app();
        ObjectNode json = Json.object()
                .put("type", "message")
                .put("user", message.user())
                .put("ts", message.ts())
                .put("text", message.content().text())
                .put("team", app.team());
        if (message.user().equals(app.botUser().id())) {
            json.put("bot_id", app.botId()).put("app_id", app.appId());
            json.set("bot_profile", app.botProfile());
        }
        addContent(json, message.content());
        addThread(json, message);
        if (message.editedTs() != null) {
            json.putObject("edited").put("user", message.user()).put("ts", message.editedTs());
        }
        if (!message.reactions().isEmpty()) {
            ArrayNode reactions = json.putArray("reactions");
            message.reactions()
                    .forEach((name, users) -> reactions
                            .addObject()
                            .put("name", name)
                            .put("count", users.size())
                            .set("users", Json.texts(users)));
        }
        return json;
    }

    private void addContent(ObjectNode json, Content content) {
        if (!content.blocks().isEmpty()) {
            json.set("blocks", content.blocks().deepCopy());
        }
        if (!content.attachments().isEmpty()) {
            json.set("attachments", content.attachments().deepCopy());
        }
        if (!content.files().isEmpty()) {
            ArrayNode files = json.putArray("files");
            content.files()
                    .forEach(id -> workspace
                            .files()
                            .find(id)
                            .ifPresentOrElse(
                                    file -> files.add(file.toJson(baseUrl)),
                                    () -> files.addObject().put("id", id).put("mode", "tombstone")));
            json.put("upload", false);
        }
        if (content.metadata().isObject()) {
            json.set("metadata", content.metadata().deepCopy());
        }
    }

    private void addThread(ObjectNode json, Message message) {
        if (message.broadcast()) {
            json.put("subtype", "thread_broadcast");
        }
        if (message.threadTs() != null) {
            json.put("thread_ts", message.threadTs());
            workspace
                    .messages()
                    .find(message.channel(), message.threadTs())
                    .ifPresent(root -> json.put("parent_user_id", root.user()));
            return;
        }
        List<Message> replies = workspace.replies(message);
        if (!replies.isEmpty()) {
            List<String> users = replies.stream().map(Message::user).distinct().toList();
            json.put("thread_ts", message.ts())
                    .put("reply_count", replies.size())
                    .put("reply_users_count", users.size())
                    .put("latest_reply", replies.getLast().ts())
                    .set("reply_users", Json.texts(users));
        }
    }
}
