package dashwright.lab.datadog.metrics;

import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.dashboards.query.Scope;
import dashwright.dashboards.query.Selectors;
import dashwright.lab.datadog.http.Refusal;

/** Tag filters of the list endpoints, which are written like a query's scope. */
final class TagFilter {
    private TagFilter() {}

    /**
     * Reads {@code env:prod AND service:web*}.
     *
     * @throws Refusal with status 400 where it is no filter
     */
    static Scope parse(String text) {
        try {
            Selector selector =
                    Selectors.in(QueryParser.parseQuery("avg:m{" + text + "}")).getFirst();
            return selector.scope();
        } catch (QuerySyntaxException wrong) {
            throw Refusal.badRequest("Invalid tag filter '" + text + "': " + wrong.getMessage());
        }
    }
}
