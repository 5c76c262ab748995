package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * Two signals added; where one is nothing the other stands alone.
 *
 * @param left a signal
 * @param right another
 */
public record Sum(Signal left, Signal right) implements Signal {
    @Override
    public double at(long epochSecond) {
        double first = left.at(epochSecond);
        double second = right.at(epochSecond);
        if (Double.isNaN(first)) {
            return second;
        }
        return Double.isNaN(second) ? first : first + second;
    }
}
