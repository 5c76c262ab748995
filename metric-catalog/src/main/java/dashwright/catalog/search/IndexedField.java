package dashwright.catalog.search;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Reason.Field;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a metric or of a span group that is indexed, and what a word found there is worth. Name ×3, integration ×2,
 * description ×1 was measured to rank best among plain weightings on widget titles of other people's dashboards.
 *
 * @param field what it is to the reader of a reason
 * @param weight its weight in the ranking, at least 1
 * @param texts its text
 */
record IndexedField<T>(Field field, int weight, Function<T, List<String>> texts) {
    /** It stands in the name, so it is only told apart and never counted again. */
    static final IndexedField<Metric> NAMESPACE = new IndexedField<>(
            Field.NAMESPACE, 1, metric -> List.of(metric.name().equals(metric.namespace()) ? "" : metric.namespace()));

    static final IndexedField<Metric> NAME = new IndexedField<>(Field.NAME, 3, metric -> List.of(metric.name()));

    static final IndexedField<Metric> INTEGRATION =
            new IndexedField<>(Field.INTEGRATION, 2, metric -> List.of(metric.integration()));

    static final IndexedField<Metric> UNIT = new IndexedField<>(
            Field.UNIT, 1, metric -> List.of(metric.unit().name(), metric.unit().per()));

    static final IndexedField<Metric> DESCRIPTION =
            new IndexedField<>(Field.DESCRIPTION, 1, metric -> List.of(metric.description()));

    static final IndexedField<Metric> TAGS = new IndexedField<>(Field.TAG, 1, TagTexts::of);

    static final IndexedField<SpanGroup> RESOURCE =
            new IndexedField<>(Field.RESOURCE, 3, spans -> List.of(spans.resource()));

    static final IndexedField<SpanGroup> SERVICE =
            new IndexedField<>(Field.SERVICE, 2, spans -> List.of(spans.service()));

    static final IndexedField<SpanGroup> OPERATION =
            new IndexedField<>(Field.OPERATION, 1, spans -> List.of(spans.operation()));
}
