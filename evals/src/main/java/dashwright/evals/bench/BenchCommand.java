package dashwright.evals.bench;

import dashwright.bot.cli.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure speed and size on catalogs made to order; docs/performance.md tells what came out.")
public final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    public enum What {
        /** The time of one search. */
        SEARCH(SearchBenchmark.class),
        /** The time to index a catalog. */
        INDEX(IndexBenchmark.class),
        /** The time and the reads of a first sync. */
        SYNC(SyncBenchmark.class);

        private final Class<?> benchmark;

        What(Class<?> benchmark) {
            this.benchmark = benchmark;
        }
    }

    @Parameters(arity = "0..*", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}; all without")
    private List<What> what = new ArrayList<>();

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "N",
            description = "sizes of the catalogs (default 10000,100000,1000000)")
    private List<Integer> metrics = new ArrayList<>();

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true);
        for (What each : what.isEmpty() ? List.of(What.values()) : what) {
            options.include(each.benchmark.getName());
        }
        if (!metrics.isEmpty()) {
            options.param("metrics", metrics.stream().map(String::valueOf).toArray(String[]::new));
        }
        new Runner(options.build()).run();
        return Exit.DONE;
    }
}
