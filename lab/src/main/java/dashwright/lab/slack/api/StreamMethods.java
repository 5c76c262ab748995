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
import java.util.function.UnaryOperator;

/** Messages that the app writes piece by piece; their text is Markdown, not mrkdwn. */
final class StreamMethods {
    private static final int LONGEST_PIECE = 12_000;
    private final ApiContext context;

    StreamMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method("chat.startStream", "chat:write", this::start),
                new Method("chat.appendStream", "chat:write", this::append),
                new Method("chat.stopStream", "chat:write", this::stop));
    }

    private ObjectNode start(Arguments arguments) {
        Channel channel = context.writableChannel(arguments.required("channel"));
        String thread = arguments.required("thread_ts");
        if (context.workspace().messages().find(channel.id(), thread).isEmpty()) {
            throw SlackError.of("invalid_thread_ts");
        }
        if (channel.kind() != Channel.Kind.DIRECT && !arguments.has("recipient_user_id")) {
            throw SlackError.of("missing_recipient_user_id");
        }
        Message begun = Message.posted(
                channel.id(),
                context.workspace().ids().nextTs(),
                thread,
                context.botUser(),
                written("", piece(arguments)));
        context.workspace().messages().post(begun.streamed(begun.content(), true));
        return Json.object().put("channel", channel.id()).put("ts", begun.ts());
    }

    private ObjectNode append(Arguments arguments) {
        arguments.required("markdown_text");
        String piece = piece(arguments);
        return change(arguments, before -> before.streamed(written(soFar(before), piece), true));
    }

    private ObjectNode stop(Arguments arguments) {
        String piece = piece(arguments);
        JsonNode blocks = arguments.structure("blocks", "invalid_blocks_format");
        ObjectNode answer = change(arguments, before -> {
            Content whole = written(soFar(before), piece);
            return before.streamed(blocks.isMissingNode() ? whole : finished(whole, blocks), false);
        });
        String ts = arguments.text("ts");
        context.workspace()
                .messages()
                .find(arguments.text("channel"), ts)
                .ifPresent(message -> answer.set("message", context.messages().of(message)));
        return answer;
    }

    private Content finished(Content whole, JsonNode blocks) {
        Content last =
                context.composer().compose(whole.text(), blocks, MissingNode.getInstance(), MissingNode.getInstance());
        return Content.of(whole.text(), whole.blocks().deepCopy().addAll(last.blocks()));
    }

    private ObjectNode change(Arguments arguments, UnaryOperator<Message> how) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        String ts = arguments.required("ts");
        Message present = context.workspace()
                .messages()
                .find(channel.id(), ts)
                .orElseThrow(() -> SlackError.of("message_not_found"));
        if (!present.user().equals(context.botUser())) {
            throw SlackError.of("message_not_owned_by_app");
        }
        if (!present.streaming()) {
            throw SlackError.of("message_not_in_streaming_state");
        }
        context.workspace().messages().change(channel.id(), ts, how);
        return Json.object().put("channel", channel.id()).put("ts", ts);
    }

    private static String piece(Arguments arguments) {
        String piece = arguments.text("markdown_text");
        if (piece.length() > LONGEST_PIECE) {
            throw SlackError.of("msg_too_long");
        }
        return piece;
    }

    private static String soFar(Message message) {
        return message.content().text();
    }

    private static Content written(String before, String piece) {
        String text = before + piece;
        var blocks = Json.array();
        if (!text.isEmpty()) {
            blocks.addObject().put("type", "markdown").put("block_id", "stream").put("text", text);
        }
        return Content.of(text, blocks);
    }
}
