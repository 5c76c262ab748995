package dashwright.catalog.search;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Reason.Field;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a metric or of a span group that is indexed, and what a word found there is worth.
 *
 * @param field what it is to the reader of a reason
 * @param weight its weight in the ranking, at least 1
 * @param texts its text
 */
record IndexedField<T>(Field field, float weight, Function<T, List<String>> texts) {
    /**
     * What is ranked together as one text. Name ×3, integration ×2, description ×1 was measured to rank best among plain
     * weightings on widget titles of other people's dashboards.
     */
    static final List<IndexedField<Metric>> METRIC = List.of(
            new IndexedField<>(Field.NAME, 3, metric -> List.of(metric.name())),
            new IndexedField<>(Field.INTEGRATION, 2, metric -> List.of(metric.integration())),
            new IndexedField<>(
                    Field.UNIT,
                    1,
                    metric -> List.of(metric.unit().name(), metric.unit().per())),
            new IndexedField<>(Field.DESCRIPTION, 1, metric -> List.of(metric.description())));

    /** Tags stand apart: a metric with a thousand tag values is not a worse answer for being long. */
    static final IndexedField<Metric> TAGS = new IndexedField<>(Field.TAG, 1, TagTexts::of);

    static final List<IndexedField<SpanGroup>> SPAN = List.of(
            new IndexedField<>(Field.RESOURCE, 3, spans -> List.of(spans.resource())),
            new IndexedField<>(Field.SERVICE, 2, spans -> List.of(spans.service())),
            new IndexedField<>(Field.OPERATION, 1, spans -> List.of(spans.operation())));

    /** The name of the field in the index. */
    String name() {
        return field.name();
    }
}
