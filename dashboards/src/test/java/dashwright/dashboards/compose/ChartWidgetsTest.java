package dashwright.dashboards.compose;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.computed;
import static dashwright.dashboards.plan.PlanExamples.judged;
import static dashwright.dashboards.plan.PlanExamples.meaning;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static dashwright.dashboards.plan.PlanExamples.over;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Emptiness;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Problem;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.Threshold;
import dashwright.dashboards.plan.Threshold.Comparison;
import dashwright.dashboards.plan.Threshold.Level;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartWidgetsTest {
    private static final Series LEVEL = metric("app.gauge", Measure.LATEST);
    private static final Series BY_POD = metric("app.gauge", Measure.LATEST, "pod");
    private static final Series TOTAL = metric("app.count", Measure.TOTAL);

    @ParameterizedTest
    @CsvSource({
        "NUMBER,query_value,scalar", "LINE,timeseries,timeseries", "AREA,timeseries,timeseries",
                "BARS,timeseries,timeseries",
        "TOP_LIST,toplist,scalar", "TABLE,query_table,scalar", "HEAT_MAP,heatmap,timeseries",
                "DISTRIBUTION,distribution,scalar"
    })
    void drawsEachShapeAsItsWidget(Shape shape, String type, String format) {
        JsonNode widget = widget(chart("n", shape, shape == Shape.NUMBER ? LEVEL : BY_POD));

        assertThat(widget.path("type").asText()).isEqualTo(type);
        assertThat(widget.path("title").asText()).isEqualTo("Panel n");
        assertThat(widget.path("requests")).hasSize(1);
        assertThat(widget.at("/requests/0/response_format").asText()).isEqualTo(format);
        assertThat(widget.at("/requests/0/queries")).hasSize(1);
        assertThat(widget.at("/requests/0/formulas/0/formula").asText()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({"LINE,line", "AREA,area", "BARS,bars"})
    void drawsTrendsInTheirWay(Shape shape, String displayType) {
        JsonNode widget = widget(chart("n", shape, TOTAL));

        assertThat(widget.at("/requests/0/display_type").asText()).isEqualTo(displayType);
        assertThat(widget.path("show_legend").asBoolean()).isTrue();
    }

    @Test
    void showsCountsToTheLastOneAndScalesLevels() {
        JsonNode count = widget(chart("n", Shape.NUMBER, TOTAL));
        assertThat(count.path("autoscale").asBoolean(true)).isFalse();
        assertThat(count.path("precision").asInt()).isZero();

        JsonNode level = widget(chart("n", Shape.NUMBER, LEVEL));
        assertThat(level.path("autoscale").asBoolean(false)).isTrue();
        assertThat(level.path("precision").asInt()).isEqualTo(2);
    }

    @Test
    void coloursNumbersByTheirThresholdsNarrowestFirst() throws Exception {
        Chart chart = judged(
                chart("n", Shape.NUMBER, LEVEL),
                new Threshold(Comparison.BELOW, 0.3, Level.BAD),
                new Threshold(Comparison.AT_LEAST, 0.3, Level.WARNING),
                new Threshold(Comparison.AT_LEAST, 0.7, Level.GOOD));

        assertThat(widget(chart).at("/requests/0/conditional_formats")).isEqualTo(new ObjectMapper().readTree("""
                                        [{"comparator": ">=", "value": 0.7, "palette": "white_on_green"},
                                         {"comparator": ">=", "value": 0.3, "palette": "white_on_yellow"},
                                         {"comparator": "<", "value": 0.3, "palette": "white_on_red"}]
                                        """));
    }

    @Test
    void ordersUpperBoundsFromTheLowest() {
        Chart chart = judged(
                chart("n", Shape.NUMBER, LEVEL),
                new Threshold(Comparison.AT_MOST, 10, Level.WARNING),
                new Threshold(Comparison.AT_MOST, 5, Level.GOOD),
                new Threshold(Comparison.BELOW, 5, Level.GOOD));

        assertThat(widget(chart).at("/requests/0/conditional_formats").findValuesAsText("value"))
                .containsExactly("5.0", "5.0", "10.0");
        assertThat(widget(chart)
                        .at("/requests/0/conditional_formats/0/comparator")
                        .asText())
                .isEqualTo("<");
    }

    @Test
    void marksThresholdsInGraphsOnceForEachValue() throws Exception {
        Chart chart = judged(
                chart("n", Shape.LINE, LEVEL),
                new Threshold(Comparison.ABOVE, 48, Level.BAD),
                new Threshold(Comparison.ABOVE, 24, Level.WARNING),
                new Threshold(Comparison.AT_MOST, 24, Level.GOOD));

        assertThat(widget(chart).path("markers")).isEqualTo(new ObjectMapper().readTree("""
                                        [{"value": "y = 24", "display_type": "warning dashed", "label": "warning > 24"},
                                         {"value": "y = 48", "display_type": "error dashed", "label": "bad > 48"}]
                                        """));
    }

    @Test
    void limitsListsToTheGreatest() {
        JsonNode byDefault = widget(chart("n", Shape.TOP_LIST, BY_POD)).at("/requests/0/formulas/0/limit");
        assertThat(byDefault.path("count").asInt()).isEqualTo(10);
        assertThat(byDefault.path("order").asText()).isEqualTo("desc");

        Chart five = new Chart(
                "n", "Five", Shape.TABLE, List.of(BY_POD), List.of(), List.of(), null, Emptiness.UNKNOWN, "", 5);
        assertThat(widget(five).at("/requests/0/formulas/0/limit/count").asInt())
                .isEqualTo(5);
    }

    @Test
    void coloursRowsByTheirThresholds() {
        Chart chart = judged(chart("n", Shape.TOP_LIST, BY_POD), new Threshold(Comparison.ABOVE, 1, Level.BAD));

        assertThat(widget(chart)
                        .at("/requests/0/formulas/0/conditional_formats/0/palette")
                        .asText())
                .isEqualTo("white_on_red");
    }

    @Test
    void namesLinesByTheirLabels() {
        Series labelled = new Series.OfMetric("load", "Load", "app.gauge", Measure.LATEST, List.of(), List.of());

        assertThat(widget(chart("n", Shape.LINE, labelled))
                        .at("/requests/0/formulas/0/alias")
                        .asText())
                .isEqualTo("Load");
        assertThat(widget(chart("n", Shape.LINE, LEVEL))
                        .at("/requests/0/formulas/0")
                        .has("alias"))
                .isFalse();
    }

    @Test
    void printsFormulasCanonically() {
        Chart chart =
                computed(chart("n", Shape.NUMBER, LEVEL), new Formula("left", "a/( day_before(a)-a )", Unit.of("day")));
        JsonNode formula = widget(chart).at("/requests/0/formulas/0");

        assertThat(formula.path("formula").asText()).isEqualTo("a / (day_before(a) - a)");
        assertThat(formula.path("alias").asText()).isEqualTo("left");
        assertThat(formula.at("/number_format/unit/type").asText()).isEqualTo("canonical_unit");
        assertThat(formula.at("/number_format/unit/unit_name").asText()).isEqualTo("day");
    }

    @Test
    void writesUnitsOfOnesOwnAsLabels() {
        assertThat(unit(new Unit("byte", "second")).path("per_unit_name").asText())
                .isEqualTo("second");
        assertThat(unit(Unit.of("USD")).path("type").asText()).isEqualTo("custom_unit_label");
        assertThat(unit(Unit.of("USD")).path("label").asText()).isEqualTo("USD");
        Composed tooLong = Composer.compose(
                board(computed(chart("n", Shape.LINE, LEVEL), new Formula("", "a", Unit.of("parsecs a fortnight")))),
                Catalogs.APP);
        assertThat(tooLong.problems()).extracting(Problem::code).containsExactly("unit");
    }

    private static JsonNode unit(Unit unit) {
        return widget(computed(chart("n", Shape.LINE, LEVEL), new Formula("", "a", unit)))
                .at("/requests/0/formulas/0/number_format/unit");
    }

    @ParameterizedTest
    @CsvSource({"PT1M,1m", "PT15M,15m", "PT1H,1h", "PT4H,4h", "PT24H,1d", "P2D,2d", "P7D,1w", "P30D,1mo"})
    void givesPanelsTheirOwnWindowInDatadogsWords(Duration window, String word) {
        assertThat(widget(over(chart("n", Shape.LINE, LEVEL), window))
                        .at("/time/live_span")
                        .asText())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"PT6H,6,hour", "PT90M,90,minute", "P3D,3,day", "P14D,2,week"})
    void givesPanelsAnyOtherWindowInUnits(Duration window, long value, String unit) {
        JsonNode time = widget(over(chart("n", Shape.LINE, LEVEL), window)).path("time");

        assertThat(time.path("type").asText()).isEqualTo("live");
        assertThat(time.path("value").asLong()).isEqualTo(value);
        assertThat(time.path("unit").asText()).isEqualTo(unit);
    }

    @Test
    void leavesTheBoardsWindowToTheReader() {
        assertThat(widget(chart("n", Shape.LINE, LEVEL)).has("time")).isFalse();
    }

    @Test
    void saysThatEmptyIsGood() {
        Chart chart = meaning(chart("n", Shape.BARS, TOTAL), Emptiness.GOOD, "Failed attempts.");

        assertThat(widget(chart).path("description").asText())
                .startsWith("Failed attempts.")
                .contains("Empty is good");
    }

    @Test
    void drawsErrorsInTheColourOfErrors() {
        JsonNode json = Composer.compose(board(Section.Kind.ERRORS, chart("n", Shape.BARS, TOTAL)), Catalogs.APP)
                .json();

        assertThat(json.at("/widgets/0/definition/widgets/0/definition/requests/0/style/palette")
                        .asText())
                .isEqualTo("warm");
    }

    private static JsonNode widget(Chart chart) {
        Composed composed = Composer.compose(board(chart), Catalogs.APP);
        assertThat(composed.problems()).isEmpty();
        return composed.json().at("/widgets/0/definition/widgets/0/definition");
    }
}
