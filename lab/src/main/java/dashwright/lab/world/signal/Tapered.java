package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A factor that is calm around a known time, so that the value it is applied to stands there exactly, and grows to its
 * usual unrest farther away.
 *
 * @param factor the factor; it wanders around 1
 * @param at the known time
 * @param holdSeconds how long before it the factor is already 1, so that a query over the last hours finds the value
 * @param overSeconds over which time it grows to its full unrest, on either side
 */
public record Tapered(Signal factor, long at, long holdSeconds, long overSeconds) implements Signal {
    public Tapered {
        if (holdSeconds < 0 || overSeconds < 1) {
            throw new IllegalArgumentException(
                    "a factor is held for at least nothing and grows over at least a second");
        }
    }

    @Override
    public double at(long epochSecond) {
        long away = Math.max(at - holdSeconds - epochSecond, epochSecond - at);
        if (away <= 0) {
            return 1;
        }
        double unrest = Math.min(1, (double) away / overSeconds);
        return 1 + unrest * (factor.at(epochSecond) - 1);
    }
}
