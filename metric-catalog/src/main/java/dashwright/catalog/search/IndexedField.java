package dashwright.catalog.search;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Reason.Field;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a metric or of a span group that is indexed, and what a word found there is worth. The weights were measured on
 * widget titles of other people's dashboards; half or twice of each changes little.
 *
 * @param field what it is to the reader of a reason
 * @param weight its weight in the ranking, at least 1
 * @param texts its text
 */
record IndexedField<T>(Field field, int weight, Function<T, List<String>> texts) {
    /** The words before the first dot, by which teams and products tell their metrics apart. */
    static final IndexedField<Metric> NAMESPACE = new IndexedField<>(
            Field.NAMESPACE, 6, metric -> isDivided(metric) ? List.of(metric.namespace()) : List.of());

    /** The words after the first dot, which tell a metric from those beside it; all of them where there is no dot. */
    static final IndexedField<Metric> NAME = new IndexedField<>(
            Field.NAME,
            4,
            metric -> List.of(
                    isDivided(metric)
                            ? metric.name().substring(metric.namespace().length() + 1)
                            : metric.name()));

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

    private static boolean isDivided(Metric metric) {
        return metric.name().length() > metric.namespace().length() + 1;
    }
}
