package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A refusal: Slack answers 200 with {@code ok: false}, a code, and sometimes messages. */
public final class SlackError extends RuntimeException {
    private final String code;
    private final ObjectNode details;

    private SlackError(String code, ObjectNode details) {
        super(code);
        this.code = code;
        this.details = details;
    }

    /** A refusal with a code alone. */
    public static SlackError of(String code) {
        return new SlackError(code, Json.object());
    }

    /** A refusal with more properties, as {@code needed} of {@code missing_scope}. */
    public static SlackError with(String code, Map<String, String> properties) {
        ObjectNode details = Json.object();
        properties.forEach(details::put);
        return new SlackError(code, details);
    }

    /** A refusal of arguments, with a message for each. */
    public static SlackError arguments(List<String> messages) {
        ObjectNode details = Json.object();
        details.putObject("response_metadata").set("messages", errorLines(messages));
        return new SlackError("invalid_arguments", details);
    }

    /** A refusal of a message's blocks. */
    public static SlackError blocks(List<String> messages) {
        ObjectNode details = Json.object();
        details.set("errors", Json.texts(messages));
        details.putObject("response_metadata").set("messages", errorLines(messages));
        return new SlackError("invalid_blocks", details);
    }

    private static ArrayNode errorLines(List<String> messages) {
        return Json.texts(messages.stream().map(message -> "[ERROR] " + message).toList());
    }

    /** The code, as in {@code channel_not_found}. */
    public String code() {
        return code;
    }

    /** The answer's body. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("ok", false).put("error", code);
        json.setAll(details);
        return json;
    }
}
