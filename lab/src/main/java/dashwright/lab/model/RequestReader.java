package dashwright.lab.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dashwright.lab.model.Conversation.Message;
import dashwright.lab.model.Conversation.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the body of {@code POST /v1/chat/completions}, as strictly as the real service where clients go wrong. */
final class RequestReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOOL_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private RequestReader() {}

    /**
     * Reads a body.
     *
     * @throws InvalidRequest that says what is wrong with it
     */
    static ChatRequest read(String body) {
        JsonNode root = parsed(body);
        String model = Fields.optionalText(root, "model", "model");
        if (model.isEmpty()) {
            throw Fields.refuse("", "", "you must provide a model parameter");
        }
        if (Fields.positive(root, "n", 1) != 1) {
            throw Fields.refuse("n", "unsupported_value", "The script plays one choice; leave 'n' out.");
        }
        List<Message> messages = MessageReader.read(root);
        boolean stream = Fields.truth(root, "stream", "stream");
        JsonNode options = root.path("stream_options");
        if (!Fields.isAbsent(options) && !stream) {
            throw Fields.refuse(
                    "stream_options", "", "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
        }
        List<Tool> tools = tools(root);
        return new ChatRequest(
                new Conversation(model, messages, mayCall(root, tools) ? tools : List.of()),
                stream,
                Fields.truth(options, "include_usage", "stream_options.include_usage"),
                Fields.positive(root, "max_completion_tokens", Fields.positive(root, "max_tokens", Integer.MAX_VALUE)),
                Tokens.of(root.path("messages").toString())
                        + Tokens.of(root.path("tools").toString()));
    }

    /** A body as a JSON object. */
    static JsonNode parsed(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw unreadable(broken.getOriginalMessage());
        }
        if (root == null || !root.isObject()) {
            throw unreadable("it is no JSON object");
        }
        return root;
    }

    private static InvalidRequest unreadable(String why) {
        return Fields.refuse("", "", "We could not parse the JSON body of your request: " + why);
    }

    private static List<Tool> tools(JsonNode root) {
        if (Fields.isAbsent(root.path("tools"))) {
            return List.of();
        }
        JsonNode nodes = Fields.list(root, "tools", "tools");
        List<Tool> tools = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            tools.add(tool(nodes.get(i), "tools[" + i + "]"));
        }
        return tools;
    }

    private static Tool tool(JsonNode node, String place) {
        MessageReader.checkIsFunction(Fields.object(node, place), place);
        String at = place + ".function";
        JsonNode function = node.path("function");
        if (Fields.isAbsent(function)) {
            throw Fields.missing(at);
        }
        String name = Fields.text(Fields.object(function, at), "name", at + ".name");
        if (!TOOL_NAME.matcher(name).matches()) {
            throw Fields.refuse(
                    at + ".name",
                    "invalid_value",
                    "Invalid '" + at + ".name': string does not match pattern. Expected a string that matches the"
                            + " pattern '^[a-zA-Z0-9_-]+$' and has at most 64 characters.");
        }
        JsonNode parameters = function.path("parameters");
        if (!Fields.isAbsent(parameters) && !parameters.path("type").asText().equals("object")) {
            throw Fields.refuse(
                    at + ".parameters",
                    "invalid_function_parameters",
                    "Invalid schema for function '" + name + "': schema must be a JSON Schema of 'type: \"object\"',"
                            + " got 'type: " + parameters.path("type") + "'.");
        }
        return new Tool(
                name,
                Fields.optionalText(function, "description", at + ".description"),
                Fields.isAbsent(parameters) ? "" : parameters.toString());
    }

    private static boolean mayCall(JsonNode root, List<Tool> tools) {
        JsonNode choice = root.path("tool_choice");
        if (Fields.isAbsent(choice)) {
            return true;
        }
        if (tools.isEmpty()) {
            throw Fields.refuse(
                    "tool_choice", "", "Invalid value for 'tool_choice': it is only allowed when 'tools' are given.");
        }
        if (choice.isObject()) {
            checkIsOffered(choice, tools);
            return true;
        }
        return switch (choice.asText()) {
            case "auto", "required" -> true;
            case "none" -> false;
            default ->
                throw Fields.refuse(
                        "tool_choice",
                        "invalid_value",
                        "Invalid value: '" + choice.asText()
                                + "'. Supported values are: 'none', 'auto', and 'required'.");
        };
    }

    private static void checkIsOffered(JsonNode choice, List<Tool> tools) {
        String wanted = choice.path("function").path("name").asText();
        if (tools.stream().noneMatch(tool -> tool.name().equals(wanted))) {
            throw Fields.refuse("tool_choice", "", "Tool choice '" + wanted + "' not found in 'tools' parameter.");
        }
    }
}
