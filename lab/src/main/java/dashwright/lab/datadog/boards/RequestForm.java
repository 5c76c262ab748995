package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.dashboards.query.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What Datadog accepts as a widget's request. */
final class RequestForm {
    private static final List<String> COMPARATORS = List.of("=", ">", ">=", "<", "<=");
    private static final List<String> FORMATS = List.of("timeseries", "scalar", "event_list");

    /** Each is a way to ask for data, old or new; a request without any is refused. */
    private static final List<String> WAYS = List.of(
            "q",
            "queries",
            "query",
            "log_query",
            "apm_query",
            "apm_stats_query",
            "event_query",
            "network_query",
            "process_query",
            "profile_metrics_query",
            "rum_query",
            "security_query",
            "audit_query",
            "request_type");

    private RequestForm() {}

    /**
     * Checks a request.
     *
     * @throws FormProblem with Datadog's message where it is not accepted
     */
    static void check(String type, JsonNode request) {
        FormSchema.object(request);
        if (WAYS.stream().noneMatch(request::hasNonNull)) {
            throw new FormProblem("[" + request + "] is not valid under any of the given schemas");
        }
        if (request.hasNonNull("response_format")) {
            FormSchema.oneOf(request.path("response_format"), FORMATS);
        }
        if (type.equals("list_stream")) {
            FormSchema.require(request, "columns", "query", "response_format");
        }
        if (request.path("q").isTextual()) {
            parsed(request.path("q").asText(), QueryParser::parseQueries);
        }
        checkConditions(request.path("conditional_formats"));
        checkFormulas(request);
    }

    private static void checkConditions(JsonNode conditions) {
        for (JsonNode condition : conditions) {
            FormSchema.require(condition, "comparator", "value", "palette");
            FormSchema.oneOf(condition.path("comparator"), COMPARATORS);
        }
    }

    private static void checkFormulas(JsonNode request) {
        Set<String> names = new HashSet<>();
        for (JsonNode query : request.path("queries")) {
            FormSchema.require(query, "data_source");
            if (query.path("data_source").asText().equals("metrics")) {
                FormSchema.require(query, "query", "name");
                parsed(query.path("query").asText(), QueryParser::parseQuery);
            }
            if (!names.add(query.path("name").asText(""))) {
                throw new FormProblem("query name " + query.path("name") + " is used more than once");
            }
        }
        for (JsonNode formula : request.path("formulas")) {
            FormSchema.require(formula, "formula");
            checkFormula(formula, names);
        }
    }

    private static void checkFormula(JsonNode formula, Set<String> names) {
        checkConditions(formula.path("conditional_formats"));
        String text = formula.path("formula").asText();
        Expression expression = parsed(text, QueryParser::parseFormula);
        Tree.nodes(expression).forEach(part -> {
            if (part instanceof Reference reference && !names.contains(reference.name())) {
                throw new FormProblem(
                        "Formula '" + text + "' references the undefined query '" + reference.name() + "'");
            }
        });
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (QuerySyntaxException wrong) {
            String rest = text.substring(Math.min(text.length(), wrong.column() - 1));
            throw new FormProblem("Error parsing query: unable to parse " + text
                    + ": Rule 'scope_expr' didn't match at '" + rest + "' (line 1, column " + wrong.column() + ")");
        }
    }
}
