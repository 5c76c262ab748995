package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.SpaceAggregator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Joins senders in space, and refuses what Datadog refuses. */
final class SpaceRule {
    private static final Set<String> ON_ALL_TYPES = Set.of("avg", "sum", "min", "max");

    private SpaceRule() {}

    /** Refuses an aggregator that there is none of, whatever the metric. */
    static void refuseUnknown(SpaceAggregator aggregator) {
        boolean known = ON_ALL_TYPES.contains(aggregator.name())
                || aggregator.name().equals("count")
                || aggregator.isPercentile();
        if (!known) {
            throw new QueryRefused("Error parsing query: unknown aggregator '" + aggregator.name()
                    + "'; known are avg, sum, min, max, count and, on distributions, percentiles as p95");
        }
        if (!aggregator.condition().isEmpty()) {
            throw new QueryRefused("Error parsing query: the lab does not answer conditional counts: "
                    + aggregator.name() + "(" + aggregator.condition() + ")");
        }
    }

    /** Refuses an aggregator that the metric cannot answer. */
    static void refuseUnfit(SpaceAggregator aggregator, LabMetric metric) {
        refuseUnknown(aggregator);
        if (aggregator.isPercentile() && !(metric.isDistribution() && metric.percentiles())) {
            throw new QueryRefused("Error parsing query: percentile aggregation " + aggregator.name()
                    + " is not available for metric " + metric.name() + " of type " + metric.type()
                    + ": it needs a distribution with percentiles enabled");
        }
    }

    /** The values of a group of senders. */
    static double[] join(SpaceAggregator aggregator, LabMetric metric, List<Sender> senders, TimeReader reader) {
        return metric.isDistribution() ? pooled(aggregator, senders, reader) : joined(aggregator, senders, reader);
    }

    private static double[] pooled(SpaceAggregator aggregator, List<Sender> senders, TimeReader reader) {
        double[] values = new double[reader.points()];
        Bucket bucket = new Bucket();
        for (int i = 0; i < values.length; i++) {
            reader.pool(senders, i, bucket);
            values[i] = ofDistribution(aggregator, bucket);
        }
        return values;
    }

    private static double ofDistribution(SpaceAggregator aggregator, Bucket bucket) {
        if (aggregator.isPercentile()) {
            double percent = Double.parseDouble(aggregator.name().substring(1));
            return Spread.quantile(bucket.average(), Math.clamp(percent / 100, 0.0001, 0.9999));
        }
        return switch (aggregator.name()) {
            case "sum" -> bucket.sum();
            case "count" -> bucket.count();
            case "min" -> Spread.least(bucket.min());
            case "max" -> Spread.greatest(bucket.max());
            default -> bucket.average();
        };
    }

    private static double[] joined(SpaceAggregator aggregator, List<Sender> senders, TimeReader reader) {
        boolean counts = aggregator.name().equals("count");
        double[] result = new double[reader.points()];
        Arrays.fill(result, Double.NaN);
        int[] known = new int[result.length];
        for (Sender sender : senders) {
            double[] values = reader.values(sender);
            for (int i = 0; i < result.length; i++) {
                if (!Double.isNaN(values[i])) {
                    // Of anything but a distribution, count tells how many series report.
                    double value = counts ? 1 : values[i];
                    result[i] = known[i]++ == 0 ? value : joined(aggregator.name(), result[i], value);
                }
            }
        }
        if (aggregator.name().equals("avg")) {
            for (int i = 0; i < result.length; i++) {
                result[i] /= known[i];
            }
        }
        return result;
    }

    private static double joined(String aggregator, double left, double right) {
        return switch (aggregator) {
            case "min" -> Math.min(left, right);
            case "max" -> Math.max(left, right);
            default -> left + right;
        };
    }
}
