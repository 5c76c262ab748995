package dashwright.catalog.search;

import java.util.Locale;

/**
 * Why a metric or a span group answered: one word of the text and what it met.
 *
 * @param word the word as the user wrote it; empty for {@link Field#MEANING}
 * @param matched the word it met there
 * @param field where it was met
 */
public record Reason(String word, String matched, Field field) {
    /** An embedding model finds the item close to the text as a whole. */
    static Reason closeInMeaning(double cosine) {
        return new Reason("", String.format(Locale.ROOT, "%.2f", cosine), Field.MEANING);
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
        /** No word, but the text as a whole: an embedding model finds it close. What was met is the cosine, as in 0.83. */
        MEANING
    }
}
