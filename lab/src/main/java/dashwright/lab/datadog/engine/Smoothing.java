package dashwright.lab.datadog.engine;

import java.util.Arrays;

/** Rollups over a result, moving and fixed, and curves that smooth it. */
final class Smoothing {
    private Smoothing() {}

    /** {@code moving_rollup(q, 3600, 'sum')}: each point joined with those of the seconds before it. */
    static Frame movingRollup(Frame frame, Arguments arguments) {
        long seconds = (long) arguments.number(0);
        String aggregator = timeAggregator(arguments.text(1, "avg"));
        long[] times = frame.times();
        return frame.mapLines(line -> {
            double[] values = line.values();
            double[] result = new double[values.length];
            int first = 0;
            for (int i = 0; i < values.length; i++) {
                while (times[first] <= times[i] - seconds) {
                    first++;
                }
                result[i] = joined(values, first, i + 1, aggregator);
            }
            return line.with(result);
        });
    }

    /** {@code rollup(q, 'sum', 3600)}: the function, which works on a result where the method works on readings. */
    static Frame rollup(Frame frame, Arguments arguments) {
        String aggregator = timeAggregator(arguments.text(0, "avg"));
        long step = Math.max((long) arguments.number(1, (double) frame.step()), frame.step());
        long[] times = Arrays.stream(frame.times())
                .map(time -> Math.floorDiv(time, step) * step)
                .distinct()
                .toArray();
        Frame coarse = new Frame(times, step, frame.lines(), frame.unit(), frame.counted(), frame.interpolated());
        return coarse.mapLines(line -> line.with(coarser(frame.times(), line.values(), times, step, aggregator)));
    }

    private static double[] coarser(long[] own, double[] values, long[] times, long step, String aggregator) {
        double[] result = new double[times.length];
        int from = 0;
        for (int i = 0; i < times.length; i++) {
            int to = from;
            while (to < own.length && own[to] < times[i] + step) {
                to++;
            }
            result[i] = joined(values, from, to, aggregator);
            from = to;
        }
        return result;
    }

    private static String timeAggregator(String name) {
        if (!Modifiers.TIME_AGGREGATORS.contains(name)) {
            throw new QueryRefused("Error parsing query: a rollup takes avg, sum, min, max or count, not " + name);
        }
        return name;
    }

    private static double joined(double[] values, int from, int to, String aggregator) {
        Bucket bucket = new Bucket();
        for (int i = from; i < to; i++) {
            bucket.add(values[i], 1);
        }
        return switch (aggregator) {
            case "sum" -> bucket.sum();
            case "min" -> bucket.min();
            case "max" -> bucket.max();
            case "count" -> bucket.count();
            default -> bucket.average();
        };
    }

    /** The exponentially weighted moving average of a span. */
    static double[] weighted(double[] values, int span) {
        double weight = 2.0 / (span + 1);
        double[] result = new double[values.length];
        double average = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                average = Double.isNaN(average) ? values[i] : weight * values[i] + (1 - weight) * average;
            }
            result[i] = Double.isNaN(values[i]) ? Double.NaN : average;
        }
        return result;
    }

    /** The median of each value and those before it, as many as the span says. */
    static double[] medians(double[] values, int span) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] near = Arrays.stream(values, Math.max(0, i - span + 1), i + 1)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            int middle = near.length / 2;
            result[i] = near.length == 0 || Double.isNaN(values[i])
                    ? Double.NaN
                    : near.length % 2 == 1 ? near[middle] : (near[middle - 1] + near[middle]) / 2;
        }
        return result;
    }

    /** The straight line of least squares. */
    static double[] trendLine(long[] times, double[] values) {
        double n = 0;
        double meanTime = 0;
        double meanValue = 0;
        double product = 0;
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                n++;
                double ahead = times[i] - meanTime;
                meanTime += ahead / n;
                square += ahead * (times[i] - meanTime);
                product += ahead * (values[i] - meanValue) * (n - 1) / n;
                meanValue += (values[i] - meanValue) / n;
            }
        }
        if (n < 2) {
            return values;
        }
        double slope = product / square;
        double level = meanValue;
        double center = meanTime;
        return Arrays.stream(times)
                .mapToDouble(time -> level + slope * (time - center))
                .toArray();
    }

    /**
     * A moving average whose span makes the line as smooth as can be without losing its outliers: the least roughness
     * among the spans that keep the kurtosis (the ASAP method, which Datadog's documentation of autosmooth names).
     */
    static double[] autosmooth(double[] values) {
        double[] best = values;
        double kurtosis = kurtosis(values);
        double roughness = roughness(values);
        for (int span = 2; span <= values.length / 10; span++) {
            double[] smooth = averages(values, span);
            double rough = roughness(smooth);
            if (rough < roughness && kurtosis(smooth) >= kurtosis) {
                roughness = rough;
                best = smooth;
            }
        }
        return best;
    }

    private static double[] averages(double[] values, int span) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - span / 2);
            result[i] = Double.isNaN(values[i])
                    ? Double.NaN
                    : joined(values, from, Math.min(values.length, from + span), "avg");
        }
        return result;
    }

    private static double roughness(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double[] steps = new double[Math.max(0, known.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = known[i + 1] - known[i];
        }
        return Math.sqrt(moment(steps, 2));
    }

    private static double kurtosis(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double variance = moment(known, 2);
        return variance == 0 ? 0 : moment(known, 4) / (variance * variance);
    }

    private static double moment(double[] values, int order) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, order))
                .average()
                .orElse(0);
    }
}
