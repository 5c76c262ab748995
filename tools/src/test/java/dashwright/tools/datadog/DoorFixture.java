package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.tools.Secret;
import java.time.Duration;

/** What the door's tests share: settings for a server on this machine, answers, a clock. */
final class DoorFixture {
    static final String API_KEY = "0123456789abcdef0123456789abcdef";
    static final String APP_KEY = "fedcba9876543210fedcba9876543210fedcba98";

    private DoorFixture() {}

    static WireMockExtension server() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().dynamicPort())
                .build();
    }

    static DatadogSettings settings(WireMockExtension server) {
        return DatadogSettings.forUrl(server.baseUrl(), Secret.of(API_KEY), Secret.of(APP_KEY));
    }

    /** Settings whose waiting for one answer is short enough for a test. */
    static DatadogSettings impatient(WireMockExtension server) {
        return settings(server)
                .with(new DatadogSettings.Timeouts(
                        Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(45)));
    }

    static DatadogReader reader(WireMockExtension server, FakeTime time) {
        return new DatadogReader(settings(server), time, time, line -> {});
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
