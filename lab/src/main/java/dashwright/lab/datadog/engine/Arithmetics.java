package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Expression.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Arithmetic between results: lines meet by their groups, points by their times. */
final class Arithmetics {
    private Arithmetics() {}

    /** One number; a division by zero has no value, as in Datadog. */
    static double apply(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? Double.NaN : left / right;
        };
    }

    /** Two results, brought to common times first. */
    static Frame apply(Operator operator, Frame left, Frame right) {
        long[] times = Arrays.equals(left.times(), right.times()) ? left.times() : union(left.times(), right.times());
        Frame first = onto(left, times);
        Frame second = onto(right, times);
        boolean rightIsWider = keys(second) > keys(first);
        Frame wide = rightIsWider ? second : first;
        Map<Map<String, String>, Line> partners = byGroup(rightIsWider ? first : second);
        Set<String> shared = Set.copyOf(
                partners.isEmpty()
                        ? Set.of()
                        : partners.keySet().iterator().next().keySet());
        List<Line> lines = new ArrayList<>();
        for (Line line : wide.lines()) {
            Map<String, String> key = new HashMap<>(line.group());
            key.keySet().retainAll(shared);
            Line other = partners.get(key);
            if (other != null) {
                lines.add(line.with(
                        rightIsWider
                                ? combined(operator, other.values(), line.values())
                                : combined(operator, line.values(), other.values())));
            }
        }
        UnitPair unit = UnitPair.joined(operator.sign(), left.unit(), right.unit());
        boolean counted = left.counted() && right.counted() && operator != Operator.DIVIDE;
        boolean interpolated = left.interpolated() && right.interpolated();
        return new Frame(times, Math.max(left.step(), right.step()), lines, unit, counted, interpolated);
    }

    /** By how many tags the lines are told apart: the side with fewer is matched to the side with more. */
    private static int keys(Frame frame) {
        return frame.lines().stream()
                .mapToInt(line -> line.group().size())
                .max()
                .orElse(0);
    }

    private static Map<Map<String, String>, Line> byGroup(Frame frame) {
        Map<Map<String, String>, Line> lines = new LinkedHashMap<>();
        frame.lines().forEach(line -> lines.putIfAbsent(line.group(), line));
        return lines;
    }

    private static double[] combined(Operator operator, double[] left, double[] right) {
        double[] result = new double[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = apply(operator, left[i], right[i]);
        }
        return result;
    }

    private static long[] union(long[] left, long[] right) {
        return LongStream.concat(Arrays.stream(left), Arrays.stream(right))
                .distinct()
                .sorted()
                .toArray();
    }

    /** A frame on other times; gauges bridge short gaps in a straight line, counts do not. */
    static Frame onto(Frame frame, long[] times) {
        long limit = Math.max(Modifiers.FILL_LIMIT, frame.step());
        List<Line> lines = new ArrayList<>();
        for (Line line : frame.lines()) {
            double[] values = placed(frame.times(), line.values(), times);
            if (frame.interpolated()) {
                Fill.fill("linear", limit, times, values);
            }
            lines.add(line.with(values));
        }
        return new Frame(times, frame.step(), lines, frame.unit(), frame.counted(), frame.interpolated());
    }

    private static double[] placed(long[] own, double[] values, long[] times) {
        double[] result = new double[times.length];
        Arrays.fill(result, Double.NaN);
        int next = 0;
        for (int i = 0; i < times.length && next < own.length; i++) {
            if (own[next] == times[i]) {
                result[i] = values[next++];
            }
        }
        return result;
    }
}
