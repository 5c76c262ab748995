package dashwright.dashboards.plan;

import java.util.List;

/** One thing that a panel reads. */
public sealed interface Series {
    /** Names the series within its panel; formulas refer to it. A letter, then letters, digits and underscores. */
    String id();

    /** What the legend calls it, possibly empty. */
    String label();

    /** What is taken into account. */
    List<TagFilter> filters();

    /** The tag keys that split it. */
    List<String> by();

    /** How it is read. */
    Measure measure();

    /** A metric of the catalog. */
    record OfMetric(String id, String label, String metric, Measure measure, List<TagFilter> filters, List<String> by)
            implements Series {
        public OfMetric {
            filters = List.copyOf(filters);
            by = List.copyOf(by);
        }
    }

    /**
     * Spans, counted or timed; {@link Measure#TOTAL} counts them, a percentile measures their duration.
     *
     * @param service the service, empty for any
     * @param operation the operation name, empty for any
     * @param resource the resource name, empty for any
     */
    record OfSpans(
            String id,
            String label,
            String service,
            String operation,
            String resource,
            Measure measure,
            List<TagFilter> filters,
            List<String> by)
            implements Series {
        public OfSpans {
            filters = List.copyOf(filters);
            by = List.copyOf(by);
        }
    }
}
