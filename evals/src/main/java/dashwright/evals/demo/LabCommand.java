package dashwright.evals.demo;

import dashwright.bot.cli.Cli;
import dashwright.bot.cli.Exit;
import dashwright.bot.cli.UsageException;
import dashwright.lab.Lab;
import dashwright.lab.world.Worlds;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulated services alone. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "The simulated services alone; prints the settings that point any other program at them.")
public final class LabCommand implements Callable<Integer> {
    @Option(names = "--world", paramLabel = "pypi|metta", description = "the simulated team (default ${DEFAULT-VALUE})")
    private String world = "pypi";

    @Option(names = "--seed", paramLabel = "N", description = "what its noise is made from (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--datadog-port", paramLabel = "N", description = "default: any that is free")
    private int datadogPort;

    @Option(names = "--slack-port", paramLabel = "N", description = "default: any that is free")
    private int slackPort;

    @Option(names = "--model-port", paramLabel = "N", description = "default: any that is free")
    private int modelPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Worlds.names().contains(world)) {
            throw new UsageException("there is no world named " + world + "; there are " + Worlds.names());
        }
        Lab.Options options =
                new Lab.Options(world, seed, datadogPort, slackPort, modelPort, true, true, List.of("/dash help"));
        try (Lab lab = Lab.start(options)) {
            PrintStream out = Cli.standardOutput();
            lab.environment().forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
            out.println("# signed HTTP instead of Socket Mode: SLACK_SIGNING_SECRET='"
                    + lab.slack().credentials().signingSecret() + "'");
            out.println("# chat page: " + lab.slack().pageUrl());
            out.println("# boards: " + lab.datadog().url() + "/dashboard");
            out.println("# the world is moved to the present; its clock and faults are steered at "
                    + lab.datadog().url() + "/lab/clock and /lab/faults");
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
        }
        return Exit.DONE;
    }
}
