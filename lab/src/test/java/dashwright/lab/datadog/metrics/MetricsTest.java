package dashwright.lab.datadog.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.LabClock;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
    private static final long NOW = TestWorld.NOON.getEpochSecond();
    private static final List<String> LIVE = List.of(
            "clock.minutes",
            "hits",
            "queue.size",
            "queue.total",
            "request.time",
            "task.done",
            "task.failed",
            "task.run");

    private final LabClock clock = TestWorld.standingClock();
    private final DatadogLab lab =
            DatadogLab.start(DatadogLab.Options.of(new TestWorld(), clock).withoutLimits());
    private final LabClient client = LabClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node ->
                texts.add(node.isTextual() ? node.asText() : node.path("id").asText()));
        return texts;
    }

    private List<String> listed(String query) {
        return texts(client.get("/api/v2/metrics" + query).json().path("data"));
    }

    @Test
    void listsActiveMetricsSinceATime() {
        assertThat(texts(client.get("/api/v1/metrics?from=" + (NOW - 3_600))
                        .json()
                        .path("metrics")))
                .isEqualTo(LIVE);
        assertThat(texts(client.get("/api/v1/metrics?from=" + (NOW - 3 * 86_400))
                        .json()
                        .path("metrics")))
                .contains("quiet.errors")
                .doesNotContain("gone.metric", "never.sent");
        assertThat(client.get("/api/v1/metrics?from=" + NOW).json().path("from").asText())
                .isEqualTo(Long.toString(NOW));
    }

    @Test
    void listsActiveMetricsOfAHostOrTag() {
        String since = "/api/v1/metrics?from=" + (NOW - 3_600);
        assertThat(texts(client.get(since + "&host=b").json().path("metrics"))).containsExactly("queue.size");
        assertThat(texts(client.get(since + "&tag_filter=task:co* AND NOT env:prod")
                        .json()
                        .path("metrics")))
                .containsExactly("task.done", "task.failed", "task.run");
        assertThat(client.get(since + "&host=b&tag_filter=env:prod").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/metrics").error()).contains("'from' is required");
    }

    @Test
    void listsMetricsByWindow() {
        assertThat(listed("")).isEqualTo(LIVE);
        assertThat(listed("?window[seconds]=2592000")).contains("quiet.errors").doesNotContain("gone.metric");
        assertThat(client.get("/api/v2/metrics?window[seconds]=2592001").status())
                .isEqualTo(400);
    }

    @Test
    void listsASilentMetricAgainWhenTheClockIsSetBack() {
        assertThat(listed("?window[seconds]=3600")).doesNotContain("quiet.errors");
        clock.set(TestWorld.NOON.minus(Duration.ofDays(3)));
        assertThat(listed("?window[seconds]=3600")).contains("quiet.errors");
        clock.set(TestWorld.NOON);
        assertThat(listed("?window[seconds]=3600")).doesNotContain("quiet.errors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter[metric_type]=distribution|request.time task.run",
                "filter[include_percentiles]=true|request.time",
                "filter[include_percentiles]=false|task.run",
                "filter[tags_configured]=host|request.time",
                "filter[configured]=true|request.time",
                "filter[tags]=host:b|queue.size",
                "filter[tags]=env:prod AND host:a|queue.size request.time"
            })
    void filtersMetrics(String filter, String expected) {
        assertThat(listed("?" + filter)).containsExactly(expected.split(" "));
    }

    @Test
    void listsAConfiguredMetricWithItsConfiguration() {
        JsonNode entry = client.get("/api/v2/metrics?filter[configured]=true")
                .json()
                .path("data")
                .path(0);
        assertThat(entry.path("type").asText()).isEqualTo("manage_tags");
        assertThat(entry.path("attributes").path("include_percentiles").asBoolean())
                .isTrue();
        assertThat(texts(entry.path("attributes").path("tags"))).containsExactly("env", "host");
    }

    @Test
    void listsWhatWasQueried() {
        client.get("/api/v1/query?from=1&to=2&query=avg:queue.size{*} by {host}");
        assertThat(listed("?filter[queried]=true")).containsExactly("queue.size");
        assertThat(listed("?filter[queried]=false"))
                .doesNotContain("queue.size")
                .contains("hits");
        clock.advance(Duration.ofHours(2));
        assertThat(listed("?filter[queried]=true&filter[queried][window][seconds]=3600"))
                .isEmpty();
    }

    @Test
    void endsPagesWithAnEmptyOneWithoutMeta() {
        JsonNode first = client.get("/api/v2/metrics?page[size]=5").json();
        assertThat(texts(first.path("data"))).isEqualTo(LIVE.subList(0, 5));
        JsonNode pagination = first.path("meta").path("pagination");
        assertThat(pagination.path("limit").asInt()).isEqualTo(5);
        assertThat(pagination.path("type").asText()).isEqualTo("cursor_limit");
        JsonNode second = page(pagination);
        assertThat(texts(second.path("data"))).isEqualTo(LIVE.subList(5, 8));
        JsonNode end = page(second.path("meta").path("pagination"));
        assertThat(end.toString()).isEqualTo("{\"data\":[]}");
    }

    private JsonNode page(JsonNode pagination) {
        String cursor = pagination.path("next_cursor").asText();
        return client.get("/api/v2/metrics?page[size]=5&page[cursor]=" + cursor).json();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page[size]=0",
                "page[size]=10001",
                "page[size]=many",
                "page[cursor]=%00",
                "filter[metric_type]=gauge",
                "filter[queried]=maybe",
                "filter[tags]=env:("
            })
    void refusesABadList(String query) {
        LabClient.Answer answer = client.get("/api/v2/metrics?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isNotBlank();
    }

    @Test
    void describesAMetric() {
        JsonNode metadata = client.get("/api/v1/metrics/request.time").json();
        assertThat(metadata.path("type").asText()).isEqualTo("distribution");
        assertThat(metadata.path("unit").asText()).isEqualTo("millisecond");
        assertThat(metadata.path("per_unit").isNull()).isTrue();
        assertThat(metadata.path("description").asText()).isEqualTo("Time of a request.");
        assertThat(metadata.path("integration").asText()).isEqualTo("web");
        LabClient.Answer missing = client.get("/api/v1/metrics/no.such");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.error()).isEqualTo("Metric no.such not found");
    }

    @Test
    void listsTags() {
        JsonNode data = client.get("/api/v2/metrics/queue.size/all-tags").json().path("data");
        assertThat(data.path("id").asText()).isEqualTo("queue.size");
        assertThat(texts(data.path("attributes").path("tags")))
                .containsExactly("env:prod", "env:staging", "host:a", "host:b", "host:c");
        assertThat(tags("filter[match]=env")).containsExactly("env:prod", "env:staging");
        assertThat(tags("filter[tags]=env:staging")).containsExactly("env:staging", "host:c");
        assertThat(tags("filter[include_tag_values]=false")).containsExactly("env", "host");
        assertThat(tags("page[limit]=1")).containsExactly("env:prod");
        assertThat(client.get("/api/v2/metrics/queue.size/all-tags?window[seconds]=3600")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/api/v2/metrics/no.such/all-tags").status()).isEqualTo(404);
    }

    private List<String> tags(String query) {
        JsonNode data = client.get("/api/v2/metrics/queue.size/all-tags?" + query)
                .json()
                .path("data");
        return texts(data.path("attributes").path("tags"));
    }

    @Test
    void listsTheTagsOfASilentMetricOnlyInAWindowThatSawIt() {
        String path = "/api/v2/metrics/quiet.errors/all-tags";
        assertThat(client.get(path).json().path("data").path("attributes").path("tags"))
                .isEmpty();
        assertThat(client.get(path + "?window[seconds]=604800")
                        .json()
                        .path("data")
                        .path("attributes")
                        .path("tags"))
                .hasSize(1);
    }

    @Test
    void tellsHowAMetricIsQueried() {
        client.get("/api/v1/query?from=1&to=2&query=max:queue.size{env:prod} by {host}");
        JsonNode attributes = client.get("/api/v2/metrics/queue.size/active-configurations")
                .json()
                .path("data")
                .path("attributes");
        assertThat(texts(attributes.path("active_tags"))).containsExactly("env", "host");
        assertThat(attributes.path("active_aggregations").path(0).path("space").asText())
                .isEqualTo("max");
    }

    @Test
    void tellsConfigurationsCardinalitiesVolumesAndEstimates() {
        assertThat(client.get("/api/v2/metrics/queue.size/tags").status()).isEqualTo(404);
        assertThat(client.get("/api/v2/metrics/request.time/tags")
                        .json()
                        .path("data")
                        .path("type")
                        .asText())
                .isEqualTo("manage_tags");
        JsonNode cardinalities =
                client.get("/api/v2/metrics/queue.size/tag-cardinalities").json();
        assertThat(cardinalities.path("data").path(1).path("id").asText()).isEqualTo("host");
        assertThat(cardinalities
                        .path("data")
                        .path(1)
                        .path("attributes")
                        .path("cardinality_delta")
                        .asInt())
                .isEqualTo(3);
        assertThat(cardinalities.path("meta").path("metric_name").asText()).isEqualTo("queue.size");
        JsonNode volumes =
                client.get("/api/v2/metrics/queue.size/volumes").json().path("data");
        assertThat(volumes.path("attributes").path("distinct_volume").asInt()).isEqualTo(3);
        JsonNode estimate = client.get("/api/v2/metrics/queue.size/estimate?filter[groups]=env")
                .json()
                .path("data");
        assertThat(estimate.path("attributes").path("estimated_output_series").asInt())
                .isEqualTo(2);
        assertThat(estimate.path("attributes").path("estimate_type").asText()).isEqualTo("count_or_gauge");
    }

    private static final String POINTS = """
            {"series": [{"metric": "my.new.metric", "type": 3, "unit": "byte", "tags": ["env:prod", "lonely"],
              "resources": [{"type": "host", "name": "h1"}],
              "points": [{"timestamp": %d, "value": 41}, {"timestamp": %d, "value": 42}]}]}
            """.formatted(NOW - 120, NOW - 60);

    @Test
    void answersWhatWasSubmitted() {
        LabClient.Answer accepted = client.post("/api/v2/series", POINTS);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("errors")).isEmpty();
        assertThat(listed("?filter[tags]=host:h1")).containsExactly("my.new.metric");
        assertThat(client.get("/api/v1/metrics/my.new.metric")
                        .json()
                        .path("unit")
                        .asText())
                .isEqualTo("byte");
        JsonNode tags = client.get("/api/v2/metrics/my.new.metric/all-tags")
                .json()
                .path("data")
                .path("attributes");
        assertThat(texts(tags.path("tags"))).containsExactly("env:prod", "host:h1", "lonely");
        JsonNode series = client.get(
                        "/api/v1/query?from=" + (NOW - 3_600) + "&to=" + NOW + "&query=max:my.new.metric{lonely}")
                .json()
                .path("series");
        assertThat(series.path(0).path("pointlist")).hasSize(2);
        assertThat(series.path(0).path("pointlist").path(1).path(1).asDouble()).isEqualTo(42);
        assertThat(series.path(0).path("unit").path(0).path("name").asText()).isEqualTo("byte");
    }

    @Test
    void laysSubmittedPointsOverTheWorld() {
        client.post("/api/v2/series", """
                {"series": [{"metric": "queue.size", "type": 3, "tags": ["host:a", "env:prod"],
                  "points": [{"timestamp": %d, "value": 999}]}]}
                """.formatted(NOW - 60));
        String query = "/api/v1/query?from=" + (NOW - 180) + "&to=" + NOW + "&query=max:queue.size{host:a}";
        JsonNode points = client.get(query).json().path("series").path(0).path("pointlist");
        assertThat(points).hasSize(3);
        assertThat(points.path(1).path(1).asDouble()).isEqualTo(10);
        assertThat(points.path(2).path(1).asDouble()).isEqualTo(999);
    }

    @Test
    void addsUpSubmittedCounts() {
        String count = """
                {"series": [{"metric": "my.count", "type": 1, "points": [{"timestamp": %d, "value": 5}]}]}
                """.formatted(NOW - 60);
        client.post("/api/v2/series", count);
        client.post("/api/v2/series", count);
        String query = "/api/v1/query?from=" + (NOW - 180) + "&to=" + NOW + "&query=sum:my.count{*}.as_count()";
        assertThat(client.get(query)
                        .json()
                        .path("series")
                        .path(0)
                        .path("pointlist")
                        .path(0)
                        .path(1)
                        .asDouble())
                .isEqualTo(10);
    }

    @Test
    void unfoldsCompressedPoints() throws IOException {
        byte[] plain = POINTS.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        assertThat(client.with("Content-Encoding", "gzip")
                        .exchange("POST", "/api/v2/series", gzip.toByteArray())
                        .status())
                .isEqualTo(202);
        ByteArrayOutputStream deflate = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflate)) {
            out.write(plain);
        }
        assertThat(client.with("Content-Encoding", "deflate")
                        .exchange("POST", "/api/v2/series", deflate.toByteArray())
                        .status())
                .isEqualTo(202);
        LabClient.Answer broken = client.with("Content-Encoding", "deflate").post("/api/v2/series", "{}");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(client.with("Content-Encoding", "br")
                        .post("/api/v2/series", "{}")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}|'series' must be an array",
                "nonsense|The body is no JSON",
                "{\"series\":[{\"metric\":\"1bad\",\"points\":[]}]}|Invalid metric name '1bad'",
                "{\"series\":[{\"metric\":\"a\",\"type\":9,\"points\":[]}]}|Invalid type 9",
                "{\"series\":[{\"metric\":\"a\",\"points\":[{\"timestamp\":1}]}]}|needs a numeric timestamp and value",
                "{\"series\":[{\"metric\":\"a\"}]}|'points' of a must be an array"
            })
    void refusesBadPoints(String body, String error) {
        LabClient.Answer answer = client.post("/api/v2/series", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(error);
    }
}
