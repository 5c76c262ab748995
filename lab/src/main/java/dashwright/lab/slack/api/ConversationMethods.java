package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.SlackError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Channels, direct messages, and what was said in them. */
final class ConversationMethods {
    private final ApiContext context;

    ConversationMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method("conversations.open", "im:write", this::open),
                new Method("conversations.info", "channels:read", this::info),
                new Method("conversations.list", "channels:read", this::list),
                new Method("conversations.members", "channels:read", this::members),
                new Method("conversations.history", "channels:history", this::history),
                new Method("conversations.replies", "channels:history", this::replies));
    }

    private ObjectNode open(Arguments arguments) {
        List<String> users = arguments.list("users");
        if (users.isEmpty()) {
            Channel channel = context.visibleChannel(arguments.required("channel"));
            return Json.object().set("channel", Json.object().put("id", channel.id()));
        }
        if (users.size() > 1) {
            throw SlackError.of("too_many_users");
        }
        Channel direct = context.workspace()
                .directory()
                .directWith(users.getFirst())
                .orElseThrow(() -> SlackError.of("user_not_found"));
        return Json.object()
                .put("no_op", true)
                .put("already_open", true)
                .set("channel", Json.object().put("id", direct.id()));
    }

    private ObjectNode info(Arguments arguments) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        return Json.object().set("channel", channel.toJson(context.botUser()));
    }

    private ObjectNode list(Arguments arguments) {
        List<String> types = arguments.has("types") ? arguments.list("types") : List.of("public_channel");
        List<Channel> seen = context.workspace().directory().channels().stream()
                .filter(channel -> channel.kind() == Channel.Kind.PUBLIC || channel.has(context.botUser()))
                .filter(channel -> types.contains(typeOf(channel)))
                .toList();
        return Pages.page(arguments, "channels", seen, 100, channel -> channel.toJson(context.botUser()));
    }

    private static String typeOf(Channel channel) {
        return channel.kind() == Channel.Kind.DIRECT
                ? "im"
                : channel.kind().name().toLowerCase(Locale.ROOT) + "_channel";
    }

    private ObjectNode members(Arguments arguments) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        List<String> members = channel.members().stream().sorted().toList();
        ObjectNode answer = Pages.page(
                arguments, "members", members, 100, id -> Json.object().put("id", id));
        List<String> ids = new ArrayList<>();
        answer.path("members").forEach(member -> ids.add(member.path("id").asText()));
        answer.set("members", Json.texts(ids));
        return answer;
    }

    private ObjectNode history(Arguments arguments) {
        Channel channel = readableChannel(arguments);
        List<Message> messages = within(
                arguments,
                context.workspace().messages().in(channel.id()).stream()
                        .filter(message -> message.threadTs() == null || message.broadcast())
                        .toList());
        ObjectNode answer = Pages.page(arguments, "messages", messages.reversed(), 100, context.messages()::of);
        return withMore(answer).put("pin_count", 0);
    }

    private ObjectNode replies(Arguments arguments) {
        Channel channel = readableChannel(arguments);
        String ts = arguments.required("ts");
        Message root = context.workspace()
                .messages()
                .find(channel.id(), ts)
                .filter(message -> !message.ephemeral())
                .orElseThrow(() -> SlackError.of("thread_not_found"));
        String thread = root.threadTs() == null ? root.ts() : root.threadTs();
        List<Message> messages =
                within(arguments, context.workspace().messages().thread(channel.id(), thread));
        return withMore(Pages.page(arguments, "messages", messages, 1_000, context.messages()::of));
    }

    private Channel readableChannel(Arguments arguments) {
        Channel channel = context.visibleChannel(arguments.required("channel"));
        if (!channel.has(context.botUser())) {
            throw SlackError.of("not_in_channel");
        }
        return channel;
    }

    /** Timestamps have one length, so that their order is that of the texts. */
    private static List<Message> within(Arguments arguments, List<Message> messages) {
        boolean inclusive = arguments.flag("inclusive");
        String oldest = arguments.text("oldest");
        String latest = arguments.text("latest");
        return messages.stream()
                .filter(message -> !message.ephemeral())
                .filter(message -> oldest.isEmpty()
                        || message.ts().compareTo(oldest) > 0
                        || (inclusive && message.ts().equals(oldest)))
                .filter(message -> latest.isEmpty()
                        || message.ts().compareTo(latest) < 0
                        || (inclusive && message.ts().equals(latest)))
                .toList();
    }

    private static ObjectNode withMore(ObjectNode answer) {
        boolean more =
                !answer.path("response_metadata").path("next_cursor").asText().isEmpty();
        return answer.put("has_more", more);
    }
}
