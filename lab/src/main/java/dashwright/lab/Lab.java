package dashwright.lab;

import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.model.ModelLab;
import dashwright.lab.model.Scripts;
import dashwright.lab.slack.SlackLab;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.world.ShiftedWorld;
import dashwright.lab.world.World;
import dashwright.lab.world.Worlds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The three simulated services, sharing one clock, one set of faults and one journal. */
public final class Lab implements AutoCloseable {
    private static final String MODEL_KEY = "sk-lab-0000000000000000";

    private final World world;
    private final LabClock clock;
    private final Faults faults;
    private final Journal journal;
    private final DatadogLab datadog;
    private final SlackLab slack;
    private final ModelLab model;

    private Lab(
            World world,
            LabClock clock,
            Faults faults,
            Journal journal,
            DatadogLab datadog,
            SlackLab slack,
            ModelLab model) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
        this.datadog = datadog;
        this.slack = slack;
        this.model = model;
    }

    /**
     * How a lab is set up.
     *
     * @param world the name of the simulated team
     * @param seed what the team's noise is made from
     * @param datadogPort a port, 0 for any; so with the other two
     * @param running false for a clock that stands still until it is told to move
     * @param realTime true to move the world to the present, for programs that know no other time
     * @param suggestions requests that the chat page suggests
     */
    public record Options(
            String world,
            long seed,
            int datadogPort,
            int slackPort,
            int modelPort,
            boolean running,
            boolean realTime,
            List<String> suggestions) {
        public Options {
            suggestions = List.copyOf(suggestions);
            for (int port : new int[] {datadogPort, slackPort, modelPort}) {
                if (port < 0 || port > 65_535) {
                    throw new IllegalArgumentException("a port lies between 0 (any) and 65535, not at " + port);
                }
            }
        }

        /** A world on any ports, its clock running. */
        public static Options of(String world) {
            return new Options(world, 1, 0, 0, 0, true, false, List.of());
        }

        /** The same with a clock that stands still. */
        public Options standing() {
            return new Options(world, seed, datadogPort, slackPort, modelPort, false, realTime, suggestions);
        }

        /** The same with suggestions. */
        public Options suggesting(List<String> requests) {
            return new Options(world, seed, datadogPort, slackPort, modelPort, running, realTime, requests);
        }
    }

    /**
     * Starts the services; the clock begins at the instant at which the world's figures are those of its source, or at the
     * present, to which the world is moved then.
     *
     * @throws PortTakenException where a port is taken
     */
    public static Lab start(Options options) throws IOException, InterruptedException {
        InstantSource system = InstantSource.system();
        World named = Worlds.named(options.world(), options.seed());
        World world = options.realTime() ? ShiftedWorld.startingAt(named, system.instant()) : named;
        Instant begin = options.realTime() ? system.instant() : world.start();
        LabClock clock = new LabClock(begin, options.running(), system);
        Faults faults = new Faults();
        Journal journal = new Journal();
        Deque<AutoCloseable> begun = new ArrayDeque<>();
        try {
            DatadogLab datadog = DatadogLab.start(DatadogLab.Options.of(world, clock)
                    .onPort(free("datadog", options.datadogPort()))
                    .sharing(faults, journal));
            begun.push(datadog);
            SlackLab slack = SlackLab.start(SlackLab.Options.of(clock)
                    .onPorts(free("slack", options.slackPort()), 0)
                    .with(faults, journal)
                    .suggesting(options.suggestions()));
            begun.push(slack);
            ModelLab model = ModelLab.start(ModelLab.Options.of(clock, Scripts.standard())
                    .onPort(free("model", options.modelPort()))
                    .sharing(faults, journal)
                    .withKey(MODEL_KEY));
            return new Lab(world, clock, faults, journal, datadog, slack, model);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close(begun, failed);
            throw failed;
        }
    }

    /** What has begun must not go on without the rest. */
    private static void close(Deque<AutoCloseable> begun, Exception why) {
        while (!begun.isEmpty()) {
            try {
                begun.pop().close();
            } catch (Exception further) {
                why.addSuppressed(further);
            }
        }
    }

    /** The port, where nobody has it: asked of each service alike, whatever server it runs on. */
    private static int free(String service, int port) throws PortTakenException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException taken) {
            throw new PortTakenException(service, port, taken);
        }
    }

    /** The settings that point a program at these services, as environment variables; Slack by Socket Mode. */
    public Map<String, String> environment() {
        AppIdentity.Credentials app = slack.credentials();
        Map<String, String> environment = new TreeMap<>();
        environment.put("DD_URL", datadog.url().toString());
        environment.put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
        environment.put("DD_APP_KEY", "0123456789abcdef0123456789abcdef01234567");
        environment.put("SLACK_API_URL", slack.apiUrl());
        environment.put("SLACK_BOT_TOKEN", app.botToken());
        environment.put("SLACK_APP_TOKEN", app.appToken());
        environment.put("DASH_MODEL", "openai:" + ModelLab.MODEL);
        environment.put("OPENAI_BASE_URL", model.url().toString());
        environment.put("OPENAI_API_KEY", MODEL_KEY);
        return environment;
    }

    /** The same, with Slack's signed requests over HTTP instead of Socket Mode. */
    public Map<String, String> environmentForHttp() {
        Map<String, String> environment = environment();
        environment.remove("SLACK_APP_TOKEN");
        environment.put("SLACK_SIGNING_SECRET", slack.credentials().signingSecret());
        return environment;
    }

    /** The simulated team. */
    public World world() {
        return world;
    }

    /** The time of all three services. */
    public LabClock clock() {
        return clock;
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** What was received. */
    public Journal journal() {
        return journal;
    }

    /** The simulated Datadog. */
    public DatadogLab datadog() {
        return datadog;
    }

    /** The simulated Slack. */
    public SlackLab slack() {
        return slack;
    }

    /** The simulated model. */
    public ModelLab model() {
        return model;
    }

    @Override
    public void close() throws IOException {
        try (slack;
                datadog;
                model) {
            faults.clear();
        }
    }
}
