package dashwright.bot.publish;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dashwright.bot.Fixtures;
import dashwright.bot.approval.BoardLink;
import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogReader;
import dashwright.tools.datadog.DatadogSettings;
import dashwright.tools.datadog.DatadogWriter;
import dashwright.tools.datadog.UncertainWriteException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatadogBoardsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PATH = "/api/v1/dashboard";

    private final WireMockServer datadog =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private DatadogWriter writer;
    private DatadogReader reader;
    private DatadogBoards boards;

    @BeforeEach
    void start() {
        datadog.start();
        DatadogSettings settings =
                DatadogSettings.forUrl(datadog.baseUrl(), Secret.of("api-key"), Secret.of("app-key"));
        writer = new DatadogWriter(settings, InstantSource.system());
        reader = new DatadogReader(settings, InstantSource.system());
        boards = new DatadogBoards(writer, reader, settings);
    }

    @AfterEach
    void stop() {
        writer.close();
        reader.close();
        datadog.stop();
    }

    @Test
    void aCreatedBoardHasTheAddressThatPeopleOpen() {
        answerCreate(200, "{\"id\":\"abc-def-ghi\",\"url\":\"/dashboard/abc-def-ghi/s3-sync\",\"widgets\":[]}");

        assertThat(boards.create(Fixtures.board(Fixtures.plan())))
                .isEqualTo(new BoardLink("abc-def-ghi", datadog.baseUrl() + "/dashboard/abc-def-ghi/s3-sync"));
    }

    @Test
    void aRefusalIsCertainAndKeepsDatadogsWords() {
        answerCreate(400, "{\"errors\":[\"Invalid widget definition at position 0\"]}");

        assertThatThrownBy(() -> boards.create(Fixtures.board(Fixtures.plan())))
                .isInstanceOf(BoardRefusedException.class)
                .hasMessageContaining("Invalid widget definition at position 0");
    }

    @Test
    void aForbiddenWriteIsCertain() {
        answerCreate(403, "{\"errors\":[\"Forbidden\"]}");

        assertThatThrownBy(() -> boards.create(Fixtures.board(Fixtures.plan())))
                .isInstanceOf(BoardRefusedException.class)
                .hasMessageContaining("dashboards_write");
    }

    @Test
    void aCutConnectionIsUncertainAndTriedOnce() {
        datadog.stubFor(post(urlPathEqualTo(PATH)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThatThrownBy(() -> boards.create(Fixtures.board(Fixtures.plan())))
                .isInstanceOf(UncertainWriteException.class);
        datadog.verify(1, postRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void aDatadogThatCannotBeReachedIsCertain() {
        datadog.stop();

        assertThatThrownBy(() -> boards.create(Fixtures.board(Fixtures.plan())))
                .isInstanceOf(BoardRefusedException.class);
    }

    @Test
    void findsTheBoardThatCarriesTheMarker() {
        list(
                board("other", "dashwright:1111111111111111"),
                board("mine", "What it is for.\n\ndashwright:2222222222222222"),
                board("plain", null));

        assertThat(boards.findByMarker("dashwright:2222222222222222"))
                .contains(new BoardLink("mine", datadog.baseUrl() + "/dashboard/mine"));
        assertThat(boards.findByMarker("dashwright:3333333333333333")).isEmpty();
    }

    @Test
    void aListThatCannotBeReadIsNoAnswer() {
        datadog.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(aResponse().withStatus(403).withBody("{\"errors\":[\"Forbidden\"]}")));

        assertThatThrownBy(() -> boards.findByMarker("dashwright:2222222222222222"))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("dashboards_read");
    }

    @Test
    void aReplacedBoardIsPutWhereItStands() {
        datadog.stubFor(put(urlPathEqualTo(PATH + "/abc-def-ghi"))
                .willReturn(aResponse()
                        .withBody(
                                "{\"id\":\"abc-def-ghi\",\"url\":\"/dashboard/abc-def-ghi/renamed\",\"widgets\":[]}")));

        assertThat(boards.replace("abc-def-ghi", Fixtures.board(Fixtures.plan())))
                .isEqualTo(new BoardLink("abc-def-ghi", datadog.baseUrl() + "/dashboard/abc-def-ghi/renamed"));
        datadog.verify(1, putRequestedFor(urlPathEqualTo(PATH + "/abc-def-ghi")));
    }

    @Test
    void aRefusedReplacementIsCertainAndALostOneIsNot() {
        datadog.stubFor(put(urlPathEqualTo(PATH + "/abc"))
                .willReturn(aResponse().withStatus(403).withBody("{\"errors\":[\"Forbidden\"]}")));
        datadog.stubFor(
                put(urlPathEqualTo(PATH + "/def")).willReturn(aResponse().withStatus(502)));

        assertThatThrownBy(() -> boards.replace("abc", Fixtures.board(Fixtures.plan())))
                .isInstanceOf(BoardRefusedException.class)
                .hasMessageContaining("dashboards_write");
        assertThatThrownBy(() -> boards.replace("def", Fixtures.board(Fixtures.plan())))
                .isInstanceOf(UncertainWriteException.class);
    }

    @Test
    void aBoardThatIsGoneIsReadAsNone() {
        datadog.stubFor(
                get(urlPathEqualTo(PATH + "/abc")).willReturn(aResponse().withBody("{\"id\":\"abc\",\"widgets\":[]}")));
        datadog.stubFor(get(urlPathEqualTo(PATH + "/gone"))
                .willReturn(aResponse().withStatus(404).withBody("{\"errors\":[\"Not found\"]}")));

        assertThat(boards.read("abc")).isPresent();
        assertThat(boards.read("gone")).isEmpty();
    }

    private void answerCreate(int status, String json) {
        datadog.stubFor(post(urlPathEqualTo(PATH))
                .willReturn(aResponse().withStatus(status).withBody(json)));
    }

    private void list(ObjectNode... summaries) {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode all = answer.putArray("dashboards");
        for (ObjectNode summary : summaries) {
            all.add(summary);
        }
        datadog.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withBody(answer.toString())));
    }

    private static ObjectNode board(String id, @Nullable String description) {
        return MAPPER.createObjectNode()
                .put("id", id)
                .put("title", id)
                .put("description", description)
                .put("url", "/dashboard/" + id);
    }
}
