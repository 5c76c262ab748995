package dashwright.catalog.search;

/**
 * Why a metric or a span group answered: one word of the text and what it met.
 *
 * @param word the word as the user wrote it
 * @param matched the word it met there; of what was taught the whole phrase
 * @param field where it was met
 * @param by who taught it, empty for what was met in the item itself
 */
public record Reason(String word, String matched, Field field, String by) {
    /** A word that was met in the item itself. */
    public Reason(String word, String matched, Field field) {
        this(word, matched, field, "");
    }

    /** True where a person said that the word means the item. */
    public boolean isTaught() {
        return field == Field.TAUGHT;
    }

    /** The part of a metric or of a span group in which a word was met. */
    public enum Field {
        NAME,
        DESCRIPTION,
        UNIT,
        INTEGRATION,
        /** A tag's key or one of its values. */
        TAG,
        /** The service of a span group. */
        SERVICE,
        /** The operation name of a span group. */
        OPERATION,
        /** The resource name of a span group. */
        RESOURCE,
        /** Nowhere in the item: a person said that the word means it. */
        TAUGHT
    }
}
