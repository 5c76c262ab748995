package dashwright.bot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature;
import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.BoardLink;
import dashwright.bot.approval.Proposals;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.conversation.Means;
import dashwright.bot.conversation.Turns;
import dashwright.bot.conversation.Workbench;
import dashwright.bot.lessons.KnownCatalog;
import dashwright.bot.lessons.Teaching;
import dashwright.bot.publish.BoardWriter;
import dashwright.bot.publish.Publisher;
import dashwright.bot.publish.Timing;
import dashwright.bot.slack.Deliveries;
import dashwright.bot.slack.SlackApi;
import dashwright.bot.slack.SlackFace;
import dashwright.bot.slack.SlackServices;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.catalog.search.RerankedSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.tools.Secret;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.health.StatusSummary;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackRuntimeTest {
    private static final BoardWriter NO_BOARDS = new BoardWriter() {
        @Override
        public BoardLink create(ObjectNode json) {
            throw new AssertionError("nothing was approved");
        }

        @Override
        public Optional<BoardLink> findByMarker(String marker) {
            return Optional.empty();
        }

        @Override
        public Optional<ObjectNode> read(String id) {
            return Optional.empty();
        }

        @Override
        public BoardLink replace(String id, ObjectNode json) {
            throw new AssertionError("nothing was approved");
        }
    };

    private final InstantSource clock = InstantSource.system();
    private final SlackApi slack = new SlackApi();
    private final HttpClient http = HttpClient.newHttpClient();
    private Store store;
    private Publisher publisher;
    private Workbench workbench;
    private SlackServices services;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        store = Fixtures.store(folder);
        AuditLog audit = new AuditLog(store);
        Proposals proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        Approvals approvals = new Approvals(store, proposals, audit, new Settings.Approval(Set.of()), clock);
        publisher = new Publisher(store, proposals, approvals, NO_BOARDS, audit, clock, Timing.DEFAULT);
        Means means = new Means(
                List.of((request, progress) -> new PlanningOutcome.Planned(Fixtures.plan(), List.of())),
                (plan, remarks, progress) -> Fixtures.draft(plan),
                draft -> new StatusSummary("", List.of()),
                new RerankedSearch(
                        () -> (text, limit) -> new SearchResult(List.of(), List.of(), List.of(), List.of(), false)),
                () -> Catalog.empty(Fixtures.NOW));
        workbench = new Workbench(means, proposals, audit, new Turns(store), clock, Workbench.Limits.DEFAULT);
        Teaching teaching =
                new Teaching(store, audit, new Settings.Approval(Set.of()), KnownCatalog.kept(Optional.empty()), clock);
        services = new SlackServices(
                workbench, proposals, approvals, publisher, teaching, new Deliveries(store, clock), clock);
    }

    @AfterEach
    void close() {
        workbench.close();
        store.close();
        slack.close();
    }

    @Test
    void servesSignedRequestsAndHealthOverHttp() throws Exception {
        try (SlackRuntime runtime = start(slack.settings(), 0)) {
            String help = "command=%2Fdash&text=help&team_id=T0&channel_id=C0OPS&user_id=U0ALICE&trigger_id=t1";
            String timestamp = String.valueOf(clock.instant().getEpochSecond());
            String signature = new SlackSignature.Generator(SlackApi.SIGNING_SECRET).generate(timestamp, help);

            assertThat(post(runtime, help, timestamp, signature).body()).contains("What I do");
            assertThat(post(runtime, help, timestamp, "v0=" + "0".repeat(64)).statusCode())
                    .isEqualTo(401);
            assertThat(get(runtime, WebServer.HEALTH_PATH).body()).isEqualTo("{\"database\":\"ok\"}");
        }
    }

    @Test
    void answersTheChallengeThatSlackSendsFirst() throws Exception {
        try (SlackRuntime runtime = start(slack.settings(), 0)) {
            String challenge = "{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw1aB\"}";
            String timestamp = String.valueOf(clock.instant().getEpochSecond());
            String signature = new SlackSignature.Generator(SlackApi.SIGNING_SECRET).generate(timestamp, challenge);

            assertThat(post(runtime, challenge, timestamp, signature).body()).contains("3eZbrw1aB");
        }
    }

    @Test
    void aTokenThatSlackDoesNotKnowIsNamed() {
        slack.answers("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");

        assertThatThrownBy(() -> start(slack.settings(), 0))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("SLACK_BOT_TOKEN")
                .hasMessageContaining("OAuth & Permissions")
                .hasMessageNotContaining("xoxb-test");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> start(slack.settings(), taken.getLocalPort()))
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("DASH_HTTP_PORT");
        }
    }

    @Test
    void aSocketThatSlackDoesNotOpenIsNamed() {
        slack.answers("apps.connections.open", "{\"ok\":false,\"error\":\"invalid_auth\"}");
        Settings.Slack socketMode = new Settings.Slack(
                Secret.of("xoxb-test"),
                new Settings.Slack.SocketMode(Secret.of("xapp-test")),
                slack.settings().api());

        assertThatThrownBy(() -> start(socketMode, 0))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("Socket Mode cannot be opened")
                .hasMessageContaining("connections:write");
    }

    private SlackRuntime start(Settings.Slack settings, int port) {
        Settings all = new Settings(
                Optional.empty(),
                Optional.of(settings),
                Settings.Model.NONE,
                Settings.Embeddings.NONE,
                new Settings.Store("jdbc:sqlite::memory:", Path.of(".")),
                new Settings.Web(port),
                new Settings.Approval(Set.of()));
        return SlackRuntime.start(all, new SlackFace(services, settings), store, publisher);
    }

    private HttpResponse<String> get(SlackRuntime runtime, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(runtime, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(SlackRuntime runtime, String body, String timestamp, String signature)
            throws IOException, InterruptedException {
        boolean isJson = body.startsWith("{");
        HttpRequest request = HttpRequest.newBuilder(uri(runtime, WebServer.SLACK_PATH))
                .header("Content-Type", isJson ? "application/json" : "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(SlackRuntime runtime, String path) {
        return URI.create("http://127.0.0.1:" + runtime.port() + path);
    }
}
