package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import java.util.List;

/** What the app shows beside its messages in a thread. */
final class AssistantMethods {
    private static final int MOST_PROMPTS = 4;
    private final ApiContext context;

    AssistantMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                // Since 2025 setStatus works in channels too and asks for chat:write there.
                new Method("assistant.threads.setStatus", "chat:write", this::setStatus),
                new Method("assistant.threads.setTitle", "assistant:write", this::setTitle),
                new Method("assistant.threads.setSuggestedPrompts", "assistant:write", this::setSuggestedPrompts));
    }

    private ObjectNode setStatus(Arguments arguments) {
        Channel channel = context.writableChannel(arguments.required("channel_id"));
        String thread = thread(arguments, channel);
        context.workspace().assistance().status(channel.id(), thread, arguments.text("status"));
        return Json.object();
    }

    private ObjectNode setTitle(Arguments arguments) {
        Channel channel = directChannel(arguments);
        String title = arguments.required("title");
        context.workspace()
                .assistance()
                .show(channel.id(), thread(arguments, channel), "title", TextNode.valueOf(title));
        return Json.object();
    }

    private ObjectNode setSuggestedPrompts(Arguments arguments) {
        Channel channel = directChannel(arguments);
        JsonNode prompts = arguments.structure("prompts", "invalid_arguments");
        if (!prompts.isArray() || prompts.isEmpty() || prompts.size() > MOST_PROMPTS) {
            throw SlackError.arguments(List.of("no more than 4 items allowed [json-pointer:/prompts]"));
        }
        for (JsonNode prompt : prompts) {
            if (!prompt.path("title").isTextual() || !prompt.path("message").isTextual()) {
                throw SlackError.arguments(List.of("a prompt has a title and a message [json-pointer:/prompts]"));
            }
        }
        ObjectNode shown = Json.object().put("title", arguments.text("title"));
        shown.set("prompts", prompts);
        String thread = arguments.has("thread_ts") ? thread(arguments, channel) : "";
        context.workspace().assistance().show(channel.id(), thread, "prompts", shown);
        return Json.object();
    }

    private Channel directChannel(Arguments arguments) {
        Channel channel = context.writableChannel(arguments.required("channel_id"));
        if (channel.kind() != Channel.Kind.DIRECT) {
            throw SlackError.of("channel_not_supported");
        }
        return channel;
    }

    private String thread(Arguments arguments, Channel channel) {
        String thread = arguments.required("thread_ts");
        if (context.workspace().messages().find(channel.id(), thread).isEmpty()) {
            throw SlackError.of("invalid_thread_ts");
        }
        return thread;
    }
}
