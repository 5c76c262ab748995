package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads the requests of a widget in all their forms. */
final class RequestReader {
    /** Before {@code queries} came, each source had a field of its own. */
    private static final List<String> OLD_SOURCES = List.of(
            "apm_query",
            "apm_stats_query",
            "audit_query",
            "event_query",
            "log_query",
            "network_query",
            "process_query",
            "profile_metrics_query",
            "rum_query",
            "security_query");

    /** The requests of a host map and of a scatter plot, which have them in an object. */
    private static final List<String> OBJECT_PARTS = List.of("fill", "size", "x", "y", "table");

    private RequestReader() {}

    /** Reads a list of requests, or an object of them, as a host map and a scatter plot have it. */
    static List<Request> read(JsonNode requests) {
        List<Request> read = new ArrayList<>();
        if (requests.isArray()) {
            for (int index = 0; index < requests.size(); index++) {
                read.add(request("requests[" + index + "]", requests.path(index)));
            }
        } else {
            for (String part : OBJECT_PARTS) {
                if (requests.path(part).isObject()) {
                    read.add(request("requests." + part, requests.path(part)));
                }
            }
        }
        return read;
    }

    private static Request request(String place, JsonNode json) {
        boolean old = json.path("q").isTextual() && !json.path("queries").isArray();
        List<NamedQuery> queries = old ? oldQueries(json) : queries(json);
        List<NamedFormula> formulas = new ArrayList<>();
        Json.list(json, "formulas").forEach(formula -> formulas.add(formula(formula)));
        return new Request(place, json, old, queries, formulas);
    }

    private static List<NamedQuery> queries(JsonNode json) {
        List<NamedQuery> queries = new ArrayList<>();
        for (JsonNode query : Json.list(json, "queries")) {
            if (query instanceof ObjectNode object) {
                queries.add(query(object, Json.text(object, "data_source")));
            }
        }
        if (json.path("query") instanceof ObjectNode single && single.has("data_source")) {
            queries.add(query(single, Json.text(single, "data_source")));
        }
        for (String source : OLD_SOURCES) {
            if (json.path(source) instanceof ObjectNode object) {
                queries.add(query(object, source));
            }
        }
        return queries;
    }

    private static NamedQuery query(ObjectNode json, String source) {
        String name = Json.text(json, "name");
        String text = source.equals("metrics") ? metricQuery(json) : "";
        if (text.isEmpty()) {
            return new NamedQuery(name, source, "", json, null, null);
        }
        try {
            return new NamedQuery(name, source, text, json, QueryParser.parseQuery(text), null);
        } catch (QuerySyntaxException mistake) {
            return new NamedQuery(name, source, text, json, null, mistake);
        }
    }

    /** The editor's newest tables name the metric and its filter apart instead of writing a query. */
    private static String metricQuery(ObjectNode json) {
        String metric = Json.text(json, "metric_name");
        String filter = Json.text(json, "filter");
        boolean apart = !metric.isEmpty() && !json.has("query");
        return apart ? "avg:" + metric + "{" + (filter.isBlank() ? "*" : filter) + "}" : Json.text(json, "query");
    }

    /** An old {@code q} may hold several queries, each of which becomes one of today's. */
    private static List<NamedQuery> oldQueries(JsonNode request) {
        String text = Json.text(request, "q");
        try {
            List<NamedQuery> queries = new ArrayList<>();
            for (Expression tree : QueryParser.parseQueries(text)) {
                String name = "query" + queries.size();
                String printed = QueryPrinter.print(tree);
                queries.add(new NamedQuery(name, "metrics", printed, definition(name, printed, request), tree, null));
            }
            return queries;
        } catch (QuerySyntaxException mistake) {
            return List.of(new NamedQuery("", "metrics", text, definition("", text, request), null, mistake));
        }
    }

    private static ObjectNode definition(String name, String text, JsonNode request) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("data_source", "metrics").put("name", name).put("query", text);
        if (!Json.text(request, "aggregator").isEmpty()) {
            definition.put("aggregator", Json.text(request, "aggregator"));
        }
        return definition;
    }

    private static NamedFormula formula(JsonNode json) {
        String text = Json.text(json, "formula");
        String alias = Json.text(json, "alias");
        try {
            return new NamedFormula(text, alias, json, QueryParser.parseFormula(text), null);
        } catch (QuerySyntaxException mistake) {
            return new NamedFormula(text, alias, json, null, mistake);
        }
    }
}
