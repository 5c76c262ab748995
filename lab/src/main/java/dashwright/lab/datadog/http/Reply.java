package dashwright.lab.datadog.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param contentType what the body is; empty where there is none
 * @param headers further headers
 * @param body the body
 */
public record Reply(int status, String contentType, Map<String, String> headers, String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** 200 with JSON. */
    public static Reply json(JsonNode body) {
        return json(200, body);
    }

    /** JSON with a status. */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", Map.of(), Json.write(body));
    }

    /** Text of another kind. */
    public static Reply text(String contentType, String body) {
        return new Reply(200, contentType, Map.of(), body);
    }

    /** 204 without a body. */
    public static Reply nothing() {
        return new Reply(204, "", Map.of(), "");
    }

    /** Datadog's usual error body. */
    public static Reply errors(int status, String... messages) {
        return json(status, Json.object().set("errors", Json.texts(List.of(messages))));
    }

    /** The same reply with headers added. */
    public Reply with(Map<String, String> added) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(added);
        return new Reply(status, contentType, all, body);
    }
}
