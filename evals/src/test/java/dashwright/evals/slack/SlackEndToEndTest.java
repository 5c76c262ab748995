package dashwright.evals.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.web.SlackRuntime;
import dashwright.bot.web.WebServer;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.Received;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.slack.SlackLab;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.StoredFile;
import dashwright.lab.world.World;
import dashwright.lab.world.Worlds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a typed command to a published board, through the real Bolt and the real Datadog client. */
class SlackEndToEndTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OPEN = "Nothing is written to Datadog until someone approves exactly this";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aTypedCommandBecomesAPublishedBoard(Transport transport) throws Exception {
        Journal journal = new Journal();
        try (Workspace workspace = new Workspace(transport, folder, journal)) {
            Delivery typed = workspace
                    .slack
                    .driver()
                    .typeSlash("maya", "dashboards", "/dash build s3 sync status")
                    .get(10, TimeUnit.SECONDS);
            assertThat(typed.acknowledged()).isTrue();
            assertThat(typed.took()).isLessThan(Duration.ofSeconds(3));

            await().atMost(PATIENCE).until(() -> workspace.draft().isPresent());
            Message draft = workspace.draft().orElseThrow();
            await().until(() -> workspace.slack.sees().files().size() == 3);
            assertThat(workspace.slack.sees().files())
                    .extracting(StoredFile::name)
                    .contains("dashboard.json");
            assertThat(creates(journal)).isZero();

            workspace.slack.driver().press("tomas", draft.ts(), "draft_approve").get(10, TimeUnit.SECONDS);
            workspace.slack.driver().press("maya", draft.ts(), "draft_approve").get(10, TimeUnit.SECONDS);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    workspace.slack.sees().message(draft.ts()).words())
                            .contains("and published"));
            assertThat(creates(journal)).isOne();
        }
    }

    private static long creates(Journal journal) {
        return journal.entries().stream()
                .filter(received -> received.service().equals("datadog"))
                .filter(received ->
                        received.method().equals("POST") && received.path().startsWith("/api/v1/dashboard"))
                .map(Received::status)
                .filter(status -> status == 200)
                .count();
    }

    enum Transport {
        SOCKET_MODE,
        HTTP
    }

    /** The bot between a simulated Slack and a simulated Datadog. */
    private static final class Workspace implements AutoCloseable {
        private final DatadogLab datadog;
        private final SlackLab slack;
        private final Dashwright bot;
        private final SlackRuntime runtime;

        Workspace(Transport transport, Path folder, Journal journal) throws Exception {
            World world = Worlds.named("pypi", 1);
            LabClock clock = new LabClock(world.start(), true, InstantSource.system());
            datadog = DatadogLab.start(DatadogLab.Options.of(world, clock).sharing(new Faults(), journal));
            slack = SlackLab.start(SlackLab.Options.of(clock));
            Map<String, String> environment = new HashMap<>(Map.of(
                    "DD_URL",
                    datadog.url().toString(),
                    "DD_API_KEY",
                    "api-key",
                    "DD_APP_KEY",
                    "app-key",
                    "SLACK_API_URL",
                    slack.apiUrl(),
                    "SLACK_BOT_TOKEN",
                    slack.credentials().botToken(),
                    "DASH_HTTP_PORT",
                    "0"));
            if (transport == Transport.SOCKET_MODE) {
                environment.put("SLACK_APP_TOKEN", slack.credentials().appToken());
            } else {
                environment.put("SLACK_SIGNING_SECRET", slack.credentials().signingSecret());
            }
            Settings settings = Settings.read(environment, folder, EnumSet.allOf(Settings.Service.class));
            bot = Dashwright.open(settings, clock);
            runtime = bot.serve();
            if (transport == Transport.HTTP) {
                slack.deliverTo(URI.create("http://127.0.0.1:" + runtime.port() + WebServer.SLACK_PATH));
            }
        }

        Optional<Message> draft() {
            return slack.sees().sawMessage("dashboards", OPEN);
        }

        @Override
        public void close() throws IOException {
            bot.close();
            slack.close();
            datadog.close();
        }
    }
}
