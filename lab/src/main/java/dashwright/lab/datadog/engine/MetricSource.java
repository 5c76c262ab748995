package dashwright.lab.datadog.engine;

import java.util.Optional;

/** Where the engine finds metrics. */
public interface MetricSource {
    /** The metric with this name. */
    Optional<LabMetric> metric(String name);

    /**
     * True where any sender of the metric has sent something lately, so that a query knows the series though its window
     * is empty.
     *
     * @param metric the metric
     * @param now the present, in seconds since the epoch
     */
    boolean isKnownAt(LabMetric metric, long now);
}
