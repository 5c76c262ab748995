package dashwright.lab.datadog.monitors;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.dashboards.query.Selectors;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A metric monitor's query: {@code avg(last_5m):avg:system.load.1{*} by {host} > 2}. */
final class MonitorQuery {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:avg|sum|min|max|count|percentile|change|pct_change)\\((.*?)\\)\\s*:(.+?)\\s*(?:>=|<=|>|<|==|!=)\\s*-?[\\d.]+\\s*",
            Pattern.DOTALL);

    private MonitorQuery() {}

    /** The metric query inside, absent where the text is no metric monitor's query. */
    static Optional<Expression> metricQuery(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(QueryParser.parseQuery(matcher.group(2)));
        } catch (QuerySyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** The metrics that a query asks for; none where it cannot be read. */
    static List<String> metrics(String text) {
        return metricQuery(text)
                .map(query -> Selectors.in(query).stream()
                        .map(Selector::metric)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }
}
