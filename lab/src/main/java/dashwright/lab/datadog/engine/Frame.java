package dashwright.lab.datadog.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a query evaluates to: lines over common times.
 *
 * @param times seconds since the epoch, ascending; not copied, and not changed once it is here
 * @param step seconds that each point stands for
 * @param lines the lines
 * @param unit their unit
 * @param counted true where each value is a number of events within its step
 * @param interpolated true where gaps may be bridged when it meets other times; Datadog does so with gauges
 */
public record Frame(long[] times, long step, List<Line> lines, UnitPair unit, boolean counted, boolean interpolated) {
    public Frame {
        lines = List.copyOf(lines);
    }

    /** A result without lines. */
    static Frame empty(long step) {
        return new Frame(new long[0], step, List.of(), UnitPair.NONE, false, false);
    }

    Frame withLines(List<Line> others) {
        return new Frame(times, step, others, unit, counted, interpolated);
    }

    Frame withUnit(UnitPair other) {
        return new Frame(times, step, lines, other, counted, interpolated);
    }

    Frame mapLines(UnaryOperator<Line> each) {
        return withLines(lines.stream().map(each).toList());
    }

    /** The frame without the lines that hold no value: Datadog does not answer these at all. */
    Frame withoutSilence() {
        return withLines(lines.stream().filter(line -> !line.isSilent()).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame
                && Arrays.equals(times, frame.times)
                && step == frame.step
                && lines.equals(frame.lines)
                && unit.equals(frame.unit);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + lines.hashCode();
    }
}
