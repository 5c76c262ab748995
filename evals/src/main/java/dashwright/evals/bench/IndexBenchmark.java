package dashwright.evals.bench;

import dashwright.catalog.search.CatalogIndex;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to index a catalog in a program that just started, which is when it is done. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class IndexBenchmark {
    /** Indexes the catalog. */
    @Benchmark
    public CatalogIndex index(CatalogState state) {
        return CatalogIndex.of(state.catalog());
    }
}
