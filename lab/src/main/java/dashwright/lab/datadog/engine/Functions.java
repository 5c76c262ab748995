package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.Reference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of the query language, by name. */
final class Functions {
    /** Their results depend on Datadog's own models, which the lab does not have and does not pretend to. */
    private static final Set<String> NOT_SIMULATED =
            Set.of("anomalies", "outliers", "forecast", "robust_trend", "piecewise_constant");

    private Functions() {}

    /** Functions that mean the same on a line and on a single number. */
    static Optional<FrameFunction> onLinesAndNumbers(String name) {
        return PointFunctions.named(name).or(() -> LineFunctions.named(name));
    }

    /**
     * Functions that need whole lines.
     *
     * @throws QueryRefused where there is none of this name, or the lab does not simulate it
     */
    static FrameFunction alongLines(String name) {
        return TimeFunctions.named(name).orElseThrow(() -> {
            if (NOT_SIMULATED.contains(name)) {
                return new QueryRefused("The simulated Datadog does not evaluate " + name
                        + "(): its result depends on Datadog's own models. Try the query without it.");
            }
            return new QueryRefused("Error parsing query: unknown function " + name);
        });
    }

    /** The aggregator of the first query that an expression names; {@code avg} where it names none. */
    static String aggregatorWithin(Expression expression, Map<String, NamedQuery> queries) {
        return switch (expression) {
            case Reference reference -> {
                NamedQuery query = queries.get(reference.name());
                yield query == null ? "avg" : query.aggregator();
            }
            case FunctionCall call ->
                call.arguments().isEmpty()
                        ? "avg"
                        : aggregatorWithin(call.arguments().getFirst(), queries);
            case Negation negation -> aggregatorWithin(negation.operand(), queries);
            case Arithmetic arithmetic -> aggregatorWithin(arithmetic.left(), queries);
            default -> "avg";
        };
    }
}
