package dashwright.evals.bench;

import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.SearchResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long one search takes, from the text to ten explained answers, in a heap of 1.5 GB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class SearchBenchmark {
    private static final int QUESTIONS = 2_000;
    private static final int ANSWERS = 10;
    private static final long SEED = 2;

    private @Nullable CatalogIndex index;
    private List<String> questions = List.of();
    private int next;

    /** Indexes the catalog. */
    @Setup(Level.Trial)
    public void index(CatalogState state) {
        index = CatalogIndex.of(state.catalog());
        questions = SyntheticCatalog.questions(state.catalog(), QUESTIONS, SEED);
    }

    /** Answers the next question. */
    @Benchmark
    public SearchResult search() {
        if (index == null) {
            throw new IllegalStateException("there is no index yet");
        }
        next = (next + 1) % questions.size();
        return index.search(questions.get(next), ANSWERS);
    }

    /** Tells what catalog and index take together, once nothing else is left. */
    @TearDown(Level.Trial)
    public void tellMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("%nheap in use: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
