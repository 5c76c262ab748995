package dashwright.evals.bench;

import dashwright.catalog.Catalog;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A catalog to measure with. */
@State(Scope.Benchmark)
public class CatalogState {
    private static final long SEED = 1;

    /** How many metrics. */
    @Param({"10000", "100000", "1000000"})
    public int metrics;

    private @Nullable Catalog catalog;

    /** Makes the catalog. */
    @Setup(Level.Trial)
    public void make() {
        catalog = SyntheticCatalog.of(metrics, SEED);
    }

    Catalog catalog() {
        if (catalog == null) {
            throw new IllegalStateException("the catalog is not made yet");
        }
        return catalog;
    }
}
