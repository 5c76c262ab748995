package dashwright.lab.datadog.spans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    private final DatadogLab lab = DatadogLab.start(DatadogLab.Options.of(new TestWorld(), TestWorld.standingClock()));
    private final LabClient client = LabClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private LabClient.Answer aggregate(String attributes) {
        return client.post(
                "/api/v2/spans/analytics/aggregate",
                "{\"data\": {\"type\": \"aggregate_request\", \"attributes\": " + attributes.replace('\'', '"') + "}}");
    }

    private LabClient.Answer search(String attributes) {
        return client.post(
                "/api/v2/spans/events/search",
                "{\"data\": {\"type\": \"search_request\", \"attributes\": " + attributes.replace('\'', '"') + "}}");
    }

    private double count(String query) {
        return aggregate("{'filter': {'from': 'now-1h', 'query': '" + query.replace("\"", "\\\\\"") + "'}}")
                .json()
                .path("data")
                .path(0)
                .path("attributes")
                .path("computes")
                .path("c0")
                .asDouble();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "*|6840",
                "service:worker|840",
                "service:worker status:error|60",
                "service:worker -status:error|780",
                "service:worker AND NOT resource_name:tasks.copy|240",
                "service:w* operation_name:http.request|6000",
                "resource_name:tasks.copy OR resource_name:tasks.check|840",
                "(service:web OR resource_name:tasks.check) env:prod|6240",
                "copy|600",
                "@env:prod|6840",
                "env:staging|0"
            })
    void findsSpansByTheirFacets(String query, double expected) {
        assertThat(count(query)).isEqualTo(expected);
    }

    @Test
    void findsAQuotedResource() {
        LabClient.Answer answer = client.post("/api/v2/spans/analytics/aggregate", """
                {"data": {"type": "aggregate_request", "attributes": {"filter": {"from": "now-1h",
                  "query": "resource_name:\\"GET /\\""}, "compute": [{"aggregation": "count"}]}}}
                """);
        assertThat(answer.json()
                        .path("data")
                        .path(0)
                        .path("attributes")
                        .path("computes")
                        .path("c0")
                        .asDouble())
                .isEqualTo(6_000);
    }

    @Test
    void groupsAndComputes() {
        JsonNode body = aggregate("""
                {'filter': {'from': 'now-1h', 'to': 'now', 'query': 'service:worker'},
                 'compute': [{'aggregation': 'count'}, {'aggregation': 'pc95', 'metric': '@duration'},
                             {'aggregation': 'avg', 'metric': '@duration'},
                             {'aggregation': 'cardinality', 'metric': 'status'}],
                 'group_by': [{'facet': 'resource_name', 'limit': 10}]}
                """).json();
        assertThat(body.path("meta").path("status").asText()).isEqualTo("done");
        assertThat(body.path("data")).hasSize(2);
        JsonNode first = body.path("data").path(0).path("attributes");
        assertThat(first.path("by").path("resource_name").asText()).isEqualTo("tasks.copy");
        assertThat(first.path("computes").path("c0").asDouble()).isEqualTo(600);
        assertThat(first.path("computes").path("c1").asDouble()).isBetween(300e6, 400e6);
        assertThat(first.path("computes").path("c2").asDouble()).isEqualTo(200e6);
        assertThat(first.path("computes").path("c3").asDouble()).isEqualTo(2);
        assertThat(body.path("data")
                        .path(1)
                        .path("attributes")
                        .path("computes")
                        .path("c3")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void limitsAndOrdersGroups() {
        JsonNode data = aggregate("""
                {'filter': {'from': 'now-1h'}, 'compute': [{'aggregation': 'count'}],
                 'group_by': [{'facet': 'resource_name', 'limit': 1, 'sort': {'order': 'asc'}}]}
                """).json().path("data");
        assertThat(data).hasSize(1);
        assertThat(data.path(0)
                        .path("attributes")
                        .path("by")
                        .path("resource_name")
                        .asText())
                .isEqualTo("tasks.check");
    }

    @Test
    void computesOverTime() {
        JsonNode points = aggregate("""
                {'filter': {'from': 'now-30m', 'query': 'service:web'},
                 'compute': [{'aggregation': 'count', 'type': 'timeseries', 'interval': '10m'}]}
                """)
                .json()
                .path("data")
                .path(0)
                .path("attributes")
                .path("computes")
                .path("c0");
        assertThat(points).hasSize(3);
        assertThat(points.path(0).path("time").asText()).isEqualTo("2026-03-02T11:30:00Z");
        assertThat(points.path(0).path("value").asDouble()).isEqualTo(1_000);
    }

    @Test
    void leavesOutGroupsWithoutTheFacetAndWithoutSpans() {
        assertThat(aggregate("{'group_by': [{'facet': 'host'}]}").json().path("data"))
                .isEmpty();
        assertThat(aggregate("{'filter': {'query': 'env:staging'}, 'group_by': [{'facet': 'service'}]}")
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void listsTheSameSpansPageByPage() {
        Set<String> ids = new LinkedHashSet<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonNode body = search("{'filter': {'from': 'now-15m', 'query': 'service:worker'},"
                            + " 'page': {'limit': 20, 'cursor': '" + cursor + "'}}")
                    .json();
            assertThat(body.path("data")).hasSize(20);
            body.path("data").forEach(span -> {
                ids.add(span.path("id").asText());
                times.add(span.path("attributes").path("start_timestamp").asText());
                assertThat(span.path("attributes").path("service").asText()).isEqualTo("worker");
            });
            cursor = body.path("meta").path("page").path("after").asText();
        }
        assertThat(ids).hasSize(60);
        List<Instant> instants = times.stream().map(Instant::parse).toList();
        assertThat(instants).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(instants.getFirst()).isBefore(TestWorld.NOON.plusSeconds(1));
    }

    @Test
    void listsSpansInEitherOrderAndEnds() {
        JsonNode body = search("{'filter': {'from': 'now-2m', 'query': 'resource_name:tasks.check'},"
                        + " 'page': {'limit': 100}, 'sort': 'timestamp'}")
                .json();
        assertThat(body.path("data")).hasSizeBetween(6, 10);
        assertThat(body.path("meta").has("page")).isFalse();
        JsonNode span = body.path("data").path(0).path("attributes");
        assertThat(span.path("resource_name").asText()).isEqualTo("tasks.check");
        assertThat(span.path("env").asText()).isEqualTo("prod");
        assertThat(span.path("custom").path("duration").asLong()).isBetween(10_000_000L, 250_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'filter': {'query': 'service:a OR'}}|it ends too early",
                "{'filter': {'query': 'service:a )'}}|is one too many",
                "{'filter': {'query': 'AND a'}}|stands where a term should",
                "{'filter': {'query': '@duration:>1s'}}|does not know ranges",
                "{'filter': {'from': 'yesterday'}}|not 'yesterday'",
                "{'filter': {'from': 'now', 'to': 'now-1h'}}|must lie before",
                "{'compute': [{'aggregation': 'p95'}]}|unknown aggregation 'p95'",
                "{'compute': [{'aggregation': 'avg', 'metric': '@size'}]}|the only measure",
                "{'compute': [{'aggregation': 'cardinality'}]}|cardinality needs a 'metric'",
                "{'compute': [{'aggregation': 'count', 'type': 'timeseries', 'interval': 'often'}]}|an interval is as '5m'",
                "{'group_by': [{}]}|'facet' is a required property",
                "[]|data.attributes is required"
            })
    void refusesABadAggregationWithDetails(String attributes, String detail) {
        LabClient.Answer answer = aggregate(attributes);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("detail").asText()).contains(detail);
        assertThat(answer.json().path("errors").path(0).path("title").asText()).isNotEmpty();
    }

    @Test
    void refusesABadSearchWithDetails() {
        assertThat(search("{'page': {'limit': 1001}}").status()).isEqualTo(422);
        assertThat(search("{'page': {'cursor': 'x!'}}").status()).isEqualTo(422);
    }
}
