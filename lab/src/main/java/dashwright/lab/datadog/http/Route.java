package dashwright.lab.datadog.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path and who answers it.
 *
 * @param method the HTTP method
 * @param template the path, with {@code {name}} for what varies
 * @param access what the caller needs
 * @param limit the name of the rate limit that it counts against, empty for none
 * @param handler who answers
 */
public record Route(String method, String template, Access access, String limit, Handler handler) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\}");

    /** What a caller needs. */
    public sealed interface Access {
        /** Nothing: no part of Datadog's API. */
        record Open() implements Access {}

        /** An API key. */
        record ApiKey() implements Access {}

        /** An API key, and an application key with this permission; an empty name stands for any application key. */
        record Permission(String name) implements Access {}
    }

    /** Answers requests. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers a request.
         *
         * @param call the request
         * @param path what stands for the template's variables, decoded
         * @throws Refusal where the request is refused
         */
        Reply answer(Call call, Map<String, String> path);
    }

    /** A route of the lab's own. */
    public static Route open(String method, String template, Handler handler) {
        return new Route(method, template, new Access.Open(), "", handler);
    }

    /** A route that needs an API key. */
    public static Route withApiKey(String method, String template, Handler handler) {
        return new Route(method, template, new Access.ApiKey(), "", handler);
    }

    /** A route that needs a permission. */
    public static Route of(String method, String template, String permission, Handler handler) {
        return new Route(method, template, new Access.Permission(permission), "", handler);
    }

    /** The same route, counted against a rate limit. */
    public Route limitedBy(String name) {
        return new Route(method, template, access, name, handler);
    }

    /** What stands for the variables; absent where the path does not fit. */
    Optional<Map<String, String>> match(String path) {
        List<String> names = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(template);
        StringBuilder expression = new StringBuilder();
        int end = 0;
        while (variables.find()) {
            names.add(variables.group(1));
            expression
                    .append(Pattern.quote(template.substring(end, variables.start())))
                    .append("([^/]+)");
            end = variables.end();
        }
        expression.append(Pattern.quote(template.substring(end)));
        Matcher matcher = Pattern.compile(expression.toString()).matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), Call.decoded(matcher.group(i + 1)));
        }
        return Optional.of(values);
    }
}
