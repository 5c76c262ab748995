package dashwright.lab.datadog.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * One line of a result.
 *
 * @param group the tags that set it apart, empty for an ungrouped query
 * @param values one for each time of its frame, NaN for none; not copied, and not changed once it is here
 */
public record Line(SortedMap<String, String> group, double[] values) {
    public Line {
        group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
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
    public boolean equals(Object other) {
        return other instanceof Line line && group.equals(line.group) && Arrays.equals(values, line.values);
    }

    @Override
    public int hashCode() {
        return 31 * group.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return group + Arrays.toString(values);
    }
}
