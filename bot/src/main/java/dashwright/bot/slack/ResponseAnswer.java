package dashwright.bot.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.webhook.WebhookResponse;
import java.util.Optional;

/**
 * What Slack says to an answer that was sent to a {@code response_url}: {@code ok} as plain text, or JSON with
 * {@code ok: false} and an error, with a status of success or without (docs: "Handling user interaction").
 *
 * @param status the HTTP status
 * @param body the body, possibly empty
 */
record ResponseAnswer(int status, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FIRST_THAT_IS_NO_SUCCESS = 300;

    static ResponseAnswer of(WebhookResponse response) {
        return new ResponseAnswer(
                response.getCode() == null ? 0 : response.getCode(),
                response.getBody() == null ? "" : response.getBody());
    }

    /** Slack's error code, or its status, where the answer was not taken. */
    Optional<String> refusal() {
        JsonNode answer = json();
        String code = answer.path("error").asText("");
        boolean refused = status >= FIRST_THAT_IS_NO_SUCCESS
                || (answer.path("ok").isBoolean() && !answer.path("ok").asBoolean());
        return refused ? Optional.of(code.isEmpty() ? "status " + status : code) : Optional.empty();
    }

    private JsonNode json() {
        try {
            JsonNode parsed = MAPPER.readTree(body);
            return parsed == null ? MAPPER.missingNode() : parsed;
        } catch (JsonProcessingException text) {
            return MAPPER.missingNode();
        }
    }
}
