package dashwright.evals.bench;

import dashwright.catalog.Metric;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.SyncSettings;
import dashwright.catalog.sync.Synced;
import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogReader;
import dashwright.tools.datadog.DatadogSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the first sync of a catalog takes in a program that just started, over HTTP from a server on this machine, and how
 * many reads: listing, and indexing what was listed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class SyncBenchmark {
    private static final long SEED = 1;
    private static final Secret KEY = Secret.of("0123456789abcdef0123456789abcdef");

    /** How many metrics. */
    @Param({"10000", "100000"})
    public int metrics;

    private @Nullable MetricServer server;
    private @Nullable DatadogReader reader;

    /** Starts the server. */
    @Setup(Level.Trial)
    public void serve() throws IOException {
        MetricServer started = new MetricServer(SyntheticCatalog.of(metrics, SEED).metrics().stream()
                .map(Metric::name)
                .toList());
        server = started;
        reader = new DatadogReader(DatadogSettings.forUrl(started.url(), KEY, KEY), InstantSource.system());
    }

    /** Syncs for the first time. */
    @Benchmark
    public Synced sync() {
        if (reader == null) {
            throw new IllegalStateException("there is no server yet");
        }
        Synced synced = new LiveCatalog(reader, InstantSource.system(), SyncSettings.DEFAULT).refresh();
        if (!synced.gaps().isEmpty() || synced.catalog().metrics().size() != metrics) {
            throw new IllegalStateException("not all was listed: " + synced.gaps());
        }
        return synced;
    }

    /** Tells how many reads it took. */
    @TearDown(Level.Trial)
    public void tellReads() {
        if (server != null && reader != null) {
            System.out.printf("%nmetric reads: %d%n", server.reads());
            reader.close();
            server.close();
        }
    }
}
