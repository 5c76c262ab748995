package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dashwright.tools.datadog.DoorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.tools.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a reading can go wrong. */
class ReadFailureTest {
    private static final String BOARD = "{\"id\":\"abc-def-ghi\",\"title\":\"Sync\",\"widgets\":[]}";

    @RegisterExtension
    static final WireMockExtension datadog = DoorFixture.server();

    private final FakeTime time = new FakeTime();
    private final List<String> said = new ArrayList<>();
    private DatadogReader reader;

    @BeforeEach
    void connect() {
        reader = new DatadogReader(DoorFixture.settings(datadog), time, time, said::add);
    }

    @AfterEach
    void disconnect() {
        reader.close();
    }

    @Test
    void sendsBothKeysAndReadsTheTree() {
        always(json(200, "{\"id\":\"abc-def-ghi\",\"widgets\":[],\"tabs\":[{\"unheard\":\"of\"}]}"));

        assertThat(reader.dashboard("abc-def-ghi").at("/tabs/0/unheard").asText())
                .isEqualTo("of");
        datadog.verify(getRequestedFor(anyUrl())
                .withHeader("DD-API-KEY", equalTo(DoorFixture.API_KEY))
                .withHeader("DD-APPLICATION-KEY", equalTo(DoorFixture.APP_KEY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-ratelimit-reset", "X-RateLimit-Reset"})
    void waitsForABudgetThatReturnsSoon(String header) {
        first(json(429, "{\"errors\":[\"Rate limit exceeded\"]}").withHeader(header, "3"), json(200, BOARD));

        assertThat(reader.dashboard("abc-def-ghi").path("title").asText()).isEqualTo("Sync");
        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_300)));
        assertThat(said)
                .as("before the wait")
                .containsExactly("Datadog's budget of calls is used up; waiting for it until 12:00:03 UTC");
    }

    @Test
    void doesNotWaitForABudgetThatReturnsLate() {
        always(json(429, "{\"errors\":[\"Rate limit exceeded\"]}")
                .withHeader("x-ratelimit-reset", "1695")
                .withHeader("x-ratelimit-name", "dashboard_read"));

        var limited = catchThrowableOfType(DatadogException.RateLimited.class, () -> reader.dashboard("abc-def-ghi"));

        assertThat(limited)
                .hasMessageContainingAll("GET /api/v1/dashboard/abc-def-ghi", "429", "dashboard_read", "12:28:15");
        assertThat(limited.resetAt()).isEqualTo(FakeTime.START.plusSeconds(1695));
        assertThat(time.sleeps()).isEmpty();
        assertThat(said).as("nobody waits").isEmpty();
        datadog.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aForbiddenReadingNamesThePermission() {
        always(json(403, "{\"status\":\"error\",\"code\":403,\"errors\":[\"Forbidden\"]}"));

        var forbidden = catchThrowableOfType(DatadogException.Forbidden.class, () -> reader.dashboard("abc-def-ghi"));

        assertThat(forbidden).hasMessageContainingAll("403", "Forbidden", "dashboards_read", "DD_APP_KEY");
        assertThat(forbidden.permission()).isEqualTo("dashboards_read");
        datadog.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aMissingThingIsNotFoundAndNotAskedForAgain() {
        always(json(404, "{\"errors\":[\"Dashboard with ID abc-def-ghi not found\"]}"));

        assertThatThrownBy(() -> reader.dashboard("abc-def-ghi"))
                .isInstanceOf(DatadogException.NotFound.class)
                .hasMessageContaining("Dashboard with ID abc-def-ghi not found");
        datadog.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void readsErrorsThatAreObjects() {
        always(json(422, "{\"errors\":[{\"title\":\"Invalid query\",\"detail\":\"unexpected token\"}]}"));

        var refused = catchThrowableOfType(DatadogException.Refused.class, () -> reader.dashboard("abc-def-ghi"));

        assertThat(refused.words()).isEqualTo("Invalid query: unexpected token");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void triesAgainAfterAServerError() {
        first(json(500, "{\"errors\":[\"Internal error\"]}"), json(200, BOARD));

        assertThat(reader.dashboard("abc-def-ghi").path("title").asText()).isEqualTo("Sync");
        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofMillis(125), Duration.ofMillis(375)));
    }

    @Test
    void givesUpOnAServerThatKeepsFailing() {
        always(aResponse().withStatus(502).withBody("<html><head><title>502 Bad Gateway</title></head></html>"));

        assertThatThrownBy(() -> reader.dashboard("abc-def-ghi"))
                .isInstanceOf(DatadogException.Unavailable.class)
                .hasMessageContainingAll("502", "an HTML page: 502 Bad Gateway");
        datadog.verify(4, getRequestedFor(anyUrl()));
        // Each wait is drawn around twice the one before; neighbours may overlap, the first and the last cannot.
        assertThat(time.sleeps()).hasSize(3);
        assertThat(time.sleeps().getFirst()).isBetween(Duration.ofMillis(125), Duration.ofMillis(375));
        assertThat(time.sleeps().get(1)).isBetween(Duration.ofMillis(250), Duration.ofMillis(750));
        assertThat(time.sleeps().getLast()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    }

    @Test
    void stopsWhenTheDeadlineWouldPass() {
        try (DatadogReader hurried = new DatadogReader(
                DoorFixture.settings(datadog)
                        .with(new DatadogSettings.Timeouts(
                                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2))),
                time,
                time,
                said::add)) {
            always(json(429, "{}").withHeader("x-ratelimit-reset", "3"));

            assertThatThrownBy(() -> hurried.dashboard("abc-def-ghi")).isInstanceOf(DatadogException.RateLimited.class);
        }
        datadog.verify(1, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void triesAgainAfterACutConnection(String fault) {
        first(aResponse().withFault(Fault.valueOf(fault)), json(200, BOARD));

        assertThat(reader.dashboard("abc-def-ghi").path("title").asText()).isEqualTo("Sync");
        datadog.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void doesNotWaitForEverForASlowAnswer() {
        always(json(200, BOARD).withFixedDelay(60_000));
        try (DatadogReader impatient = new DatadogReader(DoorFixture.impatient(datadog), time, time, said::add)) {
            assertThatThrownBy(() -> impatient.dashboard("abc-def-ghi"))
                    .isInstanceOf(DatadogException.Unavailable.class)
                    .hasMessageContaining("no complete answer in time");
        }
    }

    @Test
    void doesNotWaitForEverForAnAnswerThatDrips() {
        always(json(200, BOARD).withChunkedDribbleDelay(20, 20_000));
        try (DatadogReader impatient = new DatadogReader(DoorFixture.impatient(datadog), time, time, said::add)) {
            assertThatThrownBy(() -> impatient.dashboard("abc-def-ghi"))
                    .isInstanceOf(DatadogException.Unavailable.class)
                    .hasMessageContaining("no complete answer in time");
        }
    }

    @Test
    void saysWhenNobodyListens() {
        DatadogSettings nobody = DatadogSettings.forUrl("http://127.0.0.1:1", Secret.of("a"), Secret.of("b"));
        try (DatadogReader alone = new DatadogReader(nobody, time, time, said::add)) {
            var unavailable =
                    catchThrowableOfType(DatadogException.Unavailable.class, () -> alone.dashboard("abc-def-ghi"));
            assertThat(unavailable).hasMessageContainingAll("could not reach 127.0.0.1:1", "DD_SITE");
            assertThat(unavailable.mayHaveArrived()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"abc", "", "[1, 2]", "null", "{\"dashboards\": []}"})
    void anAnswerOfAnotherFormIsUnreadable(String body) {
        always(json(200, body));

        assertThatThrownBy(() -> reader.dashboard("abc-def-ghi"))
                .isInstanceOf(DatadogException.Unreadable.class)
                .hasMessageContaining("GET /api/v1/dashboard/abc-def-ghi answered with");
    }

    @Test
    void aLoginPageIsNoAnswer() {
        always(aResponse()
                .withStatus(200)
                .withBody("<!DOCTYPE html><html><title>Sign in</title><body>…</body></html>"));

        assertThatThrownBy(() -> reader.dashboard("abc-def-ghi"))
                .isInstanceOf(DatadogException.Unreadable.class)
                .hasMessageContainingAll("an HTML page: Sign in", "DD_URL");
    }

    @Test
    void keysDoNotFollowARedirect() {
        always(aResponse().withStatus(302).withHeader("Location", "http://elsewhere.example/api"));

        assertThatThrownBy(() -> reader.dashboard("abc-def-ghi"))
                .isInstanceOf(DatadogException.Refused.class)
                .hasMessageContainingAll("302", "http://elsewhere.example/api", "DD_SITE");
    }

    @Test
    void keysAreMaskedInWhatDatadogSays() {
        always(json(
                403,
                "{\"errors\":[\"API key " + DoorFixture.API_KEY + " and " + DoorFixture.APP_KEY
                        + " do not belong together\"]}"));

        assertThatThrownBy(() -> reader.dashboard("abc-def-ghi"))
                .hasMessageContaining("API key ***** and *****")
                .hasMessageNotContaining(DoorFixture.API_KEY)
                .hasMessageNotContaining(DoorFixture.APP_KEY);
    }

    @Test
    void hangsUpOnAnAnswerThatIsTooLarge() {
        always(json(200, "x".repeat(DatadogHttp.MOST_BYTES + 1)));

        var unreadable = catchThrowableOfType(DatadogException.Unreadable.class, () -> reader.dashboard("abc-def-ghi"));

        assertThat(unreadable.isTooLarge()).isTrue();
        datadog.verify(1, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../v2/users", "abc def", "abc/def"})
    void refusesAnIdThatIsNone(String id) {
        assertThatThrownBy(() -> reader.dashboard(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no dashboard id");
    }

    private static void always(ResponseDefinitionBuilder answer) {
        datadog.stubFor(get(anyUrl()).willReturn(answer));
    }

    private static void first(ResponseDefinitionBuilder once, ResponseDefinitionBuilder then) {
        datadog.stubFor(get(anyUrl())
                .inScenario("twice")
                .whenScenarioStateIs(STARTED)
                .willReturn(once)
                .willSetStateTo("then"));
        datadog.stubFor(
                get(anyUrl()).inScenario("twice").whenScenarioStateIs("then").willReturn(then));
    }
}
