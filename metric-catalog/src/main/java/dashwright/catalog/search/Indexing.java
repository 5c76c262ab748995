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
}
