package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;
import java.util.List;

/**
 * A course told day by day. The last value is that of the end and stays; before it a new value stands each day, reached
 * at that day's middle in a straight line, or at once at its beginning.
 *
 * @param end the second at which the last day ends
 * @param values a value for each day, oldest first; before the first day its value stands
 * @param stepped true to jump from day to day
 */
public record Days(long end, List<Double> values, boolean stepped) implements Signal {
    private static final double DAY = 86_400;

    public Days {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a course needs at least one day");
        }
    }

    @Override
    public double at(long epochSecond) {
        int last = values.size() - 1;
        double day = last + (epochSecond - end) / DAY;
        double position = stepped ? Math.floor(day) + 1 : day + 0.5;
        if (position >= last) {
            return values.get(last);
        }
        if (position <= 0) {
            return values.getFirst();
        }
        int before = (int) position;
        double within = position - before;
        return stepped ? values.get(before) : values.get(before) * (1 - within) + values.get(before + 1) * within;
    }
}
