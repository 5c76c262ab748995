package dashwright.catalog.search;

import java.util.Optional;

/** Words in, ranked metrics out. */
public interface MetricSearch {
    /**
     * Ranks the catalog for a text.
     *
     * @param text what a person wrote, of any length and in any script; only a bounded part of a very long text counts
     * @param limit how many metrics at the most, at least 1
     */
    SearchResult search(String text, int limit);

    /** How far one metric answers to a text, whatever its rank. Empty where the catalog has no such metric. */
    default Optional<Match> judge(String text, String metric) {
        return search(text, Integer.MAX_VALUE).metrics().stream()
                .filter(match -> match.metric().name().equals(metric))
                .findFirst();
    }
}
