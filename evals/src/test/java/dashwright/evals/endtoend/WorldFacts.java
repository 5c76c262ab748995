package dashwright.evals.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Scope;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.WorldSpans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What is really there in a simulated team, to hold against what a board claims.
 *
 * @param world the team
 */
record WorldFacts(World world) {
    private static final Pattern SPAN_TERM = Pattern.compile("(-?)(@?[a-z_.]+):(\"[^\"]*\"|[^\\s()]+)");

    /** Everything that a board reads and that is not there; empty for a board that invents nothing. */
    List<String> inventedBy(JsonNode json) {
        Board board = new Board(json);
        List<String> invented = new ArrayList<>();
        for (Selector selector : board.selectors()) {
            Optional<WorldMetric> metric = world.metric(selector.metric());
            if (metric.isEmpty()) {
                invented.add("metric " + selector.metric());
            } else {
                checkScope(metric.get(), selector.scope(), json, invented);
                selector.groupBy().stream()
                        .filter(key -> !hasTag(metric.get(), key, "*"))
                        .forEach(key -> invented.add("tag key " + key + " of " + selector.metric()));
            }
        }
        board.queries().stream()
                .filter(query -> !query.path("data_source").asText().equals("metrics"))
                .forEach(query -> checkSpans(query, json, invented));
        return invented;
    }

    private void checkScope(WorldMetric metric, Scope scope, JsonNode board, List<String> invented) {
        switch (scope) {
            case Scope.Everything _ -> {}
            case Scope.TagMatch tag -> expect(metric, tag.key(), tag.value(), invented);
            case Scope.In in -> in.values().forEach(value -> expect(metric, in.key(), value, invented));
            case Scope.Not not -> checkScope(metric, not.operand(), board, invented);
            case Scope.And and -> and.operands().forEach(each -> checkScope(metric, each, board, invented));
            case Scope.Or or -> or.operands().forEach(each -> checkScope(metric, each, board, invented));
            case Scope.Variable variable -> {
                JsonNode declared = variable(board, variable.name());
                for (JsonNode value : declared.path("defaults")) {
                    expect(metric, declared.path("prefix").asText(), value.asText(), invented);
                }
                if (declared.isMissingNode()) {
                    invented.add("variable " + variable.name());
                }
            }
        }
    }

    private static JsonNode variable(JsonNode board, String name) {
        return StreamSupport.stream(board.path("template_variables").spliterator(), false)
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static void expect(WorldMetric metric, String key, String value, List<String> invented) {
        if (!hasTag(metric, key, value)) {
            invented.add("tag " + key + ":" + value + " of " + metric.name());
        }
    }

    private static boolean hasTag(WorldMetric metric, String key, String value) {
        Pattern wanted = wildcard(value);
        return metric.series().stream()
                .map(WorldSeries::tags)
                .anyMatch(tags ->
                        tags.containsKey(key) && wanted.matcher(tags.get(key)).matches());
    }

    private static Pattern wildcard(String value) {
        return Pattern.compile(Pattern.quote(value).replace("*", "\\E.*\\Q"));
    }

    /** A search over spans names services, operations and resources, each as {@code key:value}. */
    private void checkSpans(JsonNode query, JsonNode board, List<String> invented) {
        String search = query.path("search").path("query").asText();
        Matcher terms = SPAN_TERM.matcher(search);
        while (terms.find()) {
            String key = terms.group(2);
            Pattern value = wildcard(terms.group(3).replace("\"", ""));
            boolean known = terms.group(3).startsWith("$")
                    ? !variable(board, terms.group(3).substring(1)).isMissingNode()
                    : world.spans().stream()
                            .map(WorldFacts::names)
                            .anyMatch(names -> names.containsKey(key)
                                    && value.matcher(names.get(key)).matches());
            if (!known) {
                invented.add("spans " + terms.group());
            }
        }
    }

    private static Map<String, String> names(WorldSpans spans) {
        Map<String, String> names = new HashMap<>(spans.tags());
        names.put("service", spans.service());
        names.put("operation_name", spans.operation());
        names.put("resource_name", spans.resource());
        names.put("status", "error");
        return names;
    }
}
