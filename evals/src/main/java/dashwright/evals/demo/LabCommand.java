package dashwright.evals.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.cli.Cli;
import dashwright.bot.cli.Exit;
import dashwright.bot.cli.UntilStopped;
import dashwright.lab.Lab;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the simulated services alone. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "The simulated services alone; prints the settings that point any other program at them.")
public final class LabCommand implements Callable<Integer> {
    @Mixin
    private Simulation simulation = new Simulation();

    @Option(names = "--seed", paramLabel = "N", description = "what its noise is made from (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--datadog-port", paramLabel = "N", description = "default: any that is free")
    private int datadogPort;

    @Option(names = "--slack-port", paramLabel = "N", description = "default: any that is free")
    private int slackPort;

    @Option(names = "--model-port", paramLabel = "N", description = "default: any that is free")
    private int modelPort;

    @Option(names = "--json", description = "print the settings as one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Lab.Options options = new Lab.Options(
                simulation.world(),
                seed,
                Simulation.port("--datadog-port", datadogPort),
                Simulation.port("--slack-port", slackPort),
                Simulation.port("--model-port", modelPort),
                true,
                true,
                List.of("/dash help"));
        try (Lab lab = Simulation.start(options, service -> "--" + service + "-port")) {
            PrintStream out = Cli.standardOutput();
            if (json) {
                out.println(document(lab).toPrettyString());
            } else {
                print(lab, out);
            }
            UntilStopped.await();
        }
        return Exit.DONE;
    }

    private static void print(Lab lab, PrintStream out) {
        lab.environment().forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
        out.println("# signed HTTP instead of Socket Mode: SLACK_SIGNING_SECRET='"
                + lab.slack().credentials().signingSecret() + "'");
        out.println("# chat page: " + lab.slack().pageUrl());
        out.println("# boards: " + lab.datadog().url() + "/dashboard");
        out.println("# the world is moved to the present; its clock and faults are steered at "
                + lab.datadog().url() + "/lab/clock and /lab/faults");
    }

    private static ObjectNode document(Lab lab) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode settings = document.putObject("settings");
        lab.environment().forEach(settings::put);
        return document.put("signing_secret", lab.slack().credentials().signingSecret())
                .put("chat_page", lab.slack().pageUrl().toString())
                .put("boards", lab.datadog().url() + "/dashboard")
                .put("clock", lab.datadog().url() + "/lab/clock")
                .put("faults", lab.datadog().url() + "/lab/faults");
    }
}
