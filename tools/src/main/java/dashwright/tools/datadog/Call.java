package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param endpoint what is called
 * @param path the path with its name filled in
 * @param parameters query parameters, not yet escaped
 * @param body the JSON to send, null for none
 */
record Call(
        Endpoint endpoint,
        String path,
        Map<String, String> parameters,
        @Nullable JsonNode body) {
    Call {
        parameters = Map.copyOf(parameters);
    }

    /** A call of an endpoint whose path has no name in it. */
    static Call of(Endpoint endpoint) {
        return new Call(endpoint, endpoint.path(), Map.of(), null);
    }

    /** A call about something with a name, which may hold any character. */
    static Call of(Endpoint endpoint, String name) {
        String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new Call(endpoint, endpoint.path().replace("{}", escaped), Map.of(), null);
    }

    Call with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Call(endpoint, path, more, body);
    }

    Call with(JsonNode json) {
        return new Call(endpoint, path, parameters, json);
    }

    @Override
    public String toString() {
        return endpoint.method() + " " + path;
    }
}
