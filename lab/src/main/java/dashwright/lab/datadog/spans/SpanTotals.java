package dashwright.lab.datadog.spans;

import dashwright.lab.datadog.engine.Spread;
import java.util.HashSet;
import java.util.Set;

/** Spans of a span of time, added up. */
final class SpanTotals {
    private final Compute compute;
    private final Set<String> values = new HashSet<>();
    private double count;
    private double nanos;
    private double leastMean = Double.POSITIVE_INFINITY;
    private double greatestMean = Double.NEGATIVE_INFINITY;

    SpanTotals(Compute compute) {
        this.compute = compute;
    }

    void add(SpanKind kind, double spans, double meanNanos) {
        if (Double.isNaN(spans) || spans <= 0) {
            return;
        }
        count += spans;
        nanos += spans * meanNanos;
        leastMean = Math.min(leastMean, meanNanos);
        greatestMean = Math.max(greatestMean, meanNanos);
        if (compute.aggregation().equals("cardinality")) {
            kind.facet(compute.metric()).ifPresent(values::add);
        }
    }

    /** The computed value; NaN where there are no spans, except that these count as none. */
    double value() {
        return switch (compute.aggregation()) {
            case "count" -> compute.metric().isEmpty() || count > 0 ? Math.rint(count) : Double.NaN;
            case "cardinality" -> values.size();
            default -> count == 0 ? Double.NaN : ofDuration(compute.aggregation());
        };
    }

    boolean isEmpty() {
        return count == 0;
    }

    private double ofDuration(String aggregation) {
        double mean = nanos / count;
        return switch (aggregation) {
            case "avg" -> mean;
            case "sum" -> nanos;
            case "min" -> Spread.least(leastMean);
            case "max" -> Spread.greatest(greatestMean);
            case "median" -> Spread.quantile(mean, 0.5);
            default -> Spread.quantile(mean, Integer.parseInt(aggregation.substring(2)) / 100.0);
        };
    }
}
