package dashwright.lab.datadog.engine;

import java.util.Arrays;
import java.util.Set;

/** Makes one number of a line. */
public final class Reduction {
    private static final Set<String> KNOWN =
            Set.of("avg", "mean", "min", "max", "sum", "last", "area", "l2norm", "norm", "percentile");

    private Reduction() {}

    /**
     * Checks the name of a reduction.
     *
     * @throws QueryRefused where there is none of this name
     */
    public static String checked(String name) {
        if (!KNOWN.contains(name)) {
            throw new QueryRefused("unknown aggregator '" + name
                    + "'; known are avg, min, max, sum, last, mean, area, l2norm," + " percentile");
        }
        return name;
    }

    /** The number, NaN for a line without values. */
    static double of(String name, double[] values, long step) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        return switch (checked(name)) {
            case "min" -> Arrays.stream(known).min().orElseThrow();
            case "max" -> Arrays.stream(known).max().orElseThrow();
            case "sum" -> Arrays.stream(known).sum();
            case "last" -> known[known.length - 1];
            case "area" -> Arrays.stream(known).sum() * step;
            case "l2norm", "norm" ->
                Math.sqrt(Arrays.stream(known).map(value -> value * value).sum());
            // The spread around a world's mean is the same at all times, so the percentile of the whole window lies at
            // the
            // mean of its parts' percentiles.
            default -> Arrays.stream(known).average().orElseThrow();
        };
    }

    /** A frame with one point: what each line comes to over the whole window. */
    static Frame of(String name, Frame frame, Window window) {
        Frame single = new Frame(
                new long[] {window.from()}, window.length(), frame.lines(), frame.unit(), frame.counted(), false);
        return single.mapLines(line -> line.with(new double[] {of(name, line.values(), frame.step())}));
    }
}
