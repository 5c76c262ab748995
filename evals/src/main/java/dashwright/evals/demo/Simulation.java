package dashwright.evals.demo;

import dashwright.bot.cli.UsageException;
import dashwright.lab.Lab;
import dashwright.lab.PortTakenException;
import dashwright.lab.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Option;

/** What the verbs that start simulated services have in common: the team, and ports that may be taken. */
final class Simulation {
    private static final int LARGEST_PORT = 65_535;

    @Option(names = "--world", paramLabel = "pypi|metta", description = "the simulated team (default ${DEFAULT-VALUE})")
    private String world = "pypi";

    /**
     * The name of the simulated team.
     *
     * @throws UsageException where there is no such team
     */
    String world() {
        if (!Worlds.names().contains(world)) {
            throw new UsageException("there is no world named " + world + "; there are " + Worlds.names());
        }
        return world;
    }

    /**
     * A port as it was given.
     *
     * @throws UsageException where no port has that number
     */
    static int port(String option, int number) {
        if (number < 0 || number > LARGEST_PORT) {
            throw new UsageException(
                    option + " takes a port from 1 to " + LARGEST_PORT + ", or 0 for any that is free, not " + number);
        }
        return number;
    }

    /** Starts the services; where a port is taken, the message names the option that chooses another. */
    static Lab start(Lab.Options options, OptionOf optionOf) throws IOException, InterruptedException {
        try {
            return Lab.start(options);
        } catch (PortTakenException taken) {
            throw new UncheckedIOException(
                    "port " + taken.port() + " cannot be listened on: another program has it, or this user may not;"
                            + " choose another with " + optionOf.service(taken.service())
                            + " N, or leave that out for any that is free",
                    taken);
        }
    }

    /** Which option sets the port of a service. */
    interface OptionOf {
        String service(String name);
    }
}
