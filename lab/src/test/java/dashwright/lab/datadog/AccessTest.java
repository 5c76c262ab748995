package dashwright.lab.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.Received;
import dashwright.lab.datadog.access.Keys;
import dashwright.lab.datadog.access.Limit;
import dashwright.lab.datadog.access.RateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final LabClock clock = TestWorld.standingClock();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final DatadogLab.Options options =
            DatadogLab.Options.of(new TestWorld(), clock).sharing(faults, journal);
    private final Keys keys =
            new Keys(Set.of("api"), Map.of("app", Set.of(Keys.EVERYTHING), "reader", Set.of("metrics_read")));
    private final DatadogLab lab =
            DatadogLab.start(options.withKeys(keys).withLimit(RateLimits.METRIC_RETRIEVAL, Limit.hourly(2)));
    private final LabClient client = LabClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void refusesACallWithoutKeysInDatadogsWords() {
        LabClient.Answer answer = LabClient.withoutKeys(lab).get("/api/v1/validate");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("Forbidden");
        assertThat(answer.json().path("code").asInt()).isEqualTo(403);
    }

    @Test
    void refusesAWrongKey() {
        LabClient wrong = LabClient.withoutKeys(lab).with("DD-API-KEY", "other");
        assertThat(wrong.get("/api/v1/validate").status()).isEqualTo(403);
        LabClient onlyApiKey = LabClient.withoutKeys(lab).with("DD-API-KEY", "api");
        assertThat(onlyApiKey.get("/api/v1/validate").json().path("valid").asBoolean())
                .isTrue();
        assertThat(onlyApiKey.get("/api/v1/metrics?from=0").status()).isEqualTo(403);
    }

    @Test
    void refusesAnApplicationKeyThatLacksThePermission() {
        LabClient reader = LabClient.withoutKeys(lab).with("DD-API-KEY", "api").with("DD-APPLICATION-KEY", "reader");
        assertThat(reader.get("/api/v1/metrics?from=0").status()).isEqualTo(200);
        LabClient.Answer refused = reader.get("/api/v1/query?from=1&to=2&query=avg:queue.size{*}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("errors").path(1).asText()).contains("permission");
    }

    @Test
    void countsCallsByTheHourAndSaysWhereTheCallerStands() {
        LabClient.Answer first = client.get("/api/v1/metrics?from=0");
        assertThat(first.header("x-ratelimit-limit")).isEqualTo("2");
        assertThat(first.header("x-ratelimit-remaining")).isEqualTo("1");
        assertThat(first.header("x-ratelimit-period")).isEqualTo("3600");
        assertThat(first.header("x-ratelimit-reset")).isEqualTo("3600");
        assertThat(first.header("x-ratelimit-name")).isEqualTo(RateLimits.METRIC_RETRIEVAL);
        assertThat(client.get("/api/v2/metrics").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(59));
        LabClient.Answer third = client.get("/api/v2/metrics");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("x-ratelimit-remaining")).isEqualTo("0");
        assertThat(third.header("x-ratelimit-reset")).isEqualTo("60");
        clock.advance(Duration.ofMinutes(1));
        assertThat(client.get("/api/v2/metrics").status()).isEqualTo(200);
    }

    @Test
    void limitsNothingElseMeanwhile() {
        client.get("/api/v1/metrics?from=0");
        client.get("/api/v1/metrics?from=0");
        LabClient.Answer query = client.get("/api/v1/query?from=1&to=2&query=avg:queue.size{*}");
        assertThat(query.status()).isEqualTo(200);
        assertThat(query.header("x-ratelimit-limit")).isEqualTo("1600");
        assertThat(query.header("x-ratelimit-remaining")).isEqualTo("1599");
    }

    @Test
    void failsAsTold() {
        faults.add(Fault.status("/api/v1/validate", 503, 1));
        assertThat(client.get("/api/v1/validate").status()).isEqualTo(503);
        assertThat(client.get("/api/v1/validate").status()).isEqualTo(200);
        faults.add(Fault.status("/api/.*", 429, 1));
        assertThat(client.get("/api/v1/validate").header("x-ratelimit-reset")).isEqualTo("1");
    }

    @Test
    void holdsAnswersBackAsTold() {
        faults.add(Fault.latency("/api/v1/validate", Duration.ofMillis(300), 1));
        long start = System.nanoTime();
        assertThat(client.get("/api/v1/validate").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void cutsConnectionsAsTold() {
        faults.add(Fault.cut("/api/v1/validate", 1));
        assertThatThrownBy(() -> client.exchange("GET", "/api/v1/validate", new byte[0]))
                .isInstanceOf(IOException.class);
        assertThat(journal.entries()).last().extracting(Received::status).isEqualTo(0);
    }

    @Test
    void losesAnswersToWhatTookEffect() {
        String board = "{\"title\": \"Lost\", \"layout_type\": \"ordered\", \"widgets\": []}";
        faults.add(Fault.lost("/api/v1/dashboard", 1).onlyFor("POST"));
        assertThatThrownBy(() -> client.exchange("POST", "/api/v1/dashboard", board.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThat(journal.entries()).last().extracting(Received::status).isEqualTo(0);
        assertThat(client.get("/api/v1/dashboard").json().findValuesAsText("title"))
                .contains("Lost");
    }

    @Test
    void notesEveryRequestButThoseOfTheLabItself() {
        client.get("/lab/clock");
        client.get("/api/v1/query?from=1&to=2&query=nonsense");
        assertThat(journal.entries()).hasSize(1);
        Received received = journal.entries().getFirst();
        assertThat(received.path()).isEqualTo("/api/v1/query?from=1&query=nonsense&to=2");
        assertThat(received.status()).isEqualTo(400);
        assertThat(received.at()).isEqualTo(TestWorld.NOON);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(client.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/nothing").error()).isEqualTo("Not Found");
        assertThat(client.send("DELETE", "/api/v1/validate", "").status()).isEqualTo(405);
    }

    @Test
    void saysThatAPortIsTaken() {
        int taken = lab.url().getPort();
        assertThatThrownBy(() -> DatadogLab.start(options.onPort(taken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot listen on port " + taken)
                .hasMessageContaining("Choose another port");
    }
}
