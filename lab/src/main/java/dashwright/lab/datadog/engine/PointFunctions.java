package dashwright.lab.datadog.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Functions that look at one value at a time; they mean the same on a line and on a single number. */
final class PointFunctions {
    private static final Map<String, FrameFunction> BY_NAME = Map.of(
            "abs", plain(Math::abs),
            "log2", plain(value -> value > 0 ? Math.log(value) / Math.log(2) : Double.NaN),
            "log10", plain(value -> value > 0 ? Math.log10(value) : Double.NaN),
            "default_zero", plain(value -> Double.isNaN(value) ? 0 : value),
            "clamp_min", withLimit(limit -> value -> Double.isNaN(value) ? value : Math.max(value, limit)),
            "clamp_max", withLimit(limit -> value -> Double.isNaN(value) ? value : Math.min(value, limit)),
            "cutoff_min", withLimit(limit -> value -> value < limit ? Double.NaN : value),
            "cutoff_max", withLimit(limit -> value -> value > limit ? Double.NaN : value));

    private PointFunctions() {}

    static Optional<FrameFunction> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static FrameFunction plain(DoubleUnaryOperator each) {
        return (frame, arguments) -> frame.mapLines(line -> line.mapped(each));
    }

    private static FrameFunction withLimit(Limited limited) {
        return (frame, arguments) -> {
            DoubleUnaryOperator each = limited.at(arguments.number(0));
            return frame.mapLines(line -> line.mapped(each));
        };
    }

    private interface Limited {
        DoubleUnaryOperator at(double limit);
    }
}
