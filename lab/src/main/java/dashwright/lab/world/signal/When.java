package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A signal that is sent only when something happened: a gauge by whichever worker ran the task that measures it.
 *
 * @param happened more than zero where it happened
 * @param signal what is sent then
 */
public record When(Signal happened, Signal signal) implements Signal {
    @Override
    public double at(long epochSecond) {
        return happened.at(epochSecond) > 0 ? signal.at(epochSecond) : Double.NaN;
    }
}
