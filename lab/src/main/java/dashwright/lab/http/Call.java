package dashwright.lab.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has been read whole.
 *
 * @param method the HTTP method
 * @param path the path without the query
 * @param query the query's parameters, the first value of each
 * @param headers by name in lower case, the first value of each
 * @param body the body
 */
public record Call(String method, String path, Map<String, String> query, Map<String, String> headers, Body body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Call {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A parameter of the query, empty where it is not given. */
    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** The media type of the body in lower case, without its parameters. */
    public String mediaType() {
        return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body as a JSON object.
     *
     * @throws IllegalArgumentException where it is none, or is not sent as {@code application/json}: that keeps other
     *     sites' pages from steering a lab
     */
    public ObjectNode jsonObject() {
        try {
            JsonNode parsed = mediaType().equals("application/json") ? MAPPER.readTree(body.bytes()) : null;
            if (parsed instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException notJson) {
            throw new IllegalArgumentException("the body is no JSON: " + notJson.getMessage(), notJson);
        }
        throw new IllegalArgumentException("send a JSON object as application/json");
    }

    /** The token of an {@code Authorization: Bearer} header. */
    public Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** A request's body. */
    public static final class Body {
        private final byte[] bytes;

        /** A body of these bytes. */
        public Body(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** What it says in UTF-8. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** A copy as an array. */
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
