package dashwright.lab.datadog.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** One line of a result: the tags that set it apart, and its values. */
public final class Line {
    private final SortedMap<String, String> group;
    private final double[] values;

    /**
     * A line.
     *
     * @param group the tags that set it apart, empty for an ungrouped query
     * @param values one for each time of its frame, NaN for none; not copied, and not changed once it is here
     */
    public Line(SortedMap<String, String> group, double[] values) {
        this.group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
        this.values = values;
    }

    /** The tags that set it apart. */
    public SortedMap<String, String> group() {
        return group;
    }

    /** One value for each time of its frame, NaN for none; not to be written to. */
    public double[] values() {
        return values;
    }

    Line with(double[] others) {
        return new Line(group, others);
    }

    Line mapped(DoubleUnaryOperator each) {
        return with(Arrays.stream(values).map(each).toArray());
    }

    /** True where there is no value at all. */
    boolean isSilent() {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    @Override
    public String toString() {
        return group + Arrays.toString(values);
    }
}
