package dashwright.lab.datadog.query;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Selectors;
import dashwright.lab.datadog.engine.Evaluator;
import dashwright.lab.datadog.engine.Frame;
import dashwright.lab.datadog.engine.NamedQuery;
import dashwright.lab.datadog.engine.Window;
import dashwright.lab.datadog.metrics.MetricStore;
import dashwright.lab.datadog.metrics.QueryLog;
import dashwright.lab.datadog.spans.SpanStore;
import java.time.InstantSource;
import java.util.Map;

/**
 * What answers queries.
 *
 * @param evaluator evaluates metric queries and formulas
 * @param spans evaluates span queries
 * @param log notes what was asked for
 * @param clock the present
 */
public record Queries(Evaluator evaluator, SpanStore spans, QueryLog log, InstantSource clock) {
    /** Answers over these metrics and spans. */
    public static Queries over(MetricStore metrics, SpanStore spans, QueryLog log, InstantSource clock) {
        return new Queries(new Evaluator(metrics), spans, log, clock);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A metric query that formulas can name. */
    NamedQuery named(Expression query, String aggregator) {
        return new NamedQuery(
                window -> {
                    note(query);
                    return evaluator.named(query, window);
                },
                aggregator);
    }

    Frame lines(Expression query, Window window) {
        note(query);
        return evaluator.lines(query, window);
    }

    private void note(Expression query) {
        Selectors.in(query).forEach(selector -> log.note(selector, now()));
    }

    Frame lines(Expression formula, Map<String, NamedQuery> queries, Window window) {
        return evaluator.lines(formula, queries, window);
    }

    Frame numbers(Expression formula, Map<String, NamedQuery> queries, Window window) {
        return evaluator.numbers(formula, queries, window);
    }
}
