package dashwright.catalog.search;

/** Words in, ranked metrics out. */
public interface MetricSearch {
    /**
     * Ranks the catalog for a text.
     *
     * @param text what a person wrote, of any length and in any script; only a bounded part of a very long text counts
     * @param limit how many metrics at the most, at least 1
     */
    SearchResult search(String text, int limit);
}
