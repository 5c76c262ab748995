package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A signal kept between two bounds.
 *
 * @param signal the signal
 * @param least its least value
 * @param most its greatest value
 * @param whole true where only whole numbers make sense
 */
public record Bounded(Signal signal, double least, double most, boolean whole) implements Signal {
    public Bounded {
        if (most < least) {
            throw new IllegalArgumentException("the greatest value " + most + " is below the least, " + least);
        }
    }

    @Override
    public double at(long epochSecond) {
        double value = signal.at(epochSecond);
        double rounded = whole ? Math.rint(value) : value;
        return Math.min(most, Math.max(least, rounded));
    }
}
