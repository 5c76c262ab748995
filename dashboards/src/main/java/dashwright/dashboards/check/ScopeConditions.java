package dashwright.dashboards.check;

import dashwright.dashboards.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The conditions of a scope on single tags; template variables and values that hold one are left out. */
final class ScopeConditions {
    /**
     * One tag that a scope names.
     *
     * @param key the tag key
     * @param value its value, with wildcards, empty where only the key is named
     * @param excluded true where it stands under a {@code NOT}
     */
    record Condition(String key, String value, boolean excluded) {
        /** Datadog lower-cases tags, and takes {@code *} for any run of characters. */
        boolean matches(String candidate) {
            String wanted = unquoted().toLowerCase(Locale.ROOT);
            String actual = candidate.toLowerCase(Locale.ROOT);
            if (wanted.indexOf('*') < 0) {
                return wanted.equals(actual);
            }
            String pattern = Pattern.quote(wanted).replace("*", "\\E.*\\Q");
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
        }

        private String unquoted() {
            return value.replace("\"", "");
        }
    }

    private ScopeConditions() {}

    static List<Condition> of(Scope scope) {
        List<Condition> conditions = new ArrayList<>();
        collect(scope, false, conditions);
        return conditions;
    }

    private static void collect(Scope scope, boolean excluded, List<Condition> conditions) {
        switch (scope) {
            case Scope.TagMatch match -> add(match.key(), match.value(), excluded, conditions);
            case Scope.In in -> in.values().forEach(value -> add(in.key(), value, excluded, conditions));
            case Scope.Not not -> collect(not.operand(), !excluded, conditions);
            case Scope.And and -> and.operands().forEach(operand -> collect(operand, excluded, conditions));
            case Scope.Or or -> or.operands().forEach(operand -> collect(operand, excluded, conditions));
            case Scope.Everything _, Scope.Variable _ -> {}
        }
    }

    private static void add(String key, String value, boolean excluded, List<Condition> conditions) {
        if (key.indexOf('$') < 0) {
            conditions.add(new Condition(key, value.indexOf('$') < 0 ? value : "", excluded));
        }
    }
}
