package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dashwright.tools.datadog.DoorFixture.json;
import static dashwright.tools.datadog.DoorFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many queries in few calls, and each with its own answer. */
class LiveQueriesTest {
    private static final String TIMESERIES = "/api/v2/query/timeseries";
    private static final String SCALAR = "/api/v2/query/scalar";
    private static final TimeRange HOUR = TimeRange.last(Duration.ofHours(1), FakeTime.START);

    @RegisterExtension
    static final WireMockExtension datadog = DoorFixture.server();

    private DatadogReader reader;

    @BeforeEach
    void connect() {
        reader = DoorFixture.reader(datadog, new FakeTime());
    }

    @AfterEach
    void disconnect() {
        reader.close();
    }

    @Test
    void asksForTimesInMillisecondsAndReadsTheAnswer() {
        datadog.stubFor(post(TIMESERIES).willReturn(json(200, """
                {"data":{"type":"timeseries_response","attributes":{
                  "series":[
                    {"group_tags":["pod_name:worker-1","url:http://a"],"query_index":0,
                     "unit":[{"family":"bytes","name":"byte"},{"family":"time","name":"second"}]},
                    {"group_tags":[],"query_index":0,"unit":null}],
                  "times":[1795172400000,1795172460000],
                  "values":[[1.5,null],[0,2]]}}}
                """)));

        QueryResult result = only(reader.run(List.of(series("memory", "avg:container.memory.usage{*} by {pod_name}"))));

        assertThat(result).isInstanceOfSatisfying(QueryResult.Answered.class, answered -> {
            assertThat(answered.id()).isEqualTo("memory");
            assertThat(answered.pointCount()).isEqualTo(3);
            assertThat(answered.series().getFirst().unit()).isEqualTo(new Unit("byte", "second"));
            assertThat(answered.series().getFirst().group())
                    .isEqualTo(new TreeMap<>(Map.of("pod_name", "worker-1", "url", "http://a")));
            assertThat(answered.series().getFirst().points())
                    .containsExactly(
                            new Point(Instant.ofEpochMilli(1795172400000L), 1.5),
                            new Point(Instant.ofEpochMilli(1795172460000L), null));
            assertThat(answered.series().get(1).unit()).isEqualTo(Unit.NONE);
        });
        datadog.verify(postRequestedFor(urlEqualTo(TIMESERIES)).withRequestBody(equalToJson("""
                {"data":{"type":"timeseries_request","attributes":{"from":%d,"to":%d,"queries":[
                  {"data_source":"metrics","name":"query1","query":"avg:container.memory.usage{*} by {pod_name}"}]}}}
                """.formatted(
                        HOUR.from().toEpochMilli(), HOUR.to().toEpochMilli()))));
    }

    @Test
    void putsQueriesOfOneRangeIntoOneCallAndSplitsTheAnswer() {
        datadog.stubFor(post(TIMESERIES).willReturn(json(200, """
                {"data":{"attributes":{"series":[
                    {"group_tags":[],"query_index":2},{"group_tags":[],"query_index":0},{"group_tags":[],"query_index":3}],
                  "times":[1795172400000],"values":[[20],[0],[30]]}}}
                """)));
        QueryRequest share = new QueryRequest(
                "share",
                Form.TIMESERIES,
                List.of(metric("query1", "sum:a{*}.as_count()"), metric("b", "sum:b{*}.as_count()")),
                List.of("query1", "100 * default_zero(query1) / b"),
                HOUR);

        List<QueryResult> results = reader.run(List.of(series("one", "avg:x{*}"), share, series("two", "avg:y{*}")));

        assertThat(results).extracting(QueryResult::id).containsExactly("one", "share", "two");
        assertThat(values(results.get(0))).containsExactly("0: 0.0");
        assertThat(values(results.get(1))).containsExactly("1: 20.0");
        assertThat(values(results.get(2))).containsExactly("0: 30.0");
        datadog.verify(1, postRequestedFor(anyUrl()));
        datadog.verify(postRequestedFor(urlEqualTo(TIMESERIES)).withRequestBody(equalToJson("""
                {"data":{"type":"timeseries_request","attributes":{"from":%d,"to":%d,
                 "queries":[
                  {"data_source":"metrics","name":"q0_0","query":"avg:x{*}"},
                  {"data_source":"metrics","name":"q1_0","query":"sum:a{*}.as_count()"},
                  {"data_source":"metrics","name":"q1_1","query":"sum:b{*}.as_count()"},
                  {"data_source":"metrics","name":"q2_0","query":"avg:y{*}"}],
                 "formulas":[{"formula":"q0_0"},{"formula":"q1_0"},{"formula":"100 * default_zero(q1_0) / q1_1"},
                  {"formula":"q2_0"}]}}}
                """.formatted(
                        HOUR.from().toEpochMilli(), HOUR.to().toEpochMilli()))));
    }

    @Test
    void oneRefusedQueryDoesNotHideTheOthers() {
        datadog.stubFor(post(TIMESERIES).willReturn(json(200, """
                {"data":{"attributes":{"series":[{"group_tags":[],"query_index":0}],"times":[1795172400000],"values":[[1]]}}}
                """)));
        datadog.stubFor(post(TIMESERIES)
                .withRequestBody(containing("avg:bad{"))
                .willReturn(json(400, "{\"errors\":[\"Error parsing query: unable to parse avg:bad{\"]}")));

        List<QueryResult> results = reader.run(List.of(
                series("a", "avg:a{*}"), series("b", "avg:b{*}"), series("bad", "avg:bad{"), series("c", "avg:c{*}")));

        assertThat(results.get(2)).isInstanceOfSatisfying(QueryResult.Failed.class, failed -> {
            assertThat(failed.refused()).isTrue();
            assertThat(failed.reason())
                    .contains("The query avg:bad{ from 2026-11-20T11:00:00Z", "400", "unable to parse avg:bad{");
        });
        assertThat(results.get(0)).isInstanceOf(QueryResult.Answered.class);
        assertThat(values(results.get(3))).containsExactly("0: 1.0");
    }

    @Test
    void anErrorInsideASuccessIsARefusal() {
        datadog.stubFor(post(SCALAR).willReturn(json(200, "{\"errors\":\"unknown function foo\"}")));

        assertThat(only(reader.run(List.of(scalar("n", "avg:a{*}")))))
                .isInstanceOfSatisfying(QueryResult.Failed.class, failed -> {
                    assertThat(failed.refused()).isTrue();
                    assertThat(failed.reason()).contains("unknown function foo");
                });
    }

    @Test
    void aFailingServiceIsNotTheQuerysFault() {
        datadog.stubFor(post(TIMESERIES).willReturn(json(503, "{}")));

        List<QueryResult> results = reader.run(List.of(series("a", "avg:a{*}"), series("b", "avg:b{*}")));

        assertThat(results)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                QueryResult.Failed.class,
                                failed -> assertThat(failed.refused()).isFalse()));
        datadog.verify(4, postRequestedFor(anyUrl()));
    }

    @Test
    void readsNumbersAndTheirGroups() {
        datadog.stubFor(post(SCALAR).willReturn(json(200, """
                {"data":{"type":"scalar_response","attributes":{"columns":[
                  {"name":"task","type":"group","values":[["sync"],["purge"]]},
                  {"name":"query1","type":"number","values":[1524.0,null],
                   "meta":{"unit":[{"name":"task"},null]}}]}}}
                """)));

        QueryResult result = only(reader.run(List.of(scalar("top", "sum:t{*} by {task}.as_count()"))));

        assertThat(result).isInstanceOfSatisfying(QueryResult.Answered.class, answered -> {
            assertThat(answered.series()).hasSize(2);
            assertThat(answered.series().getFirst().group()).containsEntry("task", "sync");
            assertThat(answered.series().getFirst().unit()).isEqualTo(Unit.of("task"));
            assertThat(answered.series().getFirst().points()).containsExactly(new Point(HOUR.to(), 1524.0));
            assertThat(answered.series().get(1).points()).containsExactly(new Point(HOUR.to(), null));
        });
    }

    @Test
    void groupedNumbersTravelAlone() {
        datadog.stubFor(post(SCALAR).willReturn(json(200, "{\"data\":{\"attributes\":{\"columns\":[]}}}")));

        List<QueryResult> results = reader.run(List.of(
                scalar("a", "avg:a{*}"),
                scalar("b", "avg:b{*} by {env}"),
                scalar("c", "avg:c{*}"),
                scalar("d", "avg:d{*} by {pod}")));

        assertThat(results).allSatisfy(result -> assertThat(values(result)).isEmpty());
        datadog.verify(3, postRequestedFor(urlEqualTo(SCALAR)));
    }

    @Test
    void aNumberWithoutAnAggregatorIsNotSent() {
        QueryRequest request =
                new QueryRequest("n", Form.SCALAR, List.of(metric("query1", "avg:a{*}")), List.of(), HOUR);

        assertThat(only(reader.run(List.of(request)))).isInstanceOfSatisfying(QueryResult.Failed.class, failed -> {
            assertThat(failed.refused()).isTrue();
            assertThat(failed.reason()).contains("add aggregator");
        });
        datadog.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aFormulaCannotReachANeighboursQuery() {
        datadog.stubFor(post(TIMESERIES)
                .willReturn(json(200, "{\"data\":{\"attributes\":{\"series\":[],\"times\":[],\"values\":[]}}}")));
        QueryRequest stranger =
                new QueryRequest("s", Form.TIMESERIES, List.of(metric("a", "avg:a{*}")), List.of("a / q1_0"), HOUR);

        reader.run(List.of(stranger, series("b", "avg:b{*}"), series("c", "avg:c{*}")));

        datadog.verify(2, postRequestedFor(urlEqualTo(TIMESERIES)));
        datadog.verify(
                postRequestedFor(urlEqualTo(TIMESERIES)).withRequestBody(containing("\"formula\":\"a / q1_0\"")));
    }

    @Test
    void onlyLinesOfTheSameStepsShareAnAnswer() {
        datadog.stubFor(post(TIMESERIES)
                .willReturn(json(200, "{\"data\":{\"attributes\":{\"series\":[],\"times\":[],\"values\":[]}}}")));

        reader.run(List.of(
                series("a", "avg:a{*}.rollup(avg, 3600)"),
                series("b", "avg:b{*}"),
                series("c", "max:c{*}.rollup(avg, 3600)"),
                series("d", "avg:d{*}.rollup(avg, 60)")));

        datadog.verify(3, postRequestedFor(urlEqualTo(TIMESERIES)));
    }

    @Test
    void manyQueriesTakeAsManyCallsAsTheyNeed() {
        datadog.stubFor(post(TIMESERIES)
                .willReturn(json(200, "{\"data\":{\"attributes\":{\"series\":[],\"times\":[],\"values\":[]}}}")));
        List<QueryRequest> many = IntStream.range(0, 41)
                .mapToObj(at -> series("r" + at, "avg:m" + at + "{*}"))
                .toList();

        List<QueryResult> results = reader.run(many);

        assertThat(results)
                .hasSize(41)
                .allSatisfy(result -> assertThat(result).isInstanceOf(QueryResult.Answered.class));
        datadog.verify(3, postRequestedFor(urlEqualTo(TIMESERIES)));
    }

    @Test
    void sendsSpanQueriesAsTheyAre() {
        datadog.stubFor(post(SCALAR).willReturn(json(200, """
                {"data":{"attributes":{"columns":[{"name":"query1","type":"number","values":[7]}]}}}
                """)));
        ObjectNode spans = tree("""
                {"data_source":"spans","name":"query1","search":{"query":"service:warehouse-worker"},"indexes":["*"],
                 "compute":{"aggregation":"count"},"group_by":[]}
                """);

        QueryResult result =
                only(reader.run(List.of(new QueryRequest("s", Form.SCALAR, List.of(spans), List.of(), HOUR))));

        assertThat(values(result)).containsExactly("0: 7.0");
        datadog.verify(postRequestedFor(urlEqualTo(SCALAR))
                .withRequestBody(containing("\"search\":{\"query\":\"service:warehouse-worker\"}")));
    }

    @Test
    void anAnswerThatDoesNotFitItsQuestionFails() {
        datadog.stubFor(post(TIMESERIES).willReturn(json(200, """
                {"data":{"attributes":{"series":[{"query_index":5}],"times":[1],"values":[[1]]}}}
                """)));

        assertThat(only(reader.run(List.of(series("a", "avg:a{*}")))))
                .isInstanceOfSatisfying(QueryResult.Failed.class, failed -> {
                    assertThat(failed.refused()).isFalse();
                    assertThat(failed.reason()).contains("a series of formula 5 of 1");
                });
    }

    private static QueryRequest series(String id, String query) {
        ObjectNode asInABoard = metric("query1", query).put("aggregator", "avg");
        return new QueryRequest(id, Form.TIMESERIES, List.of(asInABoard), List.of(), HOUR);
    }

    private static QueryRequest scalar(String id, String query) {
        return new QueryRequest(
                id, Form.SCALAR, List.of(metric("query1", query).put("aggregator", "sum")), List.of(), HOUR);
    }

    private static ObjectNode metric(String name, String query) {
        return Json.object().put("data_source", "metrics").put("name", name).put("query", query);
    }

    private static QueryResult only(List<QueryResult> results) {
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private static List<String> values(QueryResult result) {
        assertThat(result).isInstanceOf(QueryResult.Answered.class);
        return ((QueryResult.Answered) result)
                .series().stream()
                        .map(line ->
                                line.formula() + ": " + line.points().getFirst().value())
                        .toList();
    }
}
