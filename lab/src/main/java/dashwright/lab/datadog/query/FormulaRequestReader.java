package dashwright.lab.datadog.query;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Tree;
import dashwright.lab.datadog.engine.NamedQuery;
import dashwright.lab.datadog.engine.Reduction;
import dashwright.lab.datadog.engine.Window;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.query.FormulaRequest.Formula;
import dashwright.lab.datadog.spans.SpanQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the bodies of {@code POST /api/v2/query/timeseries} and {@code /scalar}. */
final class FormulaRequestReader {
    private final Queries queries;

    FormulaRequestReader(Queries queries) {
        this.queries = queries;
    }

    /**
     * Reads a body.
     *
     * @param type the JSON:API type that it must have
     * @param scalar true where each metric query needs an aggregator
     * @throws Refusal with status 400 where it is not as it must be
     */
    FormulaRequest read(JsonNode body, String type, boolean scalar) {
        JsonNode data = body.path("data");
        if (!data.path("type").asText().equals(type)) {
            throw Refusal.badRequest("data.type must be '" + type + "'");
        }
        JsonNode attributes = data.path("attributes");
        Window window = window(attributes);
        Map<String, NamedQuery> named = named(attributes.path("queries"), scalar);
        return new FormulaRequest(window, named, formulas(attributes.path("formulas"), named));
    }

    private Window window(JsonNode attributes) {
        long from = milliseconds(attributes, "from");
        long to = milliseconds(attributes, "to");
        if (from >= to) {
            throw Refusal.badRequest("'from' must be before 'to'");
        }
        Window window = Window.of(from / 1_000, Math.ceilDiv(to, 1_000), queries.now());
        JsonNode interval = attributes.path("interval");
        return interval.canConvertToLong() && interval.asLong() > 0
                ? window.withStep(Math.max(1, interval.asLong() / 1_000))
                : window;
    }

    private static long milliseconds(JsonNode attributes, String name) {
        JsonNode node = attributes.path(name);
        if (!node.canConvertToLong()) {
            throw Refusal.badRequest("data.attributes." + name + " must be a time in milliseconds since the epoch");
        }
        return node.asLong();
    }

    private Map<String, NamedQuery> named(JsonNode nodes, boolean scalar) {
        if (!nodes.isArray() || nodes.isEmpty()) {
            throw Refusal.badRequest("data.attributes.queries must be an array of at least one query");
        }
        Map<String, NamedQuery> named = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            String name = node.path("name").asText(nameAt(named.size()));
            if (named.put(name, query(node, scalar)) != null) {
                throw Refusal.badRequest("two queries are named '" + name + "'");
            }
        }
        return named;
    }

    /** Unnamed queries are {@code a}, {@code b}, … */
    private static String nameAt(int index) {
        return index < 26 ? String.valueOf((char) ('a' + index)) : "query" + (index + 1);
    }

    private NamedQuery query(JsonNode node, boolean scalar) {
        String source = node.path("data_source").asText();
        return switch (source) {
            case "metrics" -> metrics(node, scalar);
            case "spans" -> {
                SpanQuery spans = SpanQuery.read(node);
                yield new NamedQuery(window -> queries.spans().lines(spans, window), spans.reduction());
            }
            case "" -> throw Refusal.badRequest("a query needs a data_source");
            default ->
                throw Refusal.badRequest(
                        "The simulated Datadog holds metrics and spans, and no data for data_source '" + source + "'");
        };
    }

    private NamedQuery metrics(JsonNode node, boolean scalar) {
        if (scalar && !node.hasNonNull("aggregator")) {
            throw Refusal.badRequest("'aggregator' is a required property of a scalar metrics query");
        }
        if (!node.path("query").isTextual()) {
            throw Refusal.badRequest("'query' is a required property of a metrics query");
        }
        String aggregator = Reduction.checked(node.path("aggregator").asText("avg"));
        return queries.named(QueryTexts.query(node.path("query").asText()), aggregator);
    }

    private static List<Formula> formulas(JsonNode nodes, Map<String, NamedQuery> named) {
        List<Formula> formulas = new ArrayList<>();
        if (!nodes.isArray() || nodes.isEmpty()) {
            named.keySet().forEach(name -> formulas.add(new Formula(name, new Reference(name), 0, true)));
            return formulas;
        }
        for (JsonNode node : nodes) {
            formulas.add(formula(node, named));
        }
        return formulas;
    }

    private static Formula formula(JsonNode node, Map<String, NamedQuery> named) {
        if (!node.path("formula").isTextual()) {
            throw Refusal.badRequest("'formula' is a required property of a formula");
        }
        String text = node.path("formula").asText();
        Formula formula = new Formula(
                text,
                QueryTexts.formula(text),
                Math.max(0, node.path("limit").path("count").asInt(0)),
                !node.path("limit").path("order").asText("desc").equals("asc"));
        Tree.nodes(formula.expression()).forEach(part -> {
            if (part instanceof Reference reference && !named.containsKey(reference.name())) {
                throw Refusal.badRequest("Formula '" + text + "' references the undefined query '" + reference.name()
                        + "'; defined are " + String.join(", ", named.keySet()));
            }
        });
        return formula;
    }
}
