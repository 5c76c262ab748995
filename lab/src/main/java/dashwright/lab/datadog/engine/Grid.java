package dashwright.lab.datadog.engine;

/**
 * The points in time of a result, evenly spaced.
 *
 * @param start the first point, a multiple of the step
 * @param step seconds between points
 * @param count how many points there are
 */
public record Grid(long start, long step, int count) {
    /** The points of a window, none after the present. */
    public static Grid over(Window window, long step) {
        long start = Math.floorDiv(window.from(), step) * step;
        long end = lastSecond(window);
        int count = end <= start ? 0 : (int) Math.ceilDiv(end - start, step);
        return new Grid(start, step, count);
    }

    /** The first second that a window cannot show: its end, or the one after the present. */
    public static long lastSecond(Window window) {
        return Math.min(window.to(), window.now() + 1 - window.shift());
    }

    /** The time of a point. */
    public long at(int index) {
        return start + index * step;
    }

    /** The times of all points. */
    public long[] times() {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = at(i);
        }
        return times;
    }
}
