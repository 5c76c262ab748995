package dashwright.bot.web;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import dashwright.bot.Settings;
import dashwright.bot.publish.Publisher;
import dashwright.bot.slack.SignatureCheck;
import dashwright.bot.slack.SlackFace;
import dashwright.bot.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot: connected to Slack by either transport, telling its health, finishing what was left open. */
public final class SlackRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRuntime.class);

    /** How many requests of one socket are handled at a time; with the SDK's default of one they wait for each other. */
    private static final int CONCURRENCY = 16;

    private static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(30);

    private final SlackFace face;
    private final WebServer web;
    private final AtomicReference<@Nullable SocketModeApp> socket = new AtomicReference<>();
    private final ScheduledExecutorService recovery = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("recovery").factory());

    private SlackRuntime(Settings settings, SlackFace face, Store store) {
        this.face = face;
        boolean usesSocket = settings.requireSlack().transport() instanceof Settings.Slack.SocketMode;
        Map<String, BooleanSupplier> parts = usesSocket
                ? Map.of("database", store::answers, "slack", this::isSocketConnected)
                : Map.of("database", store::answers);
        this.web = new WebServer(settings.web(), parts);
    }

    /**
     * Starts the bot.
     *
     * @throws WebException where the port is taken or Slack cannot be reached with the tokens
     */
    public static SlackRuntime start(
            Settings settings, SlackFace face, Store store, Publisher publisher, InstantSource clock) {
        SlackRuntime runtime = new SlackRuntime(settings, face, store);
        try {
            runtime.checkToken();
            runtime.open(settings.requireSlack().transport(), face.app(), clock);
        } catch (RuntimeException wrong) {
            runtime.close();
            throw wrong;
        }
        runtime.recoverFromNowOn(publisher);
        return runtime;
    }

    /** The port of the HTTP listener. */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        recovery.shutdownNow();
        SocketModeApp connected = socket.getAndSet(null);
        if (connected != null) {
            try {
                connected.close();
            } catch (Exception wrong) {
                LOG.warn("The connection to Slack does not close", wrong);
            }
        }
        web.close();
        face.close();
    }

    private void checkToken() {
        try {
            LOG.info("Connected to Slack as {}", face.client().whoAmI());
        } catch (RuntimeException wrong) {
            throw new WebException("Slack cannot be used with SLACK_BOT_TOKEN. " + wrong.getMessage(), wrong);
        }
    }

    /** The port comes first: it is the likelier trouble, and Slack allows few connections a minute. */
    private void open(Settings.Slack.Transport transport, App app, InstantSource clock) {
        switch (transport) {
            case Settings.Slack.Http http -> {
                web.serveSlack(new SlackAppServlet(app), new SignatureCheck(http.signingSecret(), clock));
                web.start();
            }
            case Settings.Slack.SocketMode socketMode -> {
                web.start();
                connect(socketMode, app);
            }
        }
    }

    private void connect(Settings.Slack.SocketMode settings, App app) {
        try {
            SocketModeApp connecting = new SocketModeApp(
                    settings.appToken().reveal(), app, SocketModeClient.Backend.JavaWebSocket, CONCURRENCY);
            socket.set(connecting);
            connecting.startAsync();
        } catch (Exception wrong) {
            throw socketRefused(wrong);
        }
    }

    private static WebException socketRefused(Exception wrong) {
        return new WebException(
                "Socket Mode cannot be opened. Check that it is enabled for the app, that SLACK_APP_TOKEN has the scope"
                        + " connections:write, and that Slack can be reached from here.",
                wrong);
    }

    private boolean isSocketConnected() {
        SocketModeApp connected = socket.get();
        return connected != null
                && connected.getClient() != null
                && connected.getClient().verifyConnection();
    }

    /** What a death left open is looked at now, and what is still uncertain every half minute. */
    private void recoverFromNowOn(Publisher publisher) {
        var _ = recovery.scheduleWithFixedDelay(
                () -> recover(publisher), 0, RECOVERY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void recover(Publisher publisher) {
        try {
            face.announce(publisher.recover());
        } catch (RuntimeException wrong) {
            LOG.error("Open publications cannot be looked at; trying again in {}", RECOVERY_INTERVAL, wrong);
        }
    }
}
