package dashwright.bot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.SlackSignature;
import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.slack.SignatureCheck;
import dashwright.bot.slack.SlackApi;
import dashwright.tools.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final String BODY = "text=ünicode";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aTakenPortIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                WebServer server = new WebServer(new Settings.Web(taken.getLocalPort()), Map.of())) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " cannot be listened on")
                    .hasMessageContaining("set DASH_HTTP_PORT to a free port");
        }
    }

    @Test
    void tellsItsHealth() throws Exception {
        AtomicBoolean connected = new AtomicBoolean(true);
        try (WebServer server = started(Map.of("database", () -> true, "slack", connected::get))) {
            HttpResponse<String> well = get(server, WebServer.HEALTH_PATH);
            connected.set(false);
            HttpResponse<String> ill = get(server, WebServer.HEALTH_PATH);

            assertThat(well.statusCode()).isEqualTo(200);
            assertThat(well.body()).isEqualTo("{\"database\":\"ok\",\"slack\":\"ok\"}");
            assertThat(ill.statusCode()).isEqualTo(503);
            assertThat(ill.body()).contains("\"slack\":\"failing\"");
        }
    }

    @Test
    void withoutHttpTransportSlacksPathIsNotServed() throws Exception {
        try (WebServer server = started(Map.of())) {
            assertThat(get(server, WebServer.SLACK_PATH).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatSlackSignedReachesTheServletWithItsBody() throws Exception {
        List<String> bodies = new ArrayList<>();
        try (WebServer server = slackServer(bodies)) {
            String timestamp = String.valueOf(Fixtures.NOW.getEpochSecond());

            assertThat(post(server, timestamp, signature(timestamp, BODY), BODY))
                    .isEqualTo(200);
            assertThat(bodies).containsExactly(BODY);
        }
    }

    @Test
    void nothingElseReachesTheServlet() throws Exception {
        List<String> bodies = new ArrayList<>();
        try (WebServer server = slackServer(bodies)) {
            String timestamp = String.valueOf(Fixtures.NOW.getEpochSecond());
            String ahead = String.valueOf(Fixtures.NOW.getEpochSecond() + 86_400);

            assertThat(post(server, timestamp, "v0=" + "0".repeat(64), BODY)).isEqualTo(401);
            assertThat(post(server, timestamp, signature(timestamp, BODY), BODY + "&x=1"))
                    .isEqualTo(401);
            assertThat(post(server, ahead, signature(ahead, BODY), BODY)).isEqualTo(401);
            String huge = "x".repeat(SignatureFilter.LARGEST_BODY + 1);
            assertThat(post(server, timestamp, signature(timestamp, huge), huge))
                    .isEqualTo(413);
            assertThat(bodies).isEmpty();
        }
    }

    private WebServer slackServer(List<String> bodies) {
        WebServer server = new WebServer(new Settings.Web(0), Map.of());
        server.serveSlack(
                new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        bodies.add(request.getReader().readLine());
                    }
                },
                new SignatureCheck(Secret.of(SlackApi.SIGNING_SECRET), () -> Fixtures.NOW));
        server.start();
        return server;
    }

    private static WebServer started(Map<String, BooleanSupplier> parts) {
        WebServer server = new WebServer(new Settings.Web(0), parts);
        server.start();
        return server;
    }

    private HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(WebServer server, String timestamp, String signature, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(server, WebServer.SLACK_PATH))
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String signature(String timestamp, String body) {
        return new SlackSignature.Generator(SlackApi.SIGNING_SECRET).generate(timestamp, body);
    }

    private static URI uri(WebServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
