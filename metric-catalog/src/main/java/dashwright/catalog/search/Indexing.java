package dashwright.catalog.search;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import java.util.List;
import java.util.function.Function;

/**
 * How one sort of item is indexed.
 *
 * @param together the fields that are ranked as one weighted text
 * @param naming those of them that name the item rather than tell about it
 * @param apart fields of which an item is no worse an answer for having much text
 * @param fields what a reason can name, in the order in which it prefers them
 * @param name what tells one item from every other
 * @param namespace the owner or product that an item belongs to
 */
record Indexing<T>(
        List<IndexedField<T>> together,
        List<IndexedField<T>> naming,
        List<IndexedField<T>> apart,
        List<IndexedField<T>> fields,
        Function<T, String> name,
        Function<T, String> namespace) {
    static final Indexing<Metric> METRICS = new Indexing<>(
            List.of(IndexedField.NAME, IndexedField.INTEGRATION, IndexedField.UNIT, IndexedField.DESCRIPTION),
            List.of(IndexedField.NAME, IndexedField.UNIT),
            List.of(IndexedField.TAGS),
            List.of(
                    IndexedField.NAMESPACE,
                    IndexedField.NAME,
                    IndexedField.INTEGRATION,
                    IndexedField.UNIT,
                    IndexedField.DESCRIPTION,
                    IndexedField.TAGS),
            Metric::name,
            Metric::namespace);

    static final Indexing<SpanGroup> SPANS = new Indexing<>(
            List.of(IndexedField.RESOURCE, IndexedField.SERVICE, IndexedField.OPERATION),
            List.of(IndexedField.RESOURCE, IndexedField.OPERATION),
            List.of(),
            List.of(IndexedField.RESOURCE, IndexedField.SERVICE, IndexedField.OPERATION),
            spans -> String.join("\n", spans.service(), spans.operation(), spans.resource()),
            SpanGroup::service);
}
