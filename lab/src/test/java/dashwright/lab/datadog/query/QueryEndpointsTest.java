package dashwright.lab.datadog.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryEndpointsTest {
    private static final long NOW = TestWorld.NOON.getEpochSecond();
    private static final long HOUR = 3_600;

    private final DatadogLab lab = DatadogLab.start(DatadogLab.Options.of(new TestWorld(), TestWorld.standingClock()));
    private final LabClient client = LabClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private LabClient.Answer first(String query) {
        return client.get("/api/v1/query?from=" + (NOW - HOUR) + "&to=" + NOW + "&query=" + query);
    }

    private LabClient.Answer second(String kind, String queries, String formulas) {
        return client.post(
                "/api/v2/query/" + kind, """
                {"data": {"type": "%s_request", "attributes": {"from": %d, "to": %d, "queries": [%s], "formulas": [%s]}}}
                """.formatted(kind, (NOW - HOUR) * 1_000, NOW * 1_000, queries, formulas));
    }

    private static String metrics(String name, String query) {
        return "{\"data_source\": \"metrics\", \"aggregator\": \"sum\", \"name\": \"%s\", \"query\": \"%s\"}"
                .formatted(name, query);
    }

    @Test
    void answersTheFirstVersion() {
        JsonNode body = first("sum:queue.size{env:prod} by {host}").json();
        assertThat(body.path("status").asText()).isEqualTo("ok");
        assertThat(body.path("from_date").asLong()).isEqualTo((NOW - HOUR) * 1_000);
        assertThat(body.path("group_by").path(0).asText()).isEqualTo("host");
        assertThat(body.path("series")).hasSize(2);
        JsonNode series = body.path("series").path(0);
        assertThat(series.path("metric").asText()).isEqualTo("queue.size");
        assertThat(series.path("aggr").asText()).isEqualTo("sum");
        assertThat(series.path("scope").asText()).isEqualTo("host:a");
        assertThat(series.path("tag_set").path(0).asText()).isEqualTo("host:a");
        assertThat(series.path("interval").asInt()).isEqualTo(60);
        assertThat(series.path("length").asInt()).isEqualTo(60);
        assertThat(series.path("pointlist").path(0).path(0).asLong()).isEqualTo((NOW - HOUR) * 1_000);
        assertThat(series.path("pointlist").path(0).path(1).asDouble()).isEqualTo(10);
        assertThat(series.path("unit").isNull()).isTrue();
    }

    @Test
    void answersSeveralQueriesOfTheFirstVersion() {
        JsonNode series =
                first("avg:queue.size{host:a},avg:request.time{*}").json().path("series");
        assertThat(series).hasSize(2);
        assertThat(series.path(1).path("query_index").asInt()).isEqualTo(1);
        JsonNode unit = series.path(1).path("unit");
        assertThat(unit).hasSize(2);
        assertThat(unit.path(0).path("family").asText()).isEqualTo("time");
        assertThat(unit.path(0).path("scale_factor").asDouble()).isEqualTo(0.001);
        assertThat(unit.path(0).path("short_name").asText()).isEqualTo("ms");
        assertThat(unit.path(1).isNull()).isTrue();
    }

    @Test
    void leavesOutPointsThatWereNotSent() {
        JsonNode points = first("sum:task.failed{*}.as_count()")
                .json()
                .path("series")
                .path(0)
                .path("pointlist");
        assertThat(points).hasSize(1);
    }

    @Test
    void answersAnUnknownMetricWithoutSeries() {
        LabClient.Answer answer = first("avg:no.such.metric{*}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("series")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "avg:queue.size|Error parsing query: unable to parse avg:queue.size: Rule 'scope_expr' didn't match at ''",
                "p95:queue.size{*}|percentile aggregation p95 is not available",
                "sum by (a) (m)|Error parsing query"
            })
    void refusesABadQuery(String query, String error) {
        LabClient.Answer answer = first(query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(error);
    }

    @ParameterizedTest
    @CsvSource({
        "from=5&to=5&query=avg:m{*},before",
        "to=5&query=avg:m{*},required",
        "from=x&to=5&query=avg:m{*},whole number"
    })
    void refusesABadWindow(String parameters, String error) {
        assertThat(client.get("/api/v1/query?" + parameters).error()).contains(error);
    }

    @Test
    void answersTimeseriesOfTheSecondVersion() {
        String queries =
                metrics("done", "sum:task.done{*} by {task}.as_count()") + "," + metrics("slow", "avg:request.time{*}");
        JsonNode attributes = second("timeseries", queries, "{\"formula\": \"done * 2\"}, {\"formula\": \"slow\"}")
                .json()
                .path("data")
                .path("attributes");
        assertThat(attributes.path("series")).hasSize(3);
        assertThat(attributes.path("series").path(0).path("group_tags").path(0).asText())
                .isEqualTo("task:check");
        assertThat(attributes.path("series").path(2).path("query_index").asInt())
                .isEqualTo(1);
        assertThat(attributes
                        .path("series")
                        .path(2)
                        .path("unit")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("millisecond");
        assertThat(attributes.path("times")).hasSize(180);
        assertThat(attributes.path("times").path(0).asLong()).isEqualTo((NOW - HOUR) * 1_000);
        JsonNode values = attributes.path("values").path(0);
        assertThat(values).hasSize(180);
        assertThat(values.path(0).asDouble()).isEqualTo(2);
        assertThat(values.path(1).isNull()).isTrue();
    }

    @Test
    void limitsAndOrdersLines() {
        String queries = metrics("q", "avg:queue.size{*} by {host}");
        JsonNode attributes = second(
                        "timeseries", queries, "{\"formula\": \"q\", \"limit\": {\"count\": 1, \"order\": \"asc\"}}")
                .json()
                .path("data")
                .path("attributes");
        assertThat(attributes.path("series")).hasSize(1);
        assertThat(attributes.path("series").path(0).path("group_tags").path(0).asText())
                .isEqualTo("host:a");
    }

    @Test
    void answersScalarsOfTheSecondVersion() {
        String queries = metrics("done", "sum:task.done{*} by {task}.as_count()") + ","
                + metrics("failed", "sum:task.failed{*} by {task}.as_count()");
        JsonNode columns = second(
                        "scalar",
                        queries,
                        "{\"formula\": \"done\", \"limit\": {\"count\": 10, \"order\": \"desc\"}}, {\"formula\": \"failed\"}")
                .json()
                .path("data")
                .path("attributes")
                .path("columns");
        assertThat(columns).hasSize(3);
        assertThat(columns.path(0).toString())
                .isEqualTo("{\"name\":\"task\",\"type\":\"group\",\"values\":[[\"copy\"],[\"check\"]]}");
        assertThat(columns.path(1).path("values").toString()).isEqualTo("[180.0,60.0]");
        assertThat(columns.path(2).path("values").toString()).isEqualTo("[2.0,null]");
        assertThat(columns.path(2).path("name").asText()).isEqualTo("failed");
        assertThat(columns.path(2).path("meta").path("unit").isNull()).isTrue();
    }

    @Test
    void answersAScalarWithoutDataWithoutValues() {
        JsonNode columns = second("scalar", metrics("a", "sum:quiet.errors{*}.as_count()"), "")
                .json()
                .path("data")
                .path("attributes")
                .path("columns");
        assertThat(columns.path(0).path("values")).isEmpty();
    }

    @Test
    void showsZeroWhereAFormulaAsksForItAndTheOtherQueryHasData() {
        String queries = metrics("errors", "sum:quiet.errors{*}.as_count()") + ","
                + metrics("done", "sum:task.done{*}.as_count()");
        JsonNode columns = second("scalar", queries, "{\"formula\": \"default_zero(errors) + 0 * done\"}")
                .json()
                .path("data")
                .path("attributes")
                .path("columns");
        assertThat(columns.path(0).path("values").toString()).isEqualTo("[0.0]");
    }

    @Test
    void answersSpansBesideMetrics() {
        String spans = """
                {"data_source": "spans", "name": "spans", "search": {"query": "service:worker"},
                 "compute": {"aggregation": "count"}, "group_by": [{"facet": "resource_name", "limit": 5}]}
                """;
        JsonNode columns = second("scalar", spans, "{\"formula\": \"spans\"}")
                .json()
                .path("data")
                .path("attributes")
                .path("columns");
        assertThat(columns.path(0).path("values").toString()).isEqualTo("[[\"tasks.copy\"],[\"tasks.check\"]]");
        assertThat(columns.path(1).path("values").toString()).isEqualTo("[600.0,240.0]");
        String slowest = """
                {"data_source": "spans", "name": "p95", "search": {"query": "service:web"},
                 "compute": {"aggregation": "pc95", "metric": "@duration", "interval": 600000}}
                """;
        JsonNode attributes =
                second("timeseries", slowest, "").json().path("data").path("attributes");
        assertThat(attributes.path("times")).hasSize(6);
        assertThat(attributes.path("values").path(0).path(0).asDouble()).isBetween(30e6, 40e6);
        assertThat(attributes
                        .path("series")
                        .path(0)
                        .path("unit")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("nanosecond");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"data_source\":\"metrics\",\"query\":\"avg:m{*}\"}|'aggregator' is a required property",
                "{\"data_source\":\"metrics\",\"aggregator\":\"avg\"}|'query' is a required property",
                "{\"data_source\":\"metrics\",\"aggregator\":\"middle\",\"query\":\"avg:m{*}\"}|unknown aggregator 'middle'",
                "{\"data_source\":\"metrics\",\"aggregator\":\"avg\",\"query\":\"avg:m{*},avg:n{*}\"}|Error parsing query",
                "{\"data_source\":\"logs\",\"compute\":{}}|holds metrics and spans",
                "{\"query\":\"avg:m{*}\"}|needs a data_source",
                "{\"data_source\":\"spans\",\"compute\":{\"aggregation\":\"p95\"}}|unknown aggregation 'p95'",
                "{\"data_source\":\"spans\",\"search\":{\"query\":\"(a\"}}|a parenthesis is not closed"
            })
    void refusesABadQueryOfTheSecondVersion(String query, String error) {
        LabClient.Answer answer = second("scalar", query, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(error);
    }

    @Test
    void refusesFormulasThatNameNoQuery() {
        LabClient.Answer answer = second("timeseries", metrics("a", "avg:queue.size{*}"), "{\"formula\": \"a / b\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains("undefined query 'b'").contains("defined are a");
        assertThat(second("timeseries", metrics("a", "avg:m{*}") + "," + metrics("a", "avg:m{*}"), "")
                        .error())
                .contains("two queries are named 'a'");
        assertThat(second("timeseries", metrics("a", "avg:m{*}"), "{\"formula\": \"a +\"}")
                        .error())
                .contains("Error parsing query");
    }

    @Test
    void refusesBodiesOfAnotherShape() {
        assertThat(client.post("/api/v2/query/scalar", "{\"data\": {\"type\": \"timeseries_request\"}}")
                        .error())
                .contains("scalar_request");
        assertThat(client.post("/api/v2/query/scalar", "").error()).contains("JSON was expected");
        assertThat(client.post("/api/v2/query/timeseries", """
                {"data": {"type": "timeseries_request", "attributes": {"from": 1, "to": 2000, "queries": []}}}
                """).error()).contains("at least one query");
    }

    @Test
    void drawsNoSnapshotsAndSaysSo() {
        LabClient.Answer answer = client.get("/api/v1/graph/snapshot?start=1&end=2&metric_query=avg:m{*}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).contains("draws no snapshots");
    }
}
