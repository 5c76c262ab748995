package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Content;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.SlackError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posting, changing and deleting messages. */
final class ChatMethods {
    private static final int LONGEST_UPDATE = 4_000;
    private final ApiContext context;

    ChatMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method("chat.postMessage", "chat:write", this::postMessage),
                new Method("chat.postEphemeral", "chat:write", this::postEphemeral),
                new Method("chat.update", "chat:write", this::update),
                new Method("chat.delete", "chat:write", this::delete),
                new Method("chat.getPermalink", "", this::getPermalink));
    }

    private ObjectNode postMessage(Arguments arguments) {
        Channel channel = context.writableChannel(arguments.required("channel"));
        Content content = content(arguments);
        Message message = Message.posted(
                channel.id(), context.workspace().ids().nextTs(), thread(arguments), context.botUser(), content);
        Message posted = context.workspace()
                .messages()
                .post(arguments.flag("reply_broadcast") ? message.alsoInChannel() : message);
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", posted.ts());
        answer.set("message", context.messages().of(posted));
        return answer;
    }

    private ObjectNode postEphemeral(Arguments arguments) {
        Channel channel = context.writableChannel(arguments.required("channel"));
        String user = arguments.required("user");
        if (context.workspace().directory().user(user).isEmpty()) {
            throw SlackError.of("user_not_found");
        }
        if (!channel.has(user)) {
            throw SlackError.of("user_not_in_channel");
        }
        Message message = Message.posted(
                channel.id(),
                context.workspace().ids().nextTs(),
                thread(arguments),
                context.botUser(),
                content(arguments));
        context.workspace().messages().post(message.onlyFor(user));
        return Json.object().put("message_ts", message.ts());
    }

    private ObjectNode update(Arguments arguments) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        Message present = own(channel, arguments.required("ts"), "cant_update_message");
        if (arguments.text("text").length() > LONGEST_UPDATE) {
            throw SlackError.of("msg_too_long");
        }
        Content content = updated(arguments, present.content());
        String now = context.workspace().ids().nextTs();
        Message changed = context.workspace()
                .messages()
                .change(channel.id(), present.ts(), before -> before.edited(content, now))
                .orElseThrow(() -> SlackError.of("message_not_found"));
        ObjectNode answer = Json.object()
                .put("channel", channel.id())
                .put("ts", changed.ts())
                .put("text", changed.content().text());
        answer.set("message", context.messages().of(changed));
        return answer;
    }

    /** Blocks and attachments that are not given stay; an empty list takes them away. */
    private Content updated(Arguments arguments, Content before) {
        if (!arguments.has("blocks") && !arguments.has("attachments")) {
            String text = arguments.text("text");
            if (text.isEmpty()) {
                throw SlackError.of("no_text");
            }
            return new Content(
                    text, before.blocks(), before.attachments(), before.files(), metadata(arguments, before));
        }
        Content given = content(arguments);
        return new Content(
                given.text(),
                arguments.has("blocks") ? given.blocks() : before.blocks(),
                arguments.has("attachments") ? given.attachments() : before.attachments(),
                before.files(),
                metadata(arguments, before));
    }

    private static JsonNode metadata(Arguments arguments, Content before) {
        return arguments.has("metadata")
                ? arguments.structure("metadata", "invalid_metadata_format")
                : before.metadata();
    }

    private ObjectNode delete(Arguments arguments) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        Message present = own(channel, arguments.required("ts"), "cant_delete_message");
        context.workspace().messages().delete(channel.id(), present.ts());
        return Json.object().put("channel", channel.id()).put("ts", present.ts());
    }

    private ObjectNode getPermalink(Arguments arguments) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        String ts = arguments.required("message_ts");
        Message message = context.workspace()
                .messages()
                .find(channel.id(), ts)
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> SlackError.of("message_not_found"));
        String link = context.baseUrl() + "/archives/" + channel.id() + "/p" + ts.replace(".", "");
        String thread = message.threadTs() == null ? "" : "?thread_ts=" + message.threadTs() + "&cid=" + channel.id();
        return Json.object().put("channel", channel.id()).put("permalink", link + thread);
    }

    private Message own(Channel channel, String ts, String errorIfForeign) {
        // Ephemeral messages are not kept by Slack: the API knows nothing of them.
        Message message = context.workspace()
                .messages()
                .find(channel.id(), ts)
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> SlackError.of("message_not_found"));
        if (!message.user().equals(context.botUser())) {
            throw SlackError.of(errorIfForeign);
        }
        return message;
    }

    private Content content(Arguments arguments) {
        return context.composer()
                .compose(
                        arguments.text("text"),
                        arguments.structure("blocks", "invalid_blocks_format"),
                        arguments.structure("attachments", "invalid_attachments"),
                        arguments.has("metadata")
                                ? arguments.structure("metadata", "invalid_metadata_format")
                                : MissingNode.getInstance());
    }

    private static @Nullable String thread(Arguments arguments) {
        if (!arguments.has("thread_ts")) {
            return null;
        }
        String ts = arguments.text("thread_ts");
        if (!ts.matches("\\d{10}\\.\\d{6}")) {
            throw SlackError.of("invalid_thread_ts");
        }
        return ts;
    }
}
