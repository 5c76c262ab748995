package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QueryPrinter;
import java.util.List;

/** The request of a widget: its queries and the formulas over them. */
final class Requests {
    private Requests() {}

    static ObjectNode request(Reading reading, PanelReport report) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("response_format", reading.isScalar() ? "scalar" : "timeseries");
        ArrayNode queries = request.putArray("queries");
        List<Series> series = reading.chart().series();
        for (int index = 0; index < series.size(); index++) {
            queries.add(query(series.get(index), reading, report, ".series[" + index + "]"));
        }
        request.set("formulas", formulas(reading.chart(), report));
        return request;
    }

    private static ObjectNode query(Series series, Reading reading, PanelReport report, String inner) {
        return switch (series) {
            case Series.OfMetric metric -> MetricQueries.query(metric, reading, report, inner);
            case Series.OfSpans spans -> SpanQueries.query(spans, reading);
        };
    }

    private static ArrayNode formulas(Chart chart, PanelReport report) {
        List<Formula> shown = chart.formulas().isEmpty()
                ? chart.series().stream()
                        .map(series -> new Formula(series.label(), series.id(), Unit.NONE))
                        .toList()
                : chart.formulas();
        ArrayNode formulas = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < shown.size(); index++) {
            Formula formula = shown.get(index);
            ObjectNode node = formulas.addObject()
                    .put("formula", QueryPrinter.print(QueryParser.parseFormula(formula.expression())));
            if (!formula.label().isBlank()) {
                node.put("alias", formula.label());
            }
            Units.put(node, formula.unit(), report, ".formulas[" + index + "]");
        }
        return formulas;
    }
}
