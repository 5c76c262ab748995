package dashwright.evals.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.Selectors;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a Datadog dashboard says, read without the help of what made it.
 *
 * @param json Datadog's form of it
 */
record Board(JsonNode json) {
    /** The definitions of all widgets, groups and what they hold. */
    List<JsonNode> definitions() {
        return inside(json).toList();
    }

    private static Stream<JsonNode> inside(JsonNode holder) {
        return StreamSupport.stream(holder.path("widgets").spliterator(), false)
                .map(widget -> widget.path("definition"))
                .flatMap(definition -> Stream.concat(Stream.of(definition), inside(definition)));
    }

    /** The widgets' types. */
    Set<String> types() {
        return definitions().stream().map(each -> each.path("type").asText()).collect(Collectors.toSet());
    }

    /** The groups' titles. */
    List<String> groups() {
        return definitions().stream()
                .filter(each -> each.path("type").asText().equals("group"))
                .map(each -> each.path("title").asText())
                .toList();
    }

    /** What all notes say. */
    String notes() {
        return definitions().stream()
                .filter(each -> each.path("type").asText().equals("note"))
                .map(each -> each.path("content").asText())
                .collect(Collectors.joining("\n"));
    }

    /** All queries, whatever they read. */
    List<JsonNode> queries() {
        return definitions().stream()
                .flatMap(each -> StreamSupport.stream(each.path("requests").spliterator(), false))
                .flatMap(each -> StreamSupport.stream(each.path("queries").spliterator(), false))
                .toList();
    }

    /** The selectors of all metric queries. */
    List<Selector> selectors() {
        return queries().stream()
                .filter(query -> query.path("data_source").asText().equals("metrics"))
                .flatMap(query ->
                        Selectors.in(QueryParser.parseQuery(query.path("query").asText())).stream())
                .toList();
    }

    /** The metrics that are read, each once. */
    Set<String> metrics() {
        return selectors().stream().map(Selector::metric).collect(Collectors.toSet());
    }
}
