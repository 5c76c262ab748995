package dashwright.lab.datadog.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request.
 *
 * @param method the HTTP method
 * @param path the path, still encoded
 * @param parameters the query's parameters, decoded; of one given twice the last counts
 * @param headers headers by lower-case name
 * @param body the body as text, empty for none
 */
public record Call(
        String method, String path, Map<String, String> parameters, Map<String, String> headers, String body) {
    public Call {
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /** A request to a URL, as path and query. */
    public static Call of(String method, String url, Map<String, String> headers, String body) {
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return new Call(method, path, parameters(mark < 0 ? "" : url.substring(mark + 1)), lower, body);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /**
     * Undoes percent-encoding.
     *
     * @throws Refusal with status 400 where the encoding is broken
     */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusal.badRequest("The URL holds a broken percent-encoding: " + text);
        }
    }

    /** A parameter of the query, absent where it was not given or is empty. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * A parameter that must be there.
     *
     * @throws Refusal with status 400 where it is not
     */
    public String required(String name) {
        return parameter(name).orElseThrow(() -> Refusal.badRequest("The parameter '" + name + "' is required"));
    }

    /**
     * A whole number.
     *
     * @throws Refusal with status 400 where it is none, or lies outside its bounds
     */
    public long whole(String name, long otherwise, long least, long most) {
        return parameter(name).map(text -> whole(name, text, least, most)).orElse(otherwise);
    }

    /** A whole number that must be there. */
    public long whole(String name) {
        return whole(name, required(name), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long whole(String name, String text, long least, long most) {
        long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException wrong) {
            throw Refusal.badRequest("The parameter '" + name + "' must be a whole number, not '" + text + "'");
        }
        if (value < least || value > most) {
            throw Refusal.badRequest(
                    "The parameter '" + name + "' must lie between " + least + " and " + most + ", not at " + value);
        }
        return value;
    }

    /** A truth value, absent where it was not given. */
    public Optional<Boolean> truth(String name) {
        return parameter(name).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Refusal.badRequest("The parameter '" + name + "' must be true or false, not '" + text + "'");
        });
    }

    /** The body as JSON. */
    public JsonNode json() {
        return Json.read(body);
    }

    /** The body as a JSON object. */
    public ObjectNode jsonObject() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badRequest("The body must be a JSON object");
    }
}
