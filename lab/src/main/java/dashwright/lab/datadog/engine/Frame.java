package dashwright.lab.datadog.engine;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a query evaluates to: lines over common times. */
public final class Frame {
    private final long[] times;
    private final long step;
    private final List<Line> lines;
    private final UnitPair unit;
    private final boolean counted;
    private final boolean interpolated;

    /**
     * A result.
     *
     * @param times seconds since the epoch, ascending; not copied, and not changed once it is here
     * @param step seconds that each point stands for
     * @param lines the lines
     * @param unit their unit
     * @param counted true where each value is a number of events within its step
     * @param interpolated true where gaps may be bridged when it meets other times; Datadog does so with gauges
     */
    public Frame(long[] times, long step, List<Line> lines, UnitPair unit, boolean counted, boolean interpolated) {
        this.times = times;
        this.step = step;
        this.lines = List.copyOf(lines);
        this.unit = unit;
        this.counted = counted;
        this.interpolated = interpolated;
    }

    /** A result without lines. */
    static Frame empty(long step) {
        return new Frame(new long[0], step, List.of(), UnitPair.NONE, false, false);
    }

    /** Seconds since the epoch, ascending; not to be written to. */
    public long[] times() {
        return times;
    }

    /** Seconds that each point stands for. */
    public long step() {
        return step;
    }

    /** The lines. */
    public List<Line> lines() {
        return lines;
    }

    /** Their unit. */
    public UnitPair unit() {
        return unit;
    }

    boolean counted() {
        return counted;
    }

    boolean interpolated() {
        return interpolated;
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

    /**
     * The lines with the greatest or least values.
     *
     * @param count how many at most
     * @param by how a line becomes one number, as in {@code top(q, 10, 'mean', 'desc')}
     * @param descending true for the greatest first
     */
    public Frame best(int count, String by, boolean descending) {
        return LineFunctions.best(this, count, by, descending);
    }

    /** The frame without the lines that hold no value: Datadog does not answer these at all. */
    Frame withoutSilence() {
        return withLines(lines.stream().filter(line -> !line.isSilent()).toList());
    }
}
