package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/** A factor that follows the hours of the day and the days of the week, with a mean of 1 over the week (UTC). */
public final class WeekCycle implements Signal {
    private static final int HOURS = 168;
    /** The epoch began on a Thursday; weeks here begin on Monday. */
    private static final int EPOCH_HOUR_OF_WEEK = 72;

    private final double[] factors = new double[HOURS];

    /**
     * A cycle.
     *
     * @param depth 0 for none, up to 1 for nights and weekends that are nearly silent
     * @param peakHour the busiest hour of the day in UTC
     */
    public WeekCycle(double depth, int peakHour) {
        if (depth < 0 || depth > 1) {
            throw new IllegalArgumentException("a cycle's depth lies between 0 and 1, not at " + depth);
        }
        double sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            double ofDay = 1 + 0.85 * depth * Math.cos(2 * Math.PI * (hour % 24 - peakHour) / 24);
            double ofWeek = hour < 5 * 24 ? 1 : 1 - 0.5 * depth;
            factors[hour] = ofDay * ofWeek;
            sum += factors[hour];
        }
        for (int hour = 0; hour < HOURS; hour++) {
            factors[hour] *= HOURS / sum;
        }
    }

    /** The mean factor over an hour, counted from the epoch. */
    public double ofHour(long hour) {
        int index = indexOf(hour);
        return (factors[index] + factors[(index + 1) % HOURS]) / 2;
    }

    @Override
    public double at(long epochSecond) {
        long hour = Math.floorDiv(epochSecond, 3600L);
        double within = Math.floorMod(epochSecond, 3600L) / 3600.0;
        int index = indexOf(hour);
        return factors[index] * (1 - within) + factors[(index + 1) % HOURS] * within;
    }

    private static int indexOf(long hour) {
        return (int) Math.floorMod(hour + EPOCH_HOUR_OF_WEEK, (long) HOURS);
    }
}
