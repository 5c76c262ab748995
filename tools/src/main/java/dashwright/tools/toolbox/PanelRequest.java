package dashwright.tools.toolbox;

import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.Threshold;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A panel as a model asks for it: names and words, never a query.
 *
 * @param place where it stands among the arguments
 * @param metric the metric's full name, empty for spans
 * @param percentOf the metric that the first one is shown as a percentage of, empty for none
 * @param spans the spans, null for a metric
 * @param measure how it is read, null for what fits the metric's type
 * @param section a section's id or kind, empty for what fits the shape
 */
record PanelRequest(
        String place,
        String title,
        Shape shape,
        String metric,
        String percentOf,
        @Nullable Spans spans,
        @Nullable Measure measure,
        List<TagFilter> filters,
        List<String> by,
        @Nullable Duration window,
        String meaning,
        List<Threshold> thresholds,
        String section) {
    PanelRequest {
        filters = List.copyOf(filters);
        by = List.copyOf(by);
        thresholds = List.copyOf(thresholds);
    }

    /** Names of spans, each empty for any. */
    record Spans(String service, String operation, String resource) {}

    /** The metrics that it reads. */
    List<String> metrics() {
        return List.of(metric, percentOf).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** True where its tags matter. */
    boolean usesTags() {
        return !filters.isEmpty() || !by.isEmpty();
    }
}
