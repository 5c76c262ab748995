package dashwright.dashboards.compose;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.over;
import static dashwright.dashboards.plan.PlanExamples.withVariables;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanQueriesTest {
    @Test
    void asksForSpansByTheirNames() throws Exception {
        Series series = new Series.OfSpans(
                "slow", "", "warehouse-worker", "celery.run", "a.b.sync", Measure.P95, List.of(), List.of());

        assertThat(query(board(chart("n", Shape.LINE, series)))).isEqualTo(new ObjectMapper().readTree("""
                                        {
                                          "data_source": "spans",
                                          "name": "slow",
                                          "search": {"query": "service:warehouse-worker operation_name:celery.run resource_name:a.b.sync"},
                                          "compute": {"aggregation": "pc95", "metric": "@duration"},
                                          "group_by": []
                                        }
                                        """));
    }

    @Test
    void groupsByAttributesGreatestFirst() throws Exception {
        Series series =
                new Series.OfSpans("a", "", "web", "", "", Measure.TOTAL, List.of(), List.of("@http.status_code"));

        assertThat(query(board(chart("n", Shape.TOP_LIST, series))).path("group_by"))
                .isEqualTo(new ObjectMapper().readTree("""
                                        [{"facet": "@http.status_code", "limit": 10, "sort": {"aggregation": "count", "order": "desc"}}]
                                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL,count,",
        "AVERAGE,avg,@duration",
        "SUM,sum,@duration",
        "MINIMUM,min,@duration",
        "MAXIMUM,max,@duration",
        "P50,median,@duration",
        "P75,pc75,@duration",
        "P90,pc90,@duration",
        "P99,pc99,@duration"
    })
    void measuresSpans(Measure measure, String aggregation, String metric) {
        JsonNode compute =
                query(board(chart("n", Shape.LINE, spans("", measure)))).path("compute");

        assertThat(compute.path("aggregation").asText()).isEqualTo(aggregation);
        assertThat(compute.path("metric").asText(null)).isEqualTo(metric);
    }

    @Test
    void countsDifferentValues() {
        Series series = new Series.OfSpans("a", "", "web", "", "", Measure.DISTINCT, List.of(), List.of("pod_name"));
        JsonNode query = query(board(chart("n", Shape.NUMBER, series)));

        assertThat(query.path("compute").path("aggregation").asText()).isEqualTo("cardinality");
        assertThat(query.path("compute").path("metric").asText()).isEqualTo("pod_name");
        assertThat(query.path("group_by")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET /users/:id        | "GET /users/:id"
                    say "hi" \\           | "say \\"hi\\" \\\\"
                    a) OR service:(b      | "a) OR service:(b"
                    -a                    | "-a"
                    OR                    | "OR"
                    a*                    | a*
                    a.b-c/d               | a.b-c/d
                    """)
    void quotesWhatTheSearchWouldReadAsItsOwn(String resource, String written) {
        assertThat(search(board(chart("n", Shape.LINE, spans(resource, Measure.TOTAL)))))
                .isEqualTo("service:web resource_name:" + written);
    }

    @Test
    void filtersByAttributes() {
        Series series = new Series.OfSpans(
                "a",
                "",
                "",
                "",
                "",
                Measure.TOTAL,
                List.of(
                        new TagFilter("@http.status_code", List.of("500", "502"), false),
                        new TagFilter("env", List.of("dev", "my test"), true)),
                List.of());

        assertThat(search(board(chart("n", Shape.LINE, series))))
                .isEqualTo("@http.status_code:(500 OR 502) -env:dev -env:\"my test\"");
    }

    @Test
    void asksForAllSpansWhereNothingNarrowsThem() {
        Series series = new Series.OfSpans("a", "", "", "", "", Measure.TOTAL, List.of(), List.of());

        assertThat(search(board(chart("n", Shape.LINE, series)))).isEqualTo("*");
    }

    @Test
    void appliesVariablesThatEverySpanHas() {
        DashboardPlan plan = withVariables(
                board(chart("n", Shape.LINE, spans("", Measure.TOTAL))),
                new TemplateVariable("stage", "env", List.of("*")),
                new TemplateVariable("task", "task", List.of("*")));

        assertThat(search(plan)).isEqualTo("service:web $stage");
    }

    @Test
    void makesBarsOfALengthThatPeopleThinkIn() {
        DashboardPlan plan = board(over(chart("n", Shape.BARS, spans("", Measure.TOTAL)), Duration.ofDays(7)));

        assertThat(query(plan).path("compute").path("interval").asLong()).isEqualTo(3_600_000);
    }

    private static Series spans(String resource, Measure measure) {
        return new Series.OfSpans("a", "", "web", "", resource, measure, List.of(), List.of());
    }

    private static String search(DashboardPlan plan) {
        return query(plan).path("search").path("query").asText();
    }

    private static JsonNode query(DashboardPlan plan) {
        Composed composed = Composer.compose(plan, Catalogs.APP);
        assertThat(composed.problems()).isEmpty();
        return composed.json().at("/widgets/0/definition/widgets/0/definition/requests/0/queries/0");
    }
}
