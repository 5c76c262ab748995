package dashwright.dashboards.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each widget type needs, as Datadog's OpenAPI description of November 2026 has it. */
final class WidgetForms {
    /**
     * The needs of one type.
     *
     * @param requests how many requests
     * @param fields the required fields besides type and requests
     */
    record Form(Requests requests, List<String> fields) {}

    /** How many requests a widget has, and in what shape. */
    enum Requests {
        NONE(0, 0),
        ONE(1, 1),
        UP_TO_TWO(1, 2),
        MANY(1, Integer.MAX_VALUE),
        OBJECT(0, 0);

        private final int least;
        private final int most;

        Requests(int least, int most) {
            this.least = least;
            this.most = most;
        }

        boolean allows(int number) {
            return number >= least && number <= most;
        }
    }

    private static final Map<String, Form> FORMS = Map.ofEntries(
            form("alert_graph", Requests.NONE, "alert_id", "viz_type"),
            form("alert_value", Requests.NONE, "alert_id"),
            form("bar_chart", Requests.ONE),
            form("change", Requests.ONE),
            form("check_status", Requests.NONE, "check", "grouping"),
            form("cohort", Requests.MANY),
            form("distribution", Requests.ONE),
            form("event_stream", Requests.NONE, "query"),
            form("event_timeline", Requests.NONE, "query"),
            form("free_text", Requests.NONE, "text"),
            form("funnel", Requests.MANY),
            form("geomap", Requests.UP_TO_TWO, "style", "view"),
            form("group", Requests.NONE, "layout_type", "widgets"),
            form("heatmap", Requests.ONE),
            form("hostmap", Requests.OBJECT),
            form("iframe", Requests.NONE, "url"),
            form("image", Requests.NONE, "url"),
            form("list_stream", Requests.ONE),
            form("log_stream", Requests.NONE),
            form("manage_status", Requests.NONE, "query"),
            form("note", Requests.NONE, "content"),
            form("point_plot", Requests.MANY),
            form("powerpack", Requests.NONE, "powerpack_id"),
            form("query_table", Requests.MANY),
            form("query_value", Requests.ONE),
            form("retention_curve", Requests.MANY),
            form("run_workflow", Requests.NONE, "workflow_id"),
            form("sankey", Requests.MANY),
            form("scatterplot", Requests.OBJECT),
            form("servicemap", Requests.NONE, "filters", "service"),
            form("slo", Requests.NONE, "view_type"),
            form("slo_list", Requests.ONE),
            form("split_group", Requests.NONE, "size", "source_widget_definition", "split_config"),
            form("sunburst", Requests.MANY),
            form("timeseries", Requests.MANY),
            form("toplist", Requests.MANY),
            form("topology_map", Requests.MANY),
            form("trace_service", Requests.NONE, "env", "service", "span_name"),
            form("treemap", Requests.ONE),
            form("wildcard", Requests.MANY, "specification"));

    private WidgetForms() {}

    static Optional<Form> of(String type) {
        return Optional.ofNullable(FORMS.get(type));
    }

    private static Map.Entry<String, Form> form(String type, Requests requests, String... fields) {
        return Map.entry(type, new Form(requests, List.of(fields)));
    }
}
