package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Datadog accepts as a widget's definition. */
final class WidgetForm {
    private static final Set<String> ONE_REQUEST = Set.of(
            "query_value", "change", "heatmap", "distribution", "treemap", "bar_chart", "list_stream", "slo_list");
    private static final Set<String> SOME_REQUESTS =
            Set.of("timeseries", "toplist", "query_table", "sunburst", "funnel", "geomap", "point_plot", "sankey");
    private static final Set<String> REQUESTS_OBJECT = Set.of("hostmap", "scatterplot");

    /** What each type needs besides its requests; types without an entry need nothing more. */
    private static final Map<String, List<String>> NEEDS = Map.ofEntries(
            Map.entry("note", List.of("content")),
            Map.entry("free_text", List.of("text")),
            Map.entry("image", List.of("url")),
            Map.entry("iframe", List.of("url")),
            Map.entry("group", List.of("layout_type", "widgets")),
            Map.entry("slo", List.of("view_type")),
            Map.entry("check_status", List.of("check", "grouping")),
            Map.entry("alert_graph", List.of("alert_id", "viz_type")),
            Map.entry("alert_value", List.of("alert_id")),
            Map.entry("manage_status", List.of("query")),
            Map.entry("event_stream", List.of("query")),
            Map.entry("event_timeline", List.of("query")),
            Map.entry("servicemap", List.of("filters", "service")),
            Map.entry("split_group", List.of("size", "source_widget_definition", "split_config")),
            Map.entry("powerpack", List.of("powerpack_id")),
            Map.entry("geomap", List.of("style", "view")),
            Map.entry("wildcard", List.of("requests", "specification")));

    private static final Set<String> OTHERS = Set.of(
            "log_stream",
            "trace_service",
            "embedded_app",
            "run_workflow",
            "topology_map",
            "retention_curve",
            "cohort",
            "user_journey");

    private WidgetForm() {}

    /**
     * Checks a definition.
     *
     * @param grouped true for a widget inside a group
     * @throws FormProblem with Datadog's message where it is not accepted
     */
    static void check(JsonNode definition, boolean grouped) {
        String type = definition.path("type").asText("");
        if (!isKnown(type)) {
            throw new FormProblem("'" + type + "' is not a valid widget type");
        }
        if (grouped && type.equals("group")) {
            throw new FormProblem("Widget type 'group' is not allowed in group widgets");
        }
        FormSchema.require(definition, NEEDS.getOrDefault(type, List.of()).toArray(new String[0]));
        checkOwn(type, definition);
        checkRequests(type, definition);
    }

    private static boolean isKnown(String type) {
        return ONE_REQUEST.contains(type)
                || SOME_REQUESTS.contains(type)
                || REQUESTS_OBJECT.contains(type)
                || NEEDS.containsKey(type)
                || OTHERS.contains(type);
    }

    private static void checkOwn(String type, JsonNode definition) {
        if (!type.equals("query_value")) {
            FormSchema.forbid(definition, "custom_unit", "autoscale", "precision");
        }
        switch (type) {
            case "note" -> {
                FormSchema.forbid(definition, "title", "description", "title_size", "title_align");
                FormSchema.text(definition.path("content"));
            }
            case "group" -> checkGroup(definition);
            case "wildcard" -> {
                FormSchema.object(definition.path("specification"));
                FormSchema.require(definition.path("specification"), "type", "contents");
                FormSchema.oneOf(definition.path("specification").path("type"), List.of("vega", "vega-lite"));
            }
            default -> {
                // Nothing of its own.
            }
        }
    }

    private static void checkGroup(JsonNode group) {
        FormSchema.forbid(group, "title_size");
        FormSchema.oneOf(group.path("layout_type"), List.of("ordered"));
        FormSchema.array(group.path("widgets"));
        for (int i = 0; i < group.path("widgets").size(); i++) {
            JsonNode inner = group.path("widgets").path(i).path("definition");
            try {
                FormSchema.require(inner, "type");
                check(inner, true);
            } catch (FormProblem problem) {
                // A group inside a group is told of the outer one alone (recorded with another type).
                throw inner.path("type").asText().equals("group")
                        ? problem
                        : new FormProblem("Invalid inner widget definition at position " + i + " of type "
                                + inner.path("type").asText("") + ". Error: " + problem.problem());
            }
        }
    }

    private static void checkRequests(String type, JsonNode definition) {
        JsonNode requests = definition.path("requests");
        if (ONE_REQUEST.contains(type) || SOME_REQUESTS.contains(type)) {
            FormSchema.require(definition, "requests");
            FormSchema.size(requests, 1, ONE_REQUEST.contains(type) ? 1 : Integer.MAX_VALUE);
            requests.forEach(request -> RequestForm.check(type, request));
        } else if (REQUESTS_OBJECT.contains(type)) {
            FormSchema.require(definition, "requests");
            FormSchema.object(requests);
        } else if (type.equals("wildcard")) {
            FormSchema.size(requests, 1, Integer.MAX_VALUE);
            requests.forEach(request -> RequestForm.check(type, request));
        }
        for (JsonNode marker : definition.path("markers")) {
            FormSchema.require(marker, "value");
        }
    }
}
