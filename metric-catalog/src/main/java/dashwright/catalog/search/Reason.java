package dashwright.catalog.search;

/**
 * Why a metric answered: one word of the text and what it met.
 *
 * @param word the word as the user wrote it
 * @param matched the word it met in the metric
 * @param field where it was met
 */
public record Reason(String word, String matched, Field field) {
    /** The part of a metric in which a word was met. */
    public enum Field {
        NAME,
        DESCRIPTION,
        UNIT,
        INTEGRATION,
        TAG
    }
}
