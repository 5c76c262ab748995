package dashwright.lab.world.signal;

/**
 * Events that follow the week, with some noise.
 *
 * @param key what makes them differ from others
 * @param perHour their mean over the week; may lie far below one
 * @param cycle the week
 * @param noise how far an hour strays from the cycle, 0 to 1
 */
public record SteadyHours(long key, double perHour, WeekCycle cycle, double noise) implements HourTotals {
    public SteadyHours {
        if (perHour < 0 || noise < 0 || noise > 1) {
            throw new IllegalArgumentException("events need a mean of at least 0 and noise between 0 and 1");
        }
    }

    @Override
    public long in(long hour) {
        double strayed = 1 + noise * (2 * Hash.unit(key, hour) - 1);
        double expected = perHour * cycle.ofHour(hour) * strayed;
        return (long) Math.floor(expected + Hash.unit(~key, hour));
    }
}
