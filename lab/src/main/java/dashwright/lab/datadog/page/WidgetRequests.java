package dashwright.lab.datadog.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.lab.datadog.http.Json;
import java.time.Instant;
import java.util.List;

/** Turns a widget's request into one of the query endpoints' bodies, with the board's variables filled in. */
final class WidgetRequests {
    private final BoardVariables variables;
    private final VariableFilling filling;

    WidgetRequests(BoardVariables variables) {
        this.variables = variables;
        this.filling = new VariableFilling(variables);
    }

    /**
     * A body for {@code POST /api/v2/query/timeseries} or {@code /scalar}.
     *
     * @param request the widget's request, in the old form ({@code q}) or the new one
     * @param kind {@code timeseries} or {@code scalar}
     * @throws dashwright.dashboards.query.QuerySyntaxException where a query cannot be read
     */
    ObjectNode body(JsonNode request, String kind, Instant from, Instant to) {
        ObjectNode data = Json.object().put("type", kind + "_request");
        ObjectNode attributes = data.putObject("attributes");
        attributes.put("from", from.toEpochMilli()).put("to", to.toEpochMilli());
        ArrayNode queries = attributes.putArray("queries");
        if (request.path("q").isTextual()) {
            old(request.path("q").asText(), queries);
        } else {
            request.path("queries").forEach(query -> queries.add(filled(query)));
            if (request.path("formulas").isArray()) {
                attributes.set("formulas", request.path("formulas"));
            }
        }
        return Json.object().set("data", data);
    }

    private void old(String text, ArrayNode queries) {
        List<Expression> all = QueryParser.parseQueries(text);
        for (int i = 0; i < all.size(); i++) {
            queries.addObject()
                    .put("data_source", "metrics")
                    .put("name", "query" + (i + 1))
                    .put("aggregator", "avg")
                    .put("query", QueryPrinter.print(filling.fill(all.get(i))));
        }
    }

    private ObjectNode filled(JsonNode query) {
        ObjectNode copy = ((ObjectNode) query).deepCopy();
        if (copy.path("query").isTextual() && copy.path("data_source").asText().equals("metrics")) {
            Expression expression = QueryParser.parseQuery(copy.path("query").asText());
            copy.put("query", QueryPrinter.print(filling.fill(expression)));
            if (!copy.hasNonNull("aggregator")) {
                copy.put("aggregator", "avg");
            }
        }
        if (copy.path("search").path("query").isTextual()) {
            copy.putObject("search")
                    .put(
                            "query",
                            variables.search(query.path("search").path("query").asText()));
        }
        return copy;
    }
}
