package dashwright.bot.cli;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.bot.web.SlackRuntime;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the bot until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Run the bot against Slack and Datadog.")
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (Dashwright bot = Sources.live(spec, Settings.Service.DATADOG, Settings.Service.SLACK);
                SlackRuntime runtime = bot.serve()) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("dash serve: listening; health at http://localhost:" + runtime.port() + "/healthz");
            bot.keep();
            UntilStopped.await();
        }
        return Exit.DONE;
    }
}
