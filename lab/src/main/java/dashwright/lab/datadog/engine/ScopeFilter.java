package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Scope;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which tags a scope takes in. Datadog compares without regard to case, as it lower-cases tags on the way in. */
public final class ScopeFilter {
    private ScopeFilter() {}

    /** True where the scope takes in a sender with these tags. */
    public static boolean matches(Scope scope, Map<String, String> tags) {
        return switch (scope) {
            case Scope.Everything everything -> true;
            case Scope.TagMatch match -> matches(match.key(), match.value(), tags);
            // A template variable means nothing outside its board, and matches no tag.
            case Scope.Variable variable -> false;
            case Scope.In in -> in.values().stream().anyMatch(value -> matches(in.key(), value, tags));
            case Scope.Not not -> !matches(not.operand(), tags);
            case Scope.And and -> and.operands().stream().allMatch(each -> matches(each, tags));
            case Scope.Or or -> or.operands().stream().anyMatch(each -> matches(each, tags));
        };
    }

    private static boolean matches(String key, String value, Map<String, String> tags) {
        String actual = tags.get(key.toLowerCase(Locale.ROOT));
        if (actual == null) {
            return false;
        }
        return value.isEmpty() || matchesWildcard(value, actual);
    }

    /** True where a value with {@code *} for any characters covers the actual one. */
    public static boolean matchesWildcard(String pattern, String actual) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String value = actual.toLowerCase(Locale.ROOT);
        if (wanted.indexOf('*') < 0) {
            return wanted.equals(value);
        }
        String[] parts = wanted.split("\\*", -1);
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            expression.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return value.matches(expression.toString());
    }
}
