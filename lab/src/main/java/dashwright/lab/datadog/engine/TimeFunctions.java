package dashwright.lab.datadog.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that look along a line. */
final class TimeFunctions {
    private static final Pattern AVERAGE = Pattern.compile("ewma_(3|5|7|10|20)");
    private static final Pattern MEDIAN = Pattern.compile("median_(3|5|7|9)");

    private TimeFunctions() {}

    static Optional<FrameFunction> named(String name) {
        return switch (name) {
            case "diff" -> Optional.of(lines((times, values) -> differences(values, false)));
            case "monotonic_diff" -> Optional.of(lines((times, values) -> differences(values, true)));
            case "dt" -> Optional.of((frame, arguments) -> intervals(frame));
            case "derivative", "per_second" -> Optional.of((frame, arguments) -> rate(frame, 1, "second"));
            case "per_minute" -> Optional.of((frame, arguments) -> rate(frame, 60, "minute"));
            case "per_hour" -> Optional.of((frame, arguments) -> rate(frame, 3_600, "hour"));
            case "cumsum" -> Optional.of(lines((times, values) -> running(values, 1)));
            case "integral" ->
                Optional.of((frame, arguments) ->
                        frame.mapLines(line -> line.with(running(line.values(), (double) frame.step()))));
            case "moving_rollup" -> Optional.of(Smoothing::movingRollup);
            case "rollup" -> Optional.of(Smoothing::rollup);
            case "autosmooth" -> Optional.of(lines((times, values) -> Smoothing.autosmooth(values)));
            case "trend_line" -> Optional.of(lines(Smoothing::trendLine));
            case "fill" -> Optional.of(TimeFunctions::filled);
            default -> smoothed(name);
        };
    }

    private static Optional<FrameFunction> smoothed(String name) {
        Matcher average = AVERAGE.matcher(name);
        if (average.matches()) {
            int span = Integer.parseInt(average.group(1));
            return Optional.of(lines((times, values) -> Smoothing.weighted(values, span)));
        }
        Matcher median = MEDIAN.matcher(name);
        if (median.matches()) {
            int span = Integer.parseInt(median.group(1));
            return Optional.of(lines((times, values) -> Smoothing.medians(values, span)));
        }
        return Optional.empty();
    }

    private static FrameFunction lines(OverLine each) {
        return (frame, arguments) -> frame.mapLines(line -> line.with(each.apply(frame.times(), line.values())));
    }

    /** Each value less the last known one before it. */
    private static double[] differences(double[] values, boolean onlyRises) {
        double[] result = new double[values.length];
        double before = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - before;
            result[i] = onlyRises && difference < 0 ? Double.NaN : difference;
            before = Double.isNaN(values[i]) ? before : values[i];
        }
        return result;
    }

    /** Seconds between known points. */
    private static Frame intervals(Frame frame) {
        Frame seconds = frame.mapLines(line -> line.with(gaps(frame.times(), line.values())));
        return seconds.withUnit(new UnitPair("second", ""));
    }

    private static double[] gaps(long[] times, double[] values) {
        double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                result[i] = before < 0 ? Double.NaN : times[i] - times[before];
                before = i;
            }
        }
        return result;
    }

    /**
     * The change in a unit of time. Values that are counts already hold the change of their step and are divided by it
     * (Datadog's documentation of per_second).
     */
    private static Frame rate(Frame frame, double seconds, String name) {
        Frame rates = frame.counted()
                ? frame.mapLines(line -> line.mapped(value -> value * seconds / frame.step()))
                : frame.mapLines(line -> line.with(slopes(frame.times(), line.values(), seconds)));
        return new Frame(
                rates.times(), rates.step(), rates.lines(), frame.unit().per(name), false, frame.interpolated());
    }

    private static double[] slopes(long[] times, double[] values, double seconds) {
        double[] differences = differences(values, false);
        double[] gaps = gaps(times, values);
        for (int i = 0; i < differences.length; i++) {
            differences[i] = differences[i] / gaps[i] * seconds;
        }
        return differences;
    }

    private static double[] running(double[] values, double factor) {
        double[] result = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Double.isNaN(values[i]) ? 0 : values[i] * factor;
            result[i] = Double.isNaN(values[i]) ? Double.NaN : sum;
        }
        return result;
    }

    private static Frame filled(Frame frame, Arguments arguments) {
        String how = arguments.text(0, "linear");
        long limit = (long) arguments.number(1, Modifiers.FILL_LIMIT);
        return frame.mapLines(line -> {
            double[] values = line.values().clone();
            Fill.fill(how, limit, frame.times(), values);
            return line.with(values);
        });
    }

    private interface OverLine {
        double[] apply(long[] times, double[] values);
    }
}
