package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Threshold;
import java.util.List;

/**
 * Charts as widget definitions. What each widget type takes follows the API description's {@code …WidgetDefinition} and
 * {@code …WidgetRequest}; all requests have the form with queries and formulas.
 */
final class ChartWidgets {
    private ChartWidgets() {}

    static ObjectNode definition(Reading reading, Section.Kind kind, PanelReport report) {
        Chart chart = reading.chart();
        ObjectNode widget = JsonNodeFactory.instance
                .objectNode()
                .put("type", type(chart.shape()))
                .put("title", chart.title());
        String meaning = Notes.meaning(chart);
        if (!meaning.isEmpty()) {
            widget.put("description", meaning);
        }
        ObjectNode request = Requests.request(reading, report);
        switch (chart.shape()) {
            case NUMBER -> number(widget, request, chart);
            case LINE, AREA, BARS -> graph(widget, request, chart, kind);
            case TOP_LIST -> topList(request, reading);
            case TABLE -> table(widget, request, reading);
            case HEAT_MAP, DISTRIBUTION -> markers(widget, chart.thresholds());
        }
        widget.putArray("requests").add(request);
        return widget;
    }

    private static String type(Shape shape) {
        return switch (shape) {
            case NUMBER -> "query_value";
            case LINE, AREA, BARS -> "timeseries";
            case TOP_LIST -> "toplist";
            case TABLE -> "query_table";
            case HEAT_MAP -> "heatmap";
            case DISTRIBUTION -> "distribution";
        };
    }

    /** Counts of things are shown to the last one; anything else is scaled to a readable size. */
    private static void number(ObjectNode widget, ObjectNode request, Chart chart) {
        boolean whole = chart.formulas().isEmpty()
                && countsThings(chart.series().getFirst().measure());
        widget.put("autoscale", !whole).put("precision", whole ? 0 : 2);
        if (chart.thresholds().isEmpty()) {
            // A threshold colours the whole widget, which would hide the trend behind the number.
            widget.putObject("timeseries_background").put("type", whole ? "bars" : "area");
        } else {
            request.set("conditional_formats", Levels.conditionalFormats(chart.thresholds()));
        }
    }

    private static boolean countsThings(Measure measure) {
        return measure == Measure.TOTAL || measure == Measure.DISTINCT;
    }

    private static void graph(ObjectNode widget, ObjectNode request, Chart chart, Section.Kind kind) {
        widget.put("show_legend", true).put("legend_layout", "auto");
        boolean totals = chart.series().stream().allMatch(series -> series.measure() == Measure.TOTAL);
        List<String> columns = totals ? List.of("sum", "avg", "max") : List.of("avg", "min", "max", "value");
        columns.forEach(widget.withArray("legend_columns")::add);
        request.put("display_type", displayType(chart.shape()));
        request.putObject("style")
                .put("palette", Colours.palette(kind))
                .put("line_type", "solid")
                .put("line_width", "normal");
        widget.putObject("yaxis").put("include_zero", chart.shape() != Shape.LINE || kind == Section.Kind.ERRORS);
        markers(widget, chart.thresholds());
    }

    private static String displayType(Shape shape) {
        return switch (shape) {
            case AREA -> "area";
            case BARS -> "bars";
            default -> "line";
        };
    }

    private static void markers(ObjectNode widget, List<Threshold> thresholds) {
        if (!thresholds.isEmpty()) {
            widget.set("markers", Levels.markers(thresholds));
        }
    }

    private static void topList(ObjectNode request, Reading reading) {
        limit(request, reading);
        colour(request, reading.chart());
    }

    private static void table(ObjectNode widget, ObjectNode request, Reading reading) {
        widget.put("has_search_bar", "auto");
        limit(request, reading);
        colour(request, reading.chart());
    }

    /** The rows follow the first figure, greatest first. */
    private static void limit(ObjectNode request, Reading reading) {
        if (request.path("formulas").path(0) instanceof ObjectNode first) {
            first.putObject("limit").put("count", reading.rows()).put("order", "desc");
        }
    }

    private static void colour(ObjectNode request, Chart chart) {
        if (chart.thresholds().isEmpty()) {
            return;
        }
        for (JsonNode formula : request.path("formulas")) {
            ((ObjectNode) formula).set("conditional_formats", Levels.conditionalFormats(chart.thresholds()));
        }
    }
}
