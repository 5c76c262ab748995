package dashwright.lab.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dashwright.lab.LabClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Scanner;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes by which the page, and any other program, steers and watches the workspace. */
final class ControlRoutesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LabClock clock = Clients.clock();
    private final HttpClient http = HttpClient.newHttpClient();
    private SlackLab lab;
    private MethodsClient slack;

    @BeforeEach
    void start() throws Exception {
        lab = SlackLab.start(SlackLab.Options.of(clock)
                .with(new SlackLab.Timing(Duration.ofMillis(300), Duration.ofSeconds(3), Duration.ZERO))
                .suggesting(List.of("/dash build s3 sync status")));
        slack = Clients.methods(lab);
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(
                send(HttpRequest.newBuilder(lab.pageUrl().resolve(path))).body());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(lab.pageUrl().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void showsTheWorkspaceAsAUserSeesIt() throws Exception {
        JsonNode maya = get("/lab/workspace?user=maya");
        assertThat(maya.path("channels").findValuesAsText("name")).contains("dashboards", "incident-room");
        assertThat(maya.path("suggestions").get(0).asText()).isEqualTo("/dash build s3 sync status");
        JsonNode jonas = get("/lab/workspace?user=jonas");
        assertThat(jonas.path("channels").findValuesAsText("name")).doesNotContain("incident-room");
        assertThat(jonas.path("you").asText()).isEqualTo("U0JONAS04");
    }

    @Test
    void speaksAndRepliesAndShowsWhatWasSaid() throws Exception {
        JsonNode said = MAPPER.readTree(post("/lab/messages", "{'user':'maya','channel':'#general','text':'hello'}")
                .body());
        post("/lab/messages", "{'user':'priya','thread_ts':'" + said.path("ts").asText() + "','text':'hi'}");
        assertThat(get("/lab/messages?channel=general").path("messages").findValuesAsText("words"))
                .containsExactly("hello\nhello", "hi\nhi");
    }

    @Test
    void keepsEphemeralMessagesToTheirReader() throws Exception {
        slack.chatPostEphemeral(
                request -> request.channel("C0GENERAL").user("U0MAYA001").text("psst"));
        assertThat(get("/lab/messages?channel=general&user=U0MAYA001").path("messages"))
                .hasSize(1);
        assertThat(get("/lab/messages?channel=general&user=U0TOMAS02").path("messages"))
                .isEmpty();
    }

    @Test
    void tellsWhetherACommandReachedTheApp() throws Exception {
        JsonNode delivery = MAPPER.readTree(post("/lab/slash", "{'user':'maya','channel':'oncall','text':'/dash help'}")
                .body());
        assertThat(delivery.path("outcome").asText()).isEqualTo("unreachable");
        assertThat(get("/lab/acks")
                        .path("acks")
                        .get(0)
                        .path("payload")
                        .path("text")
                        .asText())
                .isEqualTo("help");
        assertThat(get("/lab/connection").path("socket_mode").asInt()).isZero();
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndSaysWhy() throws Exception {
        assertThat(post("/lab/slash", "{'user':'nobody','channel':'oncall','text':'/dash'}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .extracting(HttpResponse::body, Assertions.as(InstanceOfAssertFactories.STRING))
                .contains("there is no user", "maya");
        assertThat(post("/lab/slash", "{'user':'maya','channel':'oncall'}").body())
                .contains("lacks", "text");
        assertThat(post("/lab/press", "{'user':'maya','ts':'1.2','element':'go'}")
                        .body())
                .contains("there is no message 1.2");
        assertThat(post("/lab/nothing", "{}").statusCode()).isEqualTo(404);
        // A page of another site can send a form, but no JSON.
        assertThat(send(HttpRequest.newBuilder(lab.pageUrl().resolve("/lab/slash"))
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void movesTheClockAndStrikesWithFaults() throws Exception {
        post("/lab/clock", "{'advance':'PT1H'}");
        assertThat(clock.instant()).isEqualTo(Clients.NOW.plus(Duration.ofHours(1)));
        post("/lab/faults", "{'path':'/api/chat.*','status':500}");
        Assertions.assertThatThrownBy(() -> slack.chatPostMessage(
                        request -> request.channel("C0GENERAL").text("x")))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        struck -> assertThat(struck.getResponse().code()).isEqualTo(500));
        assertThat(get("/lab/received?path=chat.post")
                        .path("received")
                        .get(0)
                        .path("status")
                        .asInt())
                .isEqualTo(500);
        assertThat(post("/lab/clock", "{'set':'yesterday'}").body()).contains("'set' is an instant");
    }

    @Test
    void streamsWhatAUserSees() throws Exception {
        Queue<String> events = new ConcurrentLinkedQueue<>();
        InputStream stream = http.send(
                        HttpRequest.newBuilder(lab.pageUrl().resolve("/lab/stream?user=U0MAYA001"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
        Thread reading = Thread.ofVirtual().start(() -> read(stream, events));
        await().until(() -> events.contains(": connected"));
        lab.driver().say("priya", "general", "for all");
        slack.chatPostEphemeral(
                request -> request.channel("C0GENERAL").user("U0TOMAS02").text("for tomas"));
        slack.chatPostEphemeral(
                request -> request.channel("C0GENERAL").user("U0MAYA001").text("for maya"));
        await().until(() -> events.stream().anyMatch(event -> event.contains("for maya")));
        assertThat(events)
                .anySatisfy(event -> assertThat(event).contains("\"type\":\"message\"", "for all"))
                .noneSatisfy(event -> assertThat(event).contains("for tomas"));
        lab.close();
        assertThat(reading.join(Duration.ofSeconds(5))).isTrue();
    }

    private static void read(InputStream stream, Queue<String> events) {
        try (Scanner lines = new Scanner(stream, StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                events.add(lines.nextLine());
            }
        }
    }

    @Test
    void servesThePageAndNothingBesideIt() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(lab.pageUrl()));
        assertThat(page.body()).contains("/page/main.js");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(send(HttpRequest.newBuilder(lab.pageUrl().resolve("/page/main.js")))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        for (String elsewhere : List.of("/page/none.js", "/page/..%2fSlackLab.class", "/page/a.html", "/x")) {
            assertThat(send(HttpRequest.newBuilder(lab.pageUrl().resolve(elsewhere)))
                            .statusCode())
                    .as(elsewhere)
                    .isBetween(400, 404);
        }
    }

    @Test
    void letsNothingRunThatAFileBringsAlong() throws Exception {
        slack.filesUploadV2(request -> request.channel("C0GENERAL")
                .filename("a.svg")
                .fileData("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)));
        String id = lab.sees().files().getFirst().id();
        HttpResponse<String> file = send(HttpRequest.newBuilder(lab.pageUrl().resolve("/lab/files/" + id)));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
    }
}
