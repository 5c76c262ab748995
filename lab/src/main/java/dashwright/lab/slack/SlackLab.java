package dashwright.lab.slack;

import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.http.LabServer;
import dashwright.lab.http.Recorder;
import dashwright.lab.http.Routes;
import dashwright.lab.http.Steering;
import dashwright.lab.slack.api.ApiContext;
import dashwright.lab.slack.api.FileServlet;
import dashwright.lab.slack.api.RateLimits;
import dashwright.lab.slack.api.ResponseUrlServlet;
import dashwright.lab.slack.api.WebApi;
import dashwright.lab.slack.delivery.Deliverer;
import dashwright.lab.slack.delivery.EventFeed;
import dashwright.lab.slack.delivery.Payloads;
import dashwright.lab.slack.delivery.Replies;
import dashwright.lab.slack.delivery.ResponseUrls;
import dashwright.lab.slack.delivery.SignedHttp;
import dashwright.lab.slack.delivery.SocketMode;
import dashwright.lab.slack.delivery.Triggers;
import dashwright.lab.slack.driver.Eyes;
import dashwright.lab.slack.driver.SlackDriver;
import dashwright.lab.slack.page.DoingRoutes;
import dashwright.lab.slack.page.EventStream;
import dashwright.lab.slack.page.PageFiles;
import dashwright.lab.slack.page.PageJson;
import dashwright.lab.slack.page.SeeingRoutes;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Cast;
import dashwright.lab.slack.workspace.Composer;
import dashwright.lab.slack.workspace.MessageJson;
import dashwright.lab.slack.workspace.Workspace;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated Slack workspace: the Web API under {@link #apiUrl()}, Socket Mode and signed HTTP towards the app, and a
 * page to chat on under {@link #pageUrl()}. Close it to free its ports.
 */
public final class SlackLab implements AutoCloseable {
    private final LabServer server;
    private final SocketMode socketMode;
    private final SignedHttp http;
    private final Deliverer deliverer;
    private final Workspace workspace;
    private final SlackDriver driver;

    private SlackLab(Options options, LabServer server, Workspace workspace, SocketMode socketMode) throws IOException {
        this.server = server;
        this.workspace = workspace;
        this.socketMode = socketMode;
        this.http = new SignedHttp(options.app().credentials().signingSecret(), options.realTime());
        this.deliverer = Deliverer.of(
                socketMode,
                http,
                workspace.ids(),
                options.clock(),
                options.timing().answerWithin());
        MessageJson messages = new MessageJson(workspace, server.baseUrl());
        Triggers triggers = new Triggers(
                workspace.ids(), options.realTime(), options.timing().triggerLifetime());
        ResponseUrls urls = new ResponseUrls(server.baseUrl(), options.app(), workspace.ids(), options.clock());
        Payloads payloads = new Payloads(workspace, messages, triggers, urls);
        EventFeed events = new EventFeed(workspace, messages, payloads, deliverer);
        workspace.watchers().watch(events);
        Replies replies = new Replies(workspace);
        this.driver = new SlackDriver(workspace, deliverer, payloads, replies, events);
        WebApi api = new WebApi(
                new ApiContext(
                        workspace,
                        new Composer(workspace),
                        messages,
                        server.baseUrl(),
                        triggers,
                        socketMode,
                        options.timing().fileProcessing()),
                options.rateLimits());
        Recorder recorder = new Recorder("slack", options.clock(), options.faults(), options.journal());
        Map<String, Servlet> servlets = new LinkedHashMap<>();
        servlets.put("/api/*", api.servlet(recorder));
        servlets.put("/upload/v1/*", api.uploads(recorder));
        servlets.put("/commands/*", new ResponseUrlServlet(recorder, urls, replies));
        servlets.put("/actions/*", new ResponseUrlServlet(recorder, urls, replies));
        servlets.put("/files-pri/*", new FileServlet(recorder, workspace));
        PageJson describe = new PageJson(workspace, messages);
        servlets.put("/lab/stream", new EventStream(workspace, describe));
        servlets.put(
                "/lab/*",
                Routes.of(
                        new Steering(options.clock(), options.faults(), options.journal()).routes(),
                        new SeeingRoutes(workspace, describe, server.baseUrl(), options.suggestions()).routes(),
                        new DoingRoutes(driver, describe, socketMode, http).routes()));
        servlets.put("/*", new PageFiles());
        server.serve(servlets);
    }

    /**
     * Starts a workspace.
     *
     * @throws IOException that says which port is taken
     */
    public static SlackLab start(Options options) throws IOException, InterruptedException {
        LabServer server = LabServer.bind(options.httpPort());
        Workspace workspace = Workspace.founded(options.app(), options.clock(), options.realTime());
        try {
            SocketMode socketMode = SocketMode.start(options.app(), workspace.ids(), options.webSocketPort());
            return new SlackLab(options, server, workspace, socketMode);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** What people do in the workspace. */
    public SlackDriver driver() {
        return driver;
    }

    /** What people see in the workspace. */
    public Eyes sees() {
        return driver.sees();
    }

    /** The workspace itself. */
    public Workspace workspace() {
        return workspace;
    }

    /** The app's secrets. */
    public AppIdentity.Credentials credentials() {
        return workspace.app().credentials();
    }

    /** The Web API's prefix, with a slash at its end: what a client takes as its endpoint. */
    public String apiUrl() {
        return server.baseUrl() + "/api/";
    }

    /** The chat page. */
    public URI pageUrl() {
        return URI.create(server.baseUrl() + "/");
    }

    /**
     * Delivers by signed HTTP to this request URL whenever the app has no Socket Mode connection.
     *
     * @throws IOException where the app does not answer the challenge
     */
    public void deliverTo(URI requestUrl) throws IOException, InterruptedException {
        http.deliverTo(requestUrl);
    }

    /** The HTTP deliveries, to sign them wrongly. */
    public SignedHttp http() {
        return http;
    }

    /** The Socket Mode connections, to count and to cut them. */
    public SocketMode socketMode() {
        return socketMode;
    }

    @Override
    public void close() throws IOException {
        deliverer.close();
        socketMode.close();
        http.close();
        server.close();
    }

    /**
     * How a workspace is set up.
     *
     * @param clock the time that messages and events carry, and by which retries and response URLs go
     * @param realTime what clients wait by
     * @param httpPort the Web API's and the page's port, 0 for any
     * @param webSocketPort Socket Mode's port, 0 for any
     * @param faults what may strike the Web API
     * @param journal where requests are recorded
     * @param app the app that is installed, with its secrets
     * @param rateLimits how often methods may be called
     * @param timing how patient Slack is
     * @param suggestions requests that the page suggests to try
     */
    public record Options(
            LabClock clock,
            InstantSource realTime,
            int httpPort,
            int webSocketPort,
            Faults faults,
            Journal journal,
            AppIdentity app,
            RateLimits rateLimits,
            Timing timing,
            List<String> suggestions) {
        public Options {
            suggestions = List.copyOf(suggestions);
        }

        /** The usual workspace on free ports. */
        public static Options of(LabClock clock) {
            return new Options(
                    clock,
                    InstantSource.system(),
                    0,
                    0,
                    new Faults(),
                    new Journal(),
                    Cast.app(),
                    RateLimits.slack(),
                    Timing.slack(),
                    List.of());
        }

        /** The same on these ports. */
        public Options onPorts(int http, int webSocket) {
            return new Options(clock, realTime, http, webSocket, faults, journal, app, rateLimits, timing, suggestions);
        }

        /** The same with another measure of real time, which a test can move. */
        public Options waitingBy(InstantSource other) {
            return new Options(
                    clock, other, httpPort, webSocketPort, faults, journal, app, rateLimits, timing, suggestions);
        }

        /** The same with the faults and the journal that other simulated services share. */
        public Options with(Faults sharedFaults, Journal sharedJournal) {
            return new Options(
                    clock,
                    realTime,
                    httpPort,
                    webSocketPort,
                    sharedFaults,
                    sharedJournal,
                    app,
                    rateLimits,
                    timing,
                    suggestions);
        }

        /** The same with another app. */
        public Options with(AppIdentity other) {
            return new Options(
                    clock, realTime, httpPort, webSocketPort, faults, journal, other, rateLimits, timing, suggestions);
        }

        /** The same with other rate limits. */
        public Options with(RateLimits other) {
            return new Options(
                    clock, realTime, httpPort, webSocketPort, faults, journal, app, other, timing, suggestions);
        }

        /** The same with another patience. */
        public Options with(Timing other) {
            return new Options(
                    clock, realTime, httpPort, webSocketPort, faults, journal, app, rateLimits, other, suggestions);
        }

        /** The same, suggesting these requests on the page. */
        public Options suggesting(List<String> requests) {
            return new Options(
                    clock, realTime, httpPort, webSocketPort, faults, journal, app, rateLimits, timing, requests);
        }
    }

    /**
     * How patient Slack is, in real time.
     *
     * @param answerWithin how long the app may take to acknowledge
     * @param triggerLifetime how long a trigger id opens a modal
     * @param fileProcessing how long an uploaded file is not ready for image blocks
     */
    public record Timing(Duration answerWithin, Duration triggerLifetime, Duration fileProcessing) {
        /** Slack's own: three seconds for both, and a moment for files. */
        public static Timing slack() {
            return new Timing(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofMillis(400));
        }
    }
}
