package dashwright.lab.datadog.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorsTest {
    private final DatadogLab lab = DatadogLab.start(DatadogLab.Options.of(new TestWorld(), TestWorld.standingClock()));
    private final LabClient client = LabClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private List<Integer> found(String query) {
        List<Integer> ids = new ArrayList<>();
        client.get("/api/v1/monitor/search?query=" + query)
                .json()
                .path("monitors")
                .forEach(each -> ids.add(each.path("id").asInt()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "none",
            value = {
                "|11 12",
                "queue|11",
                "status:alert|12",
                "-status:alert|11",
                "tag:\"service:worker\" type:query|11 12",
                "team:sync|11",
                "metric:task.failed|12",
                "queue status:alert|none"
            })
    void searchesMonitors(String query, String expected) {
        List<Integer> ids = new ArrayList<>();
        for (String id : expected == null ? new String[0] : expected.split(" ")) {
            ids.add(Integer.valueOf(id));
        }
        assertThat(found(query == null ? "" : query)).isEqualTo(ids);
    }

    @Test
    void pagesAndCountsMonitors() {
        JsonNode body = client.get("/api/v1/monitor/search?per_page=1&page=1&sort=name,desc")
                .json();
        assertThat(body.path("monitors")).hasSize(1);
        JsonNode monitor = body.path("monitors").path(0);
        assertThat(monitor.path("id").asInt()).isEqualTo(11);
        assertThat(monitor.path("status").asText()).isEqualTo("OK");
        assertThat(monitor.path("metrics").path(0).asText()).isEqualTo("queue.size");
        assertThat(monitor.path("classification").asText()).isEqualTo("metric");
        assertThat(body.path("metadata").path("total_count").asInt()).isEqualTo(2);
        assertThat(body.path("counts").path("status").toString()).contains("{\"name\":\"Alert\",\"count\":1}");
        assertThat(client.get("/api/v1/monitor/search?sort=age").status()).isEqualTo(400);
    }

    @Test
    void validatesAndCreatesMonitors() {
        String good =
                "{\"type\": \"query alert\", \"name\": \"New\", \"query\": \"avg(last_5m):avg:queue.size{*} by {host} > 5\"}";
        assertThat(client.post("/api/v1/monitor/validate", good).json()).isEmpty();
        assertThat(found("")).hasSize(2);
        JsonNode created = client.post("/api/v1/monitor", good).json();
        assertThat(created.path("id").asInt()).isGreaterThan(12);
        assertThat(created.path("overall_state").asText()).isEqualTo("No Data");
        assertThat(created.path("multi").asBoolean()).isTrue();
        assertThat(client.get("/api/v1/monitor/" + created.path("id").asText()).json())
                .isEqualTo(created);
        assertThat(client.get("/api/v1/monitor").json()).hasSize(3);
        assertThat(client.get("/api/v1/monitor/999999").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"type\": \"query alert\", \"query\": \"avg:queue.size{*}\"}|parameter 'query' is invalid",
                "{\"type\": \"query alert\", \"query\": \"avg(last_5m):avg:queue.size > 5\"}|parameter 'query' is invalid",
                "{\"type\": \"query alert\"}|parameter 'query' is invalid",
                "{\"type\": \"guess\", \"query\": \"x\"}|parameter 'type' is invalid"
            })
    void refusesABadMonitor(String body, String error) {
        assertThat(client.post("/api/v1/monitor/validate", body).error()).contains(error);
        assertThat(client.post("/api/v1/monitor", body).status()).isEqualTo(400);
    }

    @Test
    void searchesObjectives() {
        JsonNode body = client.get("/api/v1/slo/search?query=tasks").json();
        JsonNode attributes = body.path("data")
                .path("attributes")
                .path("slos")
                .path(0)
                .path("data")
                .path("attributes");
        assertThat(attributes.path("name").asText()).isEqualTo("Tasks succeed");
        assertThat(attributes.path("thresholds").path(0).path("target").asDouble())
                .isEqualTo(99);
        assertThat(attributes.path("query").path("numerator").asText()).contains("task.done");
        assertThat(body.path("meta").path("pagination").path("total").asInt()).isEqualTo(1);
        assertThat(client.get("/api/v1/slo/search?query=nothing")
                        .json()
                        .path("data")
                        .path("attributes")
                        .path("slos"))
                .isEmpty();
    }
}
