package dashwright.evals.demo;

import dashwright.bot.cli.Cli;
import dashwright.bot.cli.Exit;
import dashwright.bot.cli.UntilStopped;
import dashwright.bot.cli.UsageException;
import dashwright.bot.conversation.Request;
import dashwright.lab.Lab;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything against simulated services. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "The real bot against a simulated Datadog, Slack and model; prints the address of a page to chat on.")
public final class DemoCommand implements Callable<Integer> {
    private static final Map<String, List<String>> SUGGESTIONS = Map.of(
            "pypi",
                    List.of(
                            "/dash build s3 sync status",
                            "/dash build how is the b2 cache backfill doing?",
                            "/dash build show me celery worker memory and task errors",
                            "/dash build pizza delivery times"),
            "metta",
                    List.of(
                            "/dash build github ci",
                            "/dash build skypilot jobs",
                            "/dash build kubernetes pods",
                            "/dash find ebs volumes"));

    @Option(
            names = "--once",
            paramLabel = "TEXT",
            description = "type this after /dash, approve, print what happened, end")
    private @Nullable String once;

    @Mixin
    private Simulation simulation = new Simulation();

    @Option(names = "--reject", description = "with --once: press Reject instead of Approve")
    private boolean reject;

    @Option(names = "--json", description = "with --once: print one JSON document")
    private boolean json;

    @Option(names = "--port", paramLabel = "N", description = "the chat page's port (default: any that is free)")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String world = simulation.world();
        if (once == null && (json || reject)) {
            throw new UsageException("--json and --reject belong to --once \"TEXT\"");
        }
        if (once != null && once.isBlank()) {
            throw new UsageException(
                    "--once takes what you would type after /dash, as in: --once \"build s3 sync status\"");
        }
        if (once != null && once.length() > Request.LONGEST_TEXT) {
            throw new UsageException("that is too long: say it in at most " + Request.LONGEST_TEXT
                    + " characters, not in " + once.length());
        }
        List<String> suggestions = SUGGESTIONS.getOrDefault(world, List.of());
        // Typed by a program the clock stands, so that the same request always gives the same figures.
        Lab.Options options =
                new Lab.Options(world, 1, 0, Simulation.port("--port", port), 0, once == null, false, suggestions);
        try (Lab lab = Simulation.start(options, service -> "--port");
                DemoHouse house = DemoHouse.open(lab, Map.of())) {
            return once == null ? page(lab, suggestions) : new OnceScript(house, json, reject).run(once);
        }
    }

    private int page(Lab lab, List<String> suggestions) throws InterruptedException {
        PrintStream out = Cli.standardOutput();
        out.println("Dashwright is listening in a simulated Slack. Open the chat page:");
        out.println();
        out.println("    " + lab.slack().pageUrl());
        out.println();
        out.println("Type there: " + (suggestions.isEmpty() ? "/dash help" : suggestions.getFirst()));
        out.println("The simulated Datadog's boards: " + lab.datadog().url() + "/dashboard");
        out.println("Ctrl-C ends.");
        UntilStopped.await();
        return Exit.DONE;
    }
}
