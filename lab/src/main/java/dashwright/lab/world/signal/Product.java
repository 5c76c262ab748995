package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * Two signals multiplied; nothing where either is nothing.
 *
 * @param left a signal
 * @param right another
 */
public record Product(Signal left, Signal right) implements Signal {
    @Override
    public double at(long epochSecond) {
        return left.at(epochSecond) * right.at(epochSecond);
    }
}
