package dashwright.dashboards.compose;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.filtered;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static dashwright.dashboards.plan.PlanExamples.over;
import static dashwright.dashboards.plan.PlanExamples.withVariables;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricQueriesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    app.count        | TOTAL      | sum:app.count{*}.as_count()          | sum
                    app.count        | PER_SECOND | sum:app.count{*}.as_rate()           | avg
                    app.rate         | TOTAL      | sum:app.rate{*}.as_count()           | sum
                    app.rate         | PER_SECOND | sum:app.rate{*}.as_rate()            | avg
                    app.rate         | MAXIMUM    | max:app.rate{*}.as_rate()            | max
                    app.unknown      | TOTAL      | sum:app.unknown{*}.as_count()        | sum
                    app.gauge        | LATEST     | avg:app.gauge{*}                     | last
                    app.jobs         | LATEST     | sum:app.jobs{*}                      | last
                    app.jobs         | AVERAGE    | avg:app.jobs{*}                      | avg
                    app.jobs.by_host | LATEST     | avg:app.jobs.by_host{*}              | last
                    app.jobs.with_all| LATEST     | avg:app.jobs.with_all{*}             | last
                    app.queue.age    | LATEST     | avg:app.queue.age{*}                 | last
                    app.gauge        | AVERAGE    | avg:app.gauge{*}                     | avg
                    app.gauge        | SUM        | sum:app.gauge{*}                     | avg
                    app.gauge        | MINIMUM    | min:app.gauge{*}                     | min
                    app.gauge        | MAXIMUM    | max:app.gauge{*}                     | max
                    app.distribution | P95        | p95:app.distribution{*}              | percentile
                    app.distribution | P50        | p50:app.distribution{*}              | percentile
                    app.distribution | TOTAL      | count:app.distribution{*}.as_count() | sum
                    app.distribution | PER_SECOND | count:app.distribution{*}.as_rate()  | avg
                    app.distribution | AVERAGE    | avg:app.distribution{*}              | avg
                    app.missing      | LATEST     | avg:app.missing{*}                   | last
                    app.size.max     | LATEST     | max:app.size.max{*}                  | last
                    app.size_min     | LATEST     | min:app.size_min{*}                  | last
                    app.size.max     | AVERAGE    | max:app.size.max{*}                  | max
                    app.max.size     | AVERAGE    | avg:app.max.size{*}                  | avg
                    """)
    void aggregatesByTheTypeOfTheMetric(String name, Measure measure, String query, String aggregator) {
        JsonNode composed = query(board(chart("n", Shape.NUMBER, metric(name, measure))));

        assertThat(composed.path("query").asText()).isEqualTo(query);
        assertThat(composed.path("aggregator").asText()).isEqualTo(aggregator);
        assertThat(composed.path("data_source").asText()).isEqualTo("metrics");
        assertThat(composed.path("name").asText()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "app.gauge,P95",
        "app.gauge,TOTAL",
        "app.gauge,PER_SECOND",
        "app.count,P95",
        "app.rate,P50",
        "app.count,LATEST",
        "app.count,AVERAGE",
        "app.count,MAXIMUM",
        "app.count,MINIMUM",
        "app.count,SUM"
    })
    void refusesMeasuresThatMeanNothingForTheType(String name, Measure measure) {
        Composed composed = Composer.compose(board(chart("n", Shape.LINE, metric(name, measure))), Catalogs.APP);

        assertThat(composed.json().path("widgets")).isEmpty();
        assertThat(composed.placeOfPanel()).isEmpty();
        assertThat(composed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("measure-unfit");
            assertThat(problem.place()).isEqualTo("sections[0].panels[0].series[0].measure");
            assertThat(problem.message()).contains(name);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void leavesOutTheScalarAggregatorOverTime() {
        assertThat(query(board(chart("n", Shape.LINE, metric("app.gauge", Measure.LATEST))))
                        .has("aggregator"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    app.gauge        | count_not_null(avg:app.gauge{*} by {pod})                                        | last
                    app.unknown      | count_not_null(avg:app.unknown{*} by {pod})                                      | last
                    app.count        | count_nonzero(sum:app.count{*} by {pod}.as_count().rollup(sum, 3600))            | max
                    app.distribution | count_nonzero(count:app.distribution{*} by {pod}.as_count().rollup(sum, 3600))   | max
                    """)
    void countsWhoReports(String name, String query, String aggregator) {
        JsonNode composed = query(board(chart("n", Shape.NUMBER, metric(name, Measure.DISTINCT, "pod"))));

        assertThat(composed.path("query").asText()).isEqualTo(query);
        assertThat(composed.path("aggregator").asText()).isEqualTo(aggregator);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PT4H  | sum:app.count{*}.as_count()
                    P1D   | sum:app.count{*}.as_count()
                    P2D   | sum:app.count{*}.as_count().rollup(sum, 3600)
                    P7D   | sum:app.count{*}.as_count().rollup(sum, 3600)
                    P30D  | sum:app.count{*}.as_count().rollup(sum, 86400)
                    """)
    void makesBarsOfALengthThatPeopleThinkIn(Duration window, String query) {
        assertThat(text(board(over(chart("n", Shape.BARS, metric("app.count", Measure.TOTAL)), window))))
                .isEqualTo(query);
    }

    @Test
    void leavesTheLengthOfBarsAloneWhereValuesDoNotAddUp() {
        assertThat(text(board(over(chart("n", Shape.BARS, metric("app.gauge", Measure.AVERAGE)), Duration.ofDays(30)))))
                .isEqualTo("avg:app.gauge{*}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    one   |       | false | {task:one}
                    one   |       | true  | {!task:one}
                    one   | two   | false | {task IN (one,two)}
                    one   | two   | true  | {!task:one,!task:two}
                    one*  | two   | false | {task:one* OR task:two}
                    """)
    void scopesByTags(String first, String second, boolean excluded, String scope) {
        List<String> values = second == null ? List.of(first) : List.of(first, second);
        Series series = filtered("app.gauge", Measure.LATEST, new TagFilter("task", values, excluded));

        assertThat(text(board(chart("n", Shape.LINE, series)))).isEqualTo("avg:app.gauge" + scope);
    }

    @Test
    void joinsSeveralFilters() {
        Series series = filtered(
                "app.gauge",
                Measure.LATEST,
                TagFilter.is("task", "one"),
                new TagFilter("pod", List.of("a", "b"), false));

        assertThat(text(board(chart("n", Shape.LINE, series)))).isEqualTo("avg:app.gauge{task:one AND pod IN (a,b)}");
    }

    @Test
    void splitsByTags() {
        assertThat(text(board(chart("n", Shape.LINE, metric("app.gauge", Measure.LATEST, "pod", "task")))))
                .isEqualTo("avg:app.gauge{*} by {pod,task}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    app.gauge   | avg:app.gauge{$env}
                    app.bare    | avg:app.bare{*}
                    app.unknown | avg:app.unknown{*}
                    """)
    void appliesVariablesWhereTheMetricIsKnownToCarryTheTag(String name, String query) {
        DashboardPlan plan = withVariables(
                board(chart("n", Shape.LINE, metric(name, Measure.LATEST))),
                new TemplateVariable("env", "env", List.of("*")),
                new TemplateVariable("cluster", "cluster", List.of("*")));

        assertThat(text(plan)).isEqualTo(query);
    }

    @Test
    void appliesVariablesBesideFilters() {
        DashboardPlan plan = withVariables(
                board(chart("n", Shape.LINE, filtered("app.gauge", Measure.LATEST, TagFilter.is("task", "one")))),
                new TemplateVariable("where", "env", List.of("*")));

        assertThat(text(plan)).isEqualTo("avg:app.gauge{$where,task:one}");
    }

    @Test
    void writesAnyCharacterSafelyOrRefusesIt() {
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            String value = "a" + (char) character + "b";
            Composed composed = Composer.compose(
                    board(chart("n", Shape.LINE, filtered("app.gauge", Measure.LATEST, TagFilter.is("task", value)))),
                    Catalogs.APP);
            if (composed.problems().isEmpty()) {
                String query = composed.json()
                        .at("/widgets/0/definition/widgets/0/definition/requests/0/queries/0/query")
                        .asText();
                assertThat(QueryParser.parseQuery(query))
                        .as("character %d", character)
                        .isInstanceOfSatisfying(
                                Expression.Selector.class,
                                selector -> assertThat(selector.scope()).isEqualTo(new Scope.TagMatch("task", value)));
            }
        }
    }

    @Test
    void readsBackValuesThatAreWordsOfTheLanguage() {
        TagFilter words = new TagFilter("task", List.of("AND", "OR", "NOT", "IN", "a:b"), false);

        assertThat(QueryParser.parseQuery(
                        text(board(chart("n", Shape.LINE, filtered("app.gauge", Measure.LATEST, words))))))
                .isInstanceOfSatisfying(
                        Expression.Selector.class,
                        selector -> assertThat(selector.scope()).isEqualTo(new Scope.In("task", words.values())));
    }

    private static String text(DashboardPlan plan) {
        return query(plan).path("query").asText();
    }

    private static JsonNode query(DashboardPlan plan) {
        Composed composed = Composer.compose(plan, Catalogs.APP);
        assertThat(composed.problems()).isEmpty();
        return composed.json().at("/widgets/0/definition/widgets/0/definition/requests/0/queries/0");
    }
}
