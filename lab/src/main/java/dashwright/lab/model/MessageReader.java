package dashwright.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.model.Conversation.Called;
import dashwright.lab.model.Conversation.Message;
import dashwright.lab.model.Conversation.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads messages. A call without a result, or a result without a call, is refused as the real service does: a client
 * that once stores such a conversation can never continue it.
 */
final class MessageReader {
    private static final Set<String> PARTS = Set.of("text", "image_url", "input_audio", "file", "refusal");

    private final Set<String> open = new LinkedHashSet<>();
    private boolean afterCalls;

    private MessageReader() {}

    static List<Message> read(JsonNode root) {
        return new MessageReader().all(Fields.list(root, "messages", "messages"));
    }

    private List<Message> all(JsonNode nodes) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Message message = message(nodes.get(i), "messages[" + i + "]");
            track(message, "messages[" + i + "]");
            messages.add(message);
        }
        checkNothingOpen();
        return messages;
    }

    private void track(Message message, String place) {
        if (message.role() != Role.TOOL) {
            checkNothingOpen();
            message.calls().forEach(call -> open.add(call.id()));
            afterCalls = !message.calls().isEmpty();
        } else if (!afterCalls) {
            throw Fields.refuse(
                    place + ".role",
                    "",
                    "Invalid parameter: messages with role 'tool' must be a response to a preceding message with"
                            + " 'tool_calls'.");
        } else if (!open.remove(message.answers())) {
            throw Fields.refuse(
                    place + ".tool_call_id",
                    "",
                    "Invalid parameter: 'tool_call_id' of '" + message.answers()
                            + "' not found in 'tool_calls' of previous message, or answered twice.");
        }
    }

    private void checkNothingOpen() {
        if (!open.isEmpty()) {
            throw Fields.refuse(
                    "messages",
                    "",
                    "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
                            + " 'tool_call_id'. The following tool_call_ids did not have response messages: "
                            + String.join(", ", open));
        }
    }

    private static Message message(JsonNode node, String place) {
        Role role = role(Fields.text(Fields.object(node, place), "role", place + ".role"), place);
        List<Called> calls = role == Role.ASSISTANT ? calls(node, place) : List.of();
        String text = content(node.path("content"), place + ".content", !calls.isEmpty());
        String answers = role == Role.TOOL ? Fields.text(node, "tool_call_id", place + ".tool_call_id") : "";
        return new Message(role, text, calls, answers);
    }

    private static Role role(String name, String place) {
        return switch (name) {
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool" -> Role.TOOL;
            default ->
                throw Fields.refuse(
                        place + ".role",
                        "invalid_value",
                        "Invalid value: '" + name
                                + "'. Supported values are: 'system', 'assistant', 'user', 'tool', and 'developer'.");
        };
    }

    private static String content(JsonNode content, String place, boolean mayBeAbsent) {
        if (Fields.isAbsent(content)) {
            if (mayBeAbsent) {
                return "";
            }
            throw Fields.refuse(place, "", "Invalid value for 'content': expected a string, got null.");
        }
        if (content.isTextual()) {
            return content.asText();
        }
        if (!content.isArray()) {
            throw Fields.wrongType(place, "a string or an array of content parts", content);
        }
        return content.valueStream().map(part -> part(part, place)).collect(Collectors.joining("\n"));
    }

    private static String part(JsonNode part, String place) {
        String type = Fields.text(Fields.object(part, place), "type", place + ".type");
        if (!PARTS.contains(type)) {
            throw Fields.refuse(
                    place,
                    "invalid_value",
                    "Invalid value: '" + type + "'. Supported values are: "
                            + PARTS.stream()
                                    .sorted()
                                    .map(each -> "'" + each + "'")
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return type.equals("text") ? Fields.text(part, "text", place + ".text") : "";
    }

    private static List<Called> calls(JsonNode message, String place) {
        if (Fields.isAbsent(message.path("tool_calls"))) {
            return List.of();
        }
        JsonNode nodes = Fields.list(message, "tool_calls", place + ".tool_calls");
        List<Called> calls = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String at = place + ".tool_calls[" + i + "]";
            JsonNode call = Fields.object(nodes.get(i), at);
            checkIsFunction(call, at);
            JsonNode function = call.path("function");
            calls.add(new Called(
                    Fields.text(call, "id", at + ".id"),
                    Fields.text(function, "name", at + ".function.name"),
                    Fields.text(function, "arguments", at + ".function.arguments")));
        }
        return calls;
    }

    static void checkIsFunction(JsonNode node, String place) {
        String type = Fields.text(node, "type", place + ".type");
        if (!type.equals("function")) {
            throw Fields.refuse(
                    place + ".type",
                    "invalid_value",
                    "Invalid value: '" + type + "'. Supported values are: 'function'.");
        }
    }
}
