package dashwright.lab.datadog;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.datadog.access.Keys;
import dashwright.lab.datadog.access.Limit;
import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.boards.BoardListRoutes;
import dashwright.lab.datadog.boards.BoardRoutes;
import dashwright.lab.datadog.boards.BoardStore;
import dashwright.lab.datadog.control.ControlRoutes;
import dashwright.lab.datadog.http.Route;
import dashwright.lab.datadog.http.Routes;
import dashwright.lab.datadog.metrics.Intake;
import dashwright.lab.datadog.metrics.MetricDetails;
import dashwright.lab.datadog.metrics.MetricLists;
import dashwright.lab.datadog.metrics.MetricStore;
import dashwright.lab.datadog.metrics.QueryLog;
import dashwright.lab.datadog.monitors.MonitorRoutes;
import dashwright.lab.datadog.monitors.MonitorStore;
import dashwright.lab.datadog.monitors.ObjectiveRoutes;
import dashwright.lab.datadog.page.PageRoutes;
import dashwright.lab.datadog.query.Queries;
import dashwright.lab.datadog.query.QueryRoutes;
import dashwright.lab.datadog.query.SecondVersion;
import dashwright.lab.datadog.spans.SpanRoutes;
import dashwright.lab.datadog.spans.SpanStore;
import dashwright.lab.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated Datadog over HTTP: answers the API from a simulated world, at the time of the lab's clock. Nothing in it
 * is recorded; queries are evaluated. Routes under {@code /lab/} steer it, {@code /dashboard} shows its boards.
 */
public final class DatadogLab implements AutoCloseable {
    private final WireMockServer server;

    private DatadogLab(WireMockServer server) {
        this.server = server;
    }

    /**
     * How a lab is set up.
     *
     * @param world the team that is simulated
     * @param clock its time
     * @param port the port to listen on, 0 for any that is free
     * @param faults what goes wrong on purpose
     * @param journal where requests are noted
     * @param keys which keys are taken
     * @param limits rate limits by name, as in {@link RateLimits}; a name that is left out has no limit
     */
    public record Options(
            World world,
            LabClock clock,
            int port,
            Faults faults,
            Journal journal,
            Keys keys,
            Map<String, Limit> limits) {
        public Options {
            limits = Map.copyOf(limits);
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port lies between 0 (any) and 65535, not at " + port);
            }
        }

        /** A world at a time, on any port, for any keys, with Datadog's own limits. */
        public static Options of(World world, LabClock clock) {
            return new Options(world, clock, 0, new Faults(), new Journal(), Keys.ANY, RateLimits.DEFAULTS);
        }

        /** The same on a certain port. */
        public Options onPort(int number) {
            return new Options(world, clock, number, faults, journal, keys, limits);
        }

        /** The same with faults and a journal that are shared with other services. */
        public Options sharing(Faults others, Journal other) {
            return new Options(world, clock, port, others, other, keys, limits);
        }

        /** The same with certain keys only. */
        public Options withKeys(Keys others) {
            return new Options(world, clock, port, faults, journal, others, limits);
        }

        /** The same with one limit changed. */
        public Options withLimit(String name, Limit limit) {
            Map<String, Limit> changed = new HashMap<>(limits);
            changed.put(name, limit);
            return new Options(world, clock, port, faults, journal, keys, changed);
        }

        /** The same without any rate limit. */
        public Options withoutLimits() {
            return new Options(world, clock, port, faults, journal, keys, Map.of());
        }
    }

    /**
     * Starts a lab.
     *
     * @throws com.github.tomakehurst.wiremock.common.FatalStartupException where the port is taken
     */
    public static DatadogLab start(Options options) {
        FrontDesk desk = new FrontDesk(
                new Routes(routes(options)),
                options.keys(),
                new RateLimits(options.limits(), options.clock()),
                options.faults(),
                options.journal(),
                options.clock());
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .port(options.port())
                .bindAddress("127.0.0.1")
                .containerThreads(40)
                .disableRequestJournal()
                .extensions(new Dispatcher(desk));
        WireMockServer server = new WireMockServer(configuration);
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        return new DatadogLab(server);
    }

    private static List<Route> routes(Options options) {
        World world = options.world();
        LabClock clock = options.clock();
        MetricStore metrics = new MetricStore(world);
        QueryLog log = new QueryLog();
        SpanStore spans = SpanStore.of(world);
        Queries queries = Queries.over(metrics, spans, log, clock);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new MetricLists(metrics, log, clock).routes());
        routes.addAll(new MetricDetails(metrics, log, clock).routes());
        routes.addAll(new Intake(metrics).routes());
        routes.addAll(new QueryRoutes(queries).routes());
        routes.addAll(new SpanRoutes(spans, clock).routes());
        BoardStore boards = new BoardStore(world, clock);
        routes.addAll(new BoardListRoutes(boards, clock).routes());
        routes.addAll(new BoardRoutes(boards).routes());
        routes.addAll(new MonitorRoutes(new MonitorStore(world, clock)).routes());
        routes.addAll(new ObjectiveRoutes(world).routes());
        routes.addAll(new PageRoutes(boards, new SecondVersion(queries), metrics, clock).routes());
        routes.addAll(new ControlRoutes(world, clock, options.faults(), options.journal()).routes());
        return routes;
    }

    /** Where the lab listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
