package dashwright.lab.datadog.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
    private final DatadogLab lab = DatadogLab.start(DatadogLab.Options.of(new TestWorld(), TestWorld.standingClock()));
    private final LabClient client = LabClient.withoutKeys(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private String clock(String body) {
        return client.post("/lab/clock", body).json().path("now").asText();
    }

    @Test
    void setsAndAdvancesTheClock() {
        assertThat(client.get("/lab/clock").json().path("now").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(clock("{\"set\": \"2026-01-01T00:00:00Z\"}")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(clock("{\"advance\": \"PT90M\"}")).isEqualTo("2026-01-01T01:30:00Z");
        assertThat(clock("{\"run\": false, \"advance\": \"-PT30M\"}")).isEqualTo("2026-01-01T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"set\": \"noon\"}", "{\"advance\": \"an hour\"}", "{\"run\": \"yes\"}", "[]", "nonsense"
            })
    void refusesABadClockAndLeavesItAlone(String body) {
        LabClient.Answer answer = client.post("/lab/clock", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isNotBlank();
        assertThat(client.get("/lab/clock").json().path("now").asText()).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void addsAndClearsFaults() {
        JsonNode faults = client.post(
                        "/lab/faults",
                        "{\"path\": \"/api/v1/.*\", \"method\": \"GET\", \"kind\": \"status\", \"status\": 502, \"times\": 2}")
                .json()
                .path("faults");
        assertThat(faults).hasSize(1);
        assertThat(client.get("/api/v1/validate").status()).isEqualTo(502);
        assertThat(client.get("/lab/faults")
                        .json()
                        .path("faults")
                        .path(0)
                        .path("times")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.send("DELETE", "/lab/faults", "").status()).isEqualTo(204);
        assertThat(client.get("/api/v1/validate").status()).isEqualTo(403);
        client.post("/lab/faults", "{\"kind\": \"latency\", \"delay\": \"PT0.01S\"}");
        client.post("/lab/faults", "{\"kind\": \"cut\"}");
        assertThat(client.get("/lab/faults").json().path("faults")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\": \"(\"}",
                "{\"status\": 200}",
                "{\"kind\": \"earthquake\"}",
                "{\"times\": 0}",
                "{\"kind\": \"latency\", \"delay\": \"long\"}"
            })
    void refusesABadFault(String body) {
        LabClient.Answer answer = client.post("/lab/faults", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains("A fault is");
        assertThat(client.get("/lab/faults").json().path("faults")).isEmpty();
    }

    @Test
    void tellsWhatWasReceived() {
        client.get("/api/v1/validate");
        client.post("/api/v2/series", "{\"series\": []}");
        JsonNode all = client.get("/lab/received").json().path("received");
        assertThat(all).hasSize(2);
        assertThat(all.path(1).path("method").asText()).isEqualTo("POST");
        assertThat(all.path(1).path("body").asText()).contains("series");
        assertThat(all.path(0).path("status").asInt()).isEqualTo(403);
        assertThat(client.get("/lab/received?path=series").json().path("received"))
                .hasSize(1);
        assertThat(client.get("/lab/received?service=slack").json().path("received"))
                .isEmpty();
        client.send("DELETE", "/lab/received", "");
        assertThat(client.get("/lab/received").json().path("received")).isEmpty();
    }

    @Test
    void describesTheWorld() {
        JsonNode world = client.get("/lab/world").json();
        assertThat(world.path("name").asText()).isEqualTo("test");
        assertThat(world.path("metrics").asInt()).isEqualTo(11);
        assertThat(world.path("spans").asInt()).isEqualTo(3);
    }
}
