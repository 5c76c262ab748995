package dashwright.catalog.search;

import java.util.Locale;

/**
 * Why a metric or a span group answered: one word of the text and what it met.
 *
 * @param word the word as the user wrote it; empty for {@link Field#MEANING}
 * @param matched the word it met there; of what was taught the whole phrase
 * @param field where it was met
 * @param likeness how near the two words are to one another
 * @param by who taught it, empty for what was met in the item itself
 */
public record Reason(String word, String matched, Field field, Likeness likeness, String by) {
    /** An embedding model finds the item close to the text as a whole. */
    static Reason closeInMeaning(double cosine) {
        return new Reason("", String.format(Locale.ROOT, "%.2f", cosine), Field.MEANING, Likeness.NEAR);
    }

    /**
     * A person said that a phrase means the item.
     *
     * @param word the word of the text that stands in the phrase
     * @param by who taught it
     */
    public static Reason taught(String word, String phrase, String by) {
        return new Reason(word, phrase, Field.TAUGHT, Likeness.SAME, by);
    }

    /** True where a person said that the word means the item. */
    public boolean isTaught() {
        return field == Field.TAUGHT;
    }

    /** The part of a metric or of a span group in which a word was met. */
    public enum Field {
        /** The first part of a metric's name, which tells whose it is. */
        NAMESPACE,
        /** The rest of the name. */
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
        MEANING,
        /** Nowhere in the item: a person said that the word means it. */
        TAUGHT
    }

    /** How near a word of the text is to the word that it met. */
    public enum Likeness {
        /** The same word, but for upper and lower case. */
        SAME,
        /** Another form of the word, as its plural. */
        FORM,
        /** Another word for the same thing, or its abbreviation. */
        SYNONYM,
        /** A word for nearly the same. */
        NEAR
    }

    /** A word that was met in the item itself. */
    public Reason(String word, String matched, Field field, Likeness likeness) {
        this(word, matched, field, likeness, "");
    }

    /** A reason by the word itself where the two are equal, and by a synonym elsewhere. */
    public Reason(String word, String matched, Field field) {
        this(word, matched, field, word.equalsIgnoreCase(matched) ? Likeness.SAME : Likeness.SYNONYM);
    }
}
