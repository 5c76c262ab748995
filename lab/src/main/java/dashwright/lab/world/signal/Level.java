package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * The same value always.
 *
 * @param value the value
 */
public record Level(double value) implements Signal {
    @Override
    public double at(long epochSecond) {
        return value;
    }
}
