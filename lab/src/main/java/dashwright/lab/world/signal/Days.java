package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;
import java.util.List;

/**
 * A course told day by day. Stepped, each value stands for its whole day; otherwise each is reached twelve hours before
 * its day ends, in a straight line from the one before. Before the first day and after the last the outer values stand.
 *
 * @param end the second at which the last day ends
 * @param values a value for each day, oldest first
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
