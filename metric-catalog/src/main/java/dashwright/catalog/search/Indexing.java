package dashwright.catalog.search;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How one sort of item is indexed.
 *
 * @param together the fields that are ranked as one weighted text
 * @param naming those of them that name the item rather than tell about it
 * @param apart fields of which an item is no worse an answer for having much text
 * @param name what tells one item from every other
 * @param namespace the owner or product that an item belongs to
 * @param bearing for a question, how much better or worse an item answers to it for what is known of the item beside its
 *     words, as a share of its score; 0 for neither
 */
record Indexing<T>(
        List<IndexedField<T>> together,
        List<IndexedField<T>> naming,
        List<IndexedField<T>> apart,
        Function<T, String> name,
        Function<T, String> namespace,
        Function<Question, ToDoubleFunction<T>> bearing) {
    static final Indexing<Metric> METRICS = new Indexing<>(
            List.of(
                    IndexedField.NAMESPACE,
                    IndexedField.NAME,
                    IndexedField.INTEGRATION,
                    IndexedField.UNIT,
                    IndexedField.DESCRIPTION),
            List.of(IndexedField.NAME),
            List.of(IndexedField.TAGS),
            Metric::name,
            Metric::namespace,
            Bearing::new);

    static final Indexing<SpanGroup> SPANS = new Indexing<>(
            List.of(IndexedField.RESOURCE, IndexedField.SERVICE, IndexedField.OPERATION),
            List.of(IndexedField.RESOURCE, IndexedField.OPERATION),
            List.of(),
            spans -> String.join("\n", spans.service(), spans.operation(), spans.resource()),
            SpanGroup::service,
            question -> spans -> 0);

    /** All fields, in the order in which a reason prefers them. */
    List<IndexedField<T>> fields() {
        return Stream.concat(together.stream(), apart.stream()).toList();
    }

    /** Of about how many words an item's own name is made, at least 1: signs and the borders of camelCase divide. */
    int nameLength(T item) {
        int words = 0;
        for (IndexedField<T> field : naming) {
            for (String text : field.texts().apply(item)) {
                words += words(text);
            }
        }
        return Math.max(1, words);
    }

    private static int words(String name) {
        int words = 0;
        boolean inWord = false;
        for (int at = 0; at < name.length(); at++) {
            char sign = name.charAt(at);
            boolean part = Character.isLetterOrDigit(sign);
            boolean border = inWord && Character.isUpperCase(sign) && Character.isLowerCase(name.charAt(at - 1));
            words += part && (!inWord || border) ? 1 : 0;
            inWord = part;
        }
        return words;
    }
}
