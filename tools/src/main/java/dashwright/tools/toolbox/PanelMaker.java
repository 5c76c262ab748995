package dashwright.tools.toolbox;

import dashwright.catalog.Catalog;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Emptiness;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes panels of what was asked for, in the way that fits the metrics' types. */
final class PanelMaker {
    private static final int LONGEST_ID = 40;

    private final Catalog catalog;

    PanelMaker(Catalog catalog) {
        this.catalog = catalog;
    }

    Chart make(String id, PanelRequest wanted, Section.Kind kind) {
        List<Series> series = new ArrayList<>();
        series.add(series("a", wanted, wanted.metric()));
        List<Formula> formulas = new ArrayList<>();
        if (!wanted.percentOf().isEmpty()) {
            series.add(series("b", wanted, wanted.percentOf()));
            formulas.add(new Formula(wanted.title(), "100 * a / b", Unit.of("percent")));
        }
        return new Chart(
                id,
                wanted.title(),
                wanted.shape(),
                series,
                formulas,
                wanted.thresholds(),
                wanted.window(),
                emptiness(wanted, kind),
                wanted.meaning(),
                0);
    }

    /** An id made of a title's words; the same title makes the same id. */
    static String id(String title, List<String> taken) {
        String base =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (base.isEmpty() || !Character.isLetter(base.charAt(0))) {
            base = "panel_" + base;
        }
        base = base.substring(0, Math.min(base.length(), LONGEST_ID));
        String id = base;
        for (int number = 2; taken.contains(id); number++) {
            id = base + "_" + number;
        }
        return id;
    }

    private Series series(String id, PanelRequest wanted, String metric) {
        Measure measure = wanted.measure() == null ? usual(wanted, metric) : wanted.measure();
        PanelRequest.Spans spans = wanted.spans();
        return spans == null
                ? new Series.OfMetric(id, "", metric, measure, wanted.filters(), wanted.by())
                : new Series.OfSpans(
                        id,
                        "",
                        spans.service(),
                        spans.operation(),
                        spans.resource(),
                        measure,
                        wanted.filters(),
                        wanted.by());
    }

    private Measure usual(PanelRequest wanted, String name) {
        if (wanted.spans() != null) {
            return Measure.TOTAL;
        }
        MetricType type = catalog.metric(name).map(metric -> metric.type()).orElse(MetricType.UNKNOWN);
        return switch (type) {
            case COUNT, RATE -> Measure.TOTAL;
            case GAUGE, UNKNOWN -> wanted.shape() == Shape.NUMBER ? Measure.LATEST : Measure.AVERAGE;
            case DISTRIBUTION -> Measure.AVERAGE;
        };
    }

    /** Of events that go wrong, none is good news; of anything else, none is not known. */
    private Emptiness emptiness(PanelRequest wanted, Section.Kind kind) {
        Measure measure = wanted.measure() == null ? usual(wanted, wanted.metric()) : wanted.measure();
        boolean counted = measure == Measure.TOTAL || measure == Measure.PER_SECOND;
        boolean plain = wanted.percentOf().isEmpty();
        return kind == Section.Kind.ERRORS && counted && plain ? Emptiness.GOOD : Emptiness.UNKNOWN;
    }
}
