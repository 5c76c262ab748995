package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dashwright.tools.datadog.DoorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.sync.SourceException;
import dashwright.tools.datadog.PermissionCheck.State;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spans, dashboards, monitors, objectives and permissions. */
class SpansAndStatusTest {
    private static final String SPANS = "/api/v2/spans/analytics/aggregate";

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
    void groupsSpansByServiceOperationAndResource() {
        datadog.stubFor(post(SPANS).willReturn(json(200, """
                {"data":[
                  {"id":"1","type":"bucket","attributes":{"by":{"service":"web","operation_name":"http","resource_name":"GET /"},
                   "computes":{"c0":5}}},
                  {"id":"2","type":"bucket","attributes":{"by":{"service":"worker","operation_name":"celery.run",
                   "resource_name":"sync_file_to_cache"},"computes":{"c0":1524}}},
                  {"id":"3","type":"bucket","attributes":{"by":{"service":"worker"},"computes":{"c0":9}}}],
                 "meta":{"status":"done"}}
                """)));

        assertThat(reader.spans())
                .containsExactly(
                        new SpanGroup("worker", "celery.run", "sync_file_to_cache", 1524),
                        new SpanGroup("web", "http", "GET /", 5));
        assertThat(reader.notices()).isEmpty();
        datadog.verify(postRequestedFor(urlEqualTo(SPANS)).withRequestBody(equalToJson("""
                {"data":{"type":"aggregate_request","attributes":{
                  "compute":[{"aggregation":"count","type":"total"}],
                  "filter":{"from":"now-4h","to":"now","query":"*"},
                  "group_by":[
                    {"facet":"service","limit":25,"sort":{"type":"measure","aggregation":"count","order":"desc"}},
                    {"facet":"operation_name","limit":8,"sort":{"type":"measure","aggregation":"count","order":"desc"}},
                    {"facet":"resource_name","limit":50,"sort":{"type":"measure","aggregation":"count","order":"desc"}}]}}}
                """)));
    }

    @Test
    void spansThatMayNotBeReadNameThePermission() {
        datadog.stubFor(post(SPANS).willReturn(json(403, "{\"errors\":[\"Forbidden\"]}")));

        assertThatThrownBy(() -> reader.spans())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("needs the permission apm_read");
    }

    @Test
    void spansThatCannotBeReadNowAreAFailure() {
        datadog.stubFor(post(SPANS).willReturn(json(503, "{}")));

        assertThatThrownBy(() -> reader.spans()).isInstanceOf(SourceException.class);
    }

    @Test
    void keepsAThousandGroupsAndSaysWhenTheCountIsNotWhole() {
        String buckets = IntStream.range(0, 1_200)
                .mapToObj(at ->
                        "{\"attributes\":{\"by\":{\"service\":\"s\",\"operation_name\":\"o\",\"resource_name\":\"r" + at
                                + "\"},\"computes\":{\"c0\":" + at + "}}}")
                .collect(Collectors.joining(","));
        datadog.stubFor(
                post(SPANS).willReturn(json(200, "{\"data\":[" + buckets + "],\"meta\":{\"status\":\"timeout\"}}")));

        assertThat(reader.spans()).hasSize(1_000).first().returns("r1199", SpanGroup::resource);
        assertThat(reader.notices()).singleElement().asString().contains("did not finish", "timeout");
    }

    @Test
    void listsDashboardsPageByPage() {
        String page = IntStream.range(0, 100)
                .mapToObj(at -> "{\"id\":\"abc-" + at + "\",\"title\":\"Board " + at + "\"}")
                .collect(Collectors.joining(","));
        datadog.stubFor(get(urlPathEqualTo("/api/v1/dashboard"))
                .withQueryParam("start", equalTo("0"))
                .willReturn(json(200, "{\"dashboards\":[" + page + "]}")));
        datadog.stubFor(get(urlPathEqualTo("/api/v1/dashboard"))
                .withQueryParam("start", equalTo("100"))
                .willReturn(json(200, "{\"dashboards\":[{\"id\":\"last-one\"}]}")));

        assertThat(reader.dashboards()).hasSize(101);
        datadog.verify(
                2,
                getRequestedFor(urlPathEqualTo("/api/v1/dashboard"))
                        .withQueryParam("filter[deleted]", equalTo("false"))
                        .withQueryParam("count", equalTo("100")));
    }

    @Test
    void searchesMonitors() {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/monitor/search"))
                .withQueryParam("query", equalTo("metric:\"warehouse.task.failed\""))
                .withQueryParam("per_page", equalTo("5"))
                .willReturn(json(200, """
                {"monitors":[{"id":2699850,"name":"Sync {{task.name}} fails","status":"No Data","type":"query alert",
                  "query":"sum(last_5m):sum:warehouse.task.failed{*} > 5","metrics":["warehouse.task.failed"],
                  "tags":["team:pypi"],"last_triggered_ts":null}],"metadata":{"total_count":1}}
                """)));

        assertThat(reader.monitors("metric:\"warehouse.task.failed\"", 5))
                .singleElement()
                .satisfies(monitor -> {
                    assertThat(monitor.id()).isEqualTo(2699850);
                    assertThat(monitor.status()).isEqualTo("No Data");
                    assertThat(monitor.name()).isEqualTo("Sync {{task.name}} fails");
                });
    }

    @Test
    void searchesObjectivesAndKeepsUnknownUnknown() {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/slo/search")).willReturn(json(200, """
                {"data":{"type":"","attributes":{"slos":[
                  {"data":{"id":"abc","type":"slo","attributes":{"name":"Sync","all_tags":["env:prod"],
                    "status":{"state":"no_data","sli":null,"error_budget_remaining":null},
                    "thresholds":[{"target":99.5,"timeframe":"30d"}]}}}]}}}
                """)));

        assertThat(reader.objectives("sync", 10)).singleElement().satisfies(objective -> {
            assertThat(objective.state()).isEqualTo("no_data");
            assertThat(objective.indicator()).isNull();
            assertThat(objective.target()).isEqualTo(99.5);
            assertThat(objective.timeframe()).isEqualTo("30d");
        });
    }

    @Test
    void saysWhichPermissionIsMissingAndWhichIsNotKnown() {
        datadog.stubFor(any(anyUrl()).willReturn(json(200, "{\"valid\":true}")));
        datadog.stubFor(post(SPANS).willReturn(json(403, "{\"errors\":[\"Forbidden\"]}")));
        datadog.stubFor(get(urlPathEqualTo("/api/v1/slo/search")).willReturn(json(500, "{}")));

        assertThat(reader.checkPermissions())
                .extracting(PermissionCheck::permission, PermissionCheck::state)
                .containsExactly(
                        tuple("api_key", State.GRANTED),
                        tuple("metrics_read", State.GRANTED),
                        tuple("timeseries_query", State.GRANTED),
                        tuple("dashboards_read", State.GRANTED),
                        tuple("monitors_read", State.GRANTED),
                        tuple("slos_read", State.UNKNOWN),
                        tuple("apm_read", State.MISSING));
    }

    @Test
    void anInvalidApiKeyIsSaidToBeSo() {
        datadog.stubFor(any(anyUrl()).willReturn(json(403, "{\"errors\":[\"Forbidden\"]}")));

        assertThat(reader.checkPermissions()).first().satisfies(check -> {
            assertThat(check.state()).isEqualTo(State.MISSING);
            assertThat(check.message()).contains("GET /api/v1/validate", "Check DD_API_KEY");
        });
    }
}
