package dashwright.evals.demo;

import dashwright.bot.cli.Exit;
import dashwright.lab.Lab;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Touches what every verb needs, so that a start cache can be made of it. */
@Command(name = "warm-up", hidden = true, description = "Run everything once, for the launcher's start cache.")
public final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Lab lab = Lab.start(Lab.Options.of("pypi").standing());
                DemoHouse house = DemoHouse.open(lab, Map.of())) {
            return new OnceScript(house, true, false).run("build s3 sync status") == Exit.DONE
                    ? Exit.DONE
                    : Exit.OUTSIDE;
        }
    }
}
