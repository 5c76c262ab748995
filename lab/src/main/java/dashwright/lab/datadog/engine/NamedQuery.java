package dashwright.lab.datadog.engine;

/**
 * A query that formulas can name.
 *
 * @param source what evaluates it
 * @param aggregator how a line becomes one number where one is asked for: {@code avg}, {@code sum}, {@code last}, …
 */
public record NamedQuery(Source source, String aggregator) {
    /** Evaluates a query of any data source over a window. */
    @FunctionalInterface
    public interface Source {
        /** The lines of a window. */
        Frame evaluate(Window window);
    }
}
