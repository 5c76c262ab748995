package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A signal with zero where it is nothing, for what is counted rather than reported: no spans are zero spans.
 *
 * @param signal the signal
 */
public record OrZero(Signal signal) implements Signal {
    @Override
    public double at(long epochSecond) {
        double value = signal.at(epochSecond);
        return Double.isNaN(value) ? 0 : value;
    }
}
