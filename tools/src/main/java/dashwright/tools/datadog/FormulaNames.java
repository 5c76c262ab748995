package dashwright.tools.datadog;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of queries inside a formula: words that are neither quoted, nor a function before its bracket, nor an argument
 * before its equals sign ({@code anomalies(a, 'basic', direction='both')}).
 */
final class FormulaNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Quoted texts and numbers are matched only to step over them. */
    private static final Pattern TOKEN = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|[0-9][A-Za-z0-9_.]*+|(?<name>[A-Za-z_][A-Za-z0-9_]*+)(?!\\s*(?:\\(|=(?!=)))");

    private FormulaNames() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static Set<String> in(String formula) {
        Set<String> names = new LinkedHashSet<>();
        replace(formula, name -> {
            names.add(name);
            return name;
        });
        return names;
    }

    static String renamed(String formula, Map<String, String> newNames) {
        return replace(formula, name -> newNames.getOrDefault(name, name));
    }

    private static String replace(String formula, UnaryOperator<String> change) {
        Matcher token = TOKEN.matcher(formula);
        StringBuilder changed = new StringBuilder();
        while (token.find()) {
            String name = token.group("name");
            token.appendReplacement(
                    changed, Matcher.quoteReplacement(name == null ? token.group() : change.apply(name)));
        }
        return token.appendTail(changed).toString();
    }
}
