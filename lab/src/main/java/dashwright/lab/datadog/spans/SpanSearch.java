package dashwright.lab.datadog.spans;

import dashwright.lab.datadog.engine.QueryRefused;
import dashwright.lab.datadog.engine.ScopeFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search language of spans: {@code service:web -status:error (env:prod OR env:staging) resource_name:"GET /"}. Terms
 * side by side must all hold.
 */
final class SpanSearch {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\(|\\)|-(?=\\S)|(?:[^\\s()\":]+:)?(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\"]+))");

    private final String text;
    private final List<String> tokens;
    private int next;

    private SpanSearch(String text) {
        this.text = text;
        this.tokens = tokens(text);
    }

    /**
     * Reads a search.
     *
     * @throws QueryRefused where it cannot be read
     */
    static Predicate<SpanKind> parse(String text) {
        if (text.isBlank()) {
            return kind -> true;
        }
        SpanSearch search = new SpanSearch(text);
        Predicate<SpanKind> predicate = search.either();
        if (search.next < search.tokens.size()) {
            throw search.wrong("'" + search.tokens.get(search.next) + "' is one too many");
        }
        return predicate;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new QueryRefused("Invalid span search '" + text + "': cannot read '" + text.substring(end) + "'");
        }
        return tokens;
    }

    private Predicate<SpanKind> either() {
        Predicate<SpanKind> left = all();
        while (isNext("OR")) {
            next++;
            left = left.or(all());
        }
        return left;
    }

    private Predicate<SpanKind> all() {
        Predicate<SpanKind> left = one();
        while (next < tokens.size() && !isNext("OR") && !isNext(")")) {
            if (isNext("AND")) {
                next++;
            }
            left = left.and(one());
        }
        return left;
    }

    private Predicate<SpanKind> one() {
        if (next >= tokens.size()) {
            throw wrong("it ends too early");
        }
        String token = tokens.get(next++);
        return switch (token) {
            case "-", "NOT" -> one().negate();
            case "(" -> inner();
            case ")", "AND", "OR" -> throw wrong("'" + token + "' stands where a term should");
            default -> term(token);
        };
    }

    private Predicate<SpanKind> inner() {
        Predicate<SpanKind> inner = either();
        if (!isNext(")")) {
            throw wrong("a parenthesis is not closed");
        }
        next++;
        return inner;
    }

    private boolean isNext(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private Predicate<SpanKind> term(String token) {
        int colon = token.startsWith("\"") ? -1 : token.indexOf(':');
        if (token.equals("*")) {
            return kind -> true;
        }
        if (colon < 0) {
            String word = unquoted(token).toLowerCase(Locale.ROOT);
            return kind -> kind.spans().resource().toLowerCase(Locale.ROOT).contains(word);
        }
        String facet = token.substring(0, colon);
        String value = unquoted(token.substring(colon + 1));
        if (value.matches("[<>]=?.*|\\[.*")) {
            throw wrong("the lab compares facets with texts, and does not know ranges as '" + token + "'");
        }
        return kind -> kind.facet(facet)
                .filter(actual -> ScopeFilter.matchesWildcard(value, actual))
                .isPresent();
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text.replaceAll("\\\\(.)", "$1");
    }

    private QueryRefused wrong(String why) {
        return new QueryRefused("Invalid span search '" + text + "': " + why);
    }
}
