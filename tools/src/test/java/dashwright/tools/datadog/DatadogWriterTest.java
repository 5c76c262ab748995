package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dashwright.tools.datadog.DoorFixture.json;
import static dashwright.tools.datadog.DoorFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.tools.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing once, and knowing what is not known. */
class DatadogWriterTest {
    private static final String STORED =
            "{\"id\":\"abc-def-ghi\",\"url\":\"/dashboard/abc-def-ghi/sync\",\"title\":\"Sync\",\"widgets\":[]}";

    @RegisterExtension
    static final WireMockExtension datadog = DoorFixture.server();

    private final ObjectNode board = tree(
            "{\"title\":\"\\\"Sync\\\" \\\\ ü\",\"layout_type\":\"ordered\",\"widgets\":[{\"definition\":{\"type\":\"unheard_of\",\"x\":null}}]}");
    private DatadogWriter writer;

    @BeforeEach
    void connect() {
        writer = new DatadogWriter(DoorFixture.impatient(datadog), new FakeTime());
    }

    @AfterEach
    void disconnect() {
        writer.close();
    }

    @Test
    void createsExactlyWhatItWasGiven() {
        answer(json(200, STORED));

        assertThat(writer.create(board).path("url").asText()).isEqualTo("/dashboard/abc-def-ghi/sync");
        datadog.verify(postRequestedFor(urlEqualTo("/api/v1/dashboard"))
                .withRequestBody(equalToJson(board.toString(), false, false)));
    }

    @Test
    void updatesDeletesAndRestores() {
        answer(json(200, STORED));
        writer.update("abc-def-ghi", board);
        writer.delete("abc-def-ghi");
        answer(aResponse().withStatus(204));
        writer.restore(List.of("abc-def-ghi", "jkl-mno-pqr"));

        datadog.verify(putRequestedFor(urlEqualTo("/api/v1/dashboard/abc-def-ghi"))
                .withRequestBody(equalToJson(board.toString(), false, false)));
        datadog.verify(deleteRequestedFor(urlEqualTo("/api/v1/dashboard/abc-def-ghi")));
        datadog.verify(patchRequestedFor(urlEqualTo("/api/v1/dashboard"))
                .withRequestBody(equalToJson("{\"data\":[{\"id\":\"abc-def-ghi\",\"type\":\"dashboard\"},"
                        + "{\"id\":\"jkl-mno-pqr\",\"type\":\"dashboard\"}]}")));
    }

    static Stream<ResponseDefinitionBuilder> uncertainAnswers() {
        return Stream.of(
                json(500, "{\"errors\":[\"Internal error\"]}"),
                aResponse().withStatus(504).withBody("<html><title>Gateway Timeout</title></html>"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                json(200, STORED).withFixedDelay(30_000),
                json(200, STORED).withChunkedDribbleDelay(10, 30_000),
                json(200, "{\"id\": \"abc"),
                json(200, ""),
                json(200, "{\"title\":\"no id\"}"));
    }

    @ParameterizedTest
    @MethodSource("uncertainAnswers")
    void isUncertainAndDoesNotWriteTwice(ResponseDefinitionBuilder uncertain) {
        // A first write leaves an open connection behind: on such a one the JDK's older client repeats a POST by
        // itself.
        answer(json(200, STORED));
        writer.create(board);
        datadog.resetRequests();
        answer(uncertain);

        assertThatThrownBy(() -> writer.create(board))
                .isInstanceOf(UncertainWriteException.class)
                .hasMessageContainingAll("It is not known whether POST /api/v1/dashboard took effect", "look before");
        datadog.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aRefusalIsCertain() {
        answer(json(400, "{\"errors\":[\"Invalid tag: only team tags are allowed\"]}"));

        assertThatThrownBy(() -> writer.create(board))
                .isInstanceOf(DatadogException.Refused.class)
                .hasMessageContaining("Invalid tag: only team tags are allowed");
    }

    @Test
    void aMissingPermissionIsNamed() {
        answer(json(403, "{\"errors\":[\"Forbidden\"]}"));

        assertThatThrownBy(() -> writer.delete("abc-def-ghi"))
                .isInstanceOf(DatadogException.Forbidden.class)
                .hasMessageContaining("dashboards_write");
    }

    @Test
    void doesNotRepeatAWriteThatWasLimited() {
        answer(json(429, "{\"errors\":[\"Rate limit exceeded\"]}").withHeader("x-ratelimit-reset", "1"));

        assertThatThrownBy(() -> writer.create(board)).isInstanceOf(DatadogException.RateLimited.class);
        datadog.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aWriteThatNeverLeftIsNotUncertain() {
        DatadogSettings nobody = DatadogSettings.forUrl("http://127.0.0.1:1", Secret.of("a"), Secret.of("b"));
        try (DatadogWriter alone = new DatadogWriter(nobody, new FakeTime())) {
            assertThatThrownBy(() -> alone.create(board)).isInstanceOf(DatadogException.Unavailable.class);
        }
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        datadog.stubFor(any(anyUrl()).willReturn(answer));
    }
}
