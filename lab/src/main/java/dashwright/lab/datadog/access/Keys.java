package dashwright.lab.datadog.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which keys the lab takes.
 *
 * @param apiKeys the API keys; empty for any
 * @param applicationKeys application keys and the permissions of each ({@link #EVERYTHING} for all); empty for any key
 *     with all permissions
 */
public record Keys(Set<String> apiKeys, Map<String, Set<String>> applicationKeys) {
    /** Stands for all permissions. */
    public static final String EVERYTHING = "*";

    /** Any key will do, but one must be there. */
    public static final Keys ANY = new Keys(Set.of(), Map.of());

    public Keys {
        apiKeys = Set.copyOf(apiKeys);
        Map<String, Set<String>> copy = new TreeMap<>();
        applicationKeys.forEach((key, permissions) -> copy.put(key, Set.copyOf(permissions)));
        applicationKeys = Map.copyOf(copy);
    }

    /**
     * Lets a call pass or not.
     *
     * @throws Refusal with status 403 where it may not pass, in the forms that Datadog answers
     */
    public void check(Call call, Access access) {
        if (access instanceof Access.Open) {
            return;
        }
        if (!hasApiKey(call)) {
            throw forbidden();
        }
        if (access instanceof Access.Permission permission) {
            checkPermission(call, permission.name());
        }
    }

    private boolean hasApiKey(Call call) {
        return key(call, "dd-api-key", "api_key")
                .filter(key -> apiKeys.isEmpty() || apiKeys.contains(key))
                .isPresent();
    }

    private void checkPermission(Call call, String permission) {
        Optional<String> key = key(call, "dd-application-key", "application_key");
        Set<String> granted =
                applicationKeys.isEmpty() ? Set.of(EVERYTHING) : applicationKeys.getOrDefault(key.orElse(""), Set.of());
        if (key.isEmpty() || granted.isEmpty()) {
            throw forbidden();
        }
        if (!permission.isEmpty() && !granted.contains(EVERYTHING) && !granted.contains(permission)) {
            throw new Refusal(Reply.errors(403, "Forbidden", "Failed permission authorization checks"));
        }
    }

    private static Optional<String> key(Call call, String header, String parameter) {
        return call.header(header).filter(key -> !key.isBlank()).or(() -> call.parameter(parameter));
    }

    /** As recorded: Datadog answers an unknown key with more than its usual errors. */
    private static Refusal forbidden() {
        ObjectNode body = Json.object();
        body.put("status", "error").put("code", 403);
        body.set("errors", Json.texts(List.of("Forbidden")));
        body.put("statuspage", "http://status.datadoghq.com");
        body.put("twitter", "http://twitter.com/datadogops");
        body.put("email", "support@datadoghq.com");
        return new Refusal(Reply.json(403, body));
    }
}
