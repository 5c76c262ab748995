package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A signal that was sent only in a span of time, as by a metric that came late or has fallen silent.
 *
 * @param signal what was sent
 * @param from the first second at which it was
 * @param to the first second at which it no longer was
 */
public record Within(Signal signal, long from, long to) implements Signal {
    @Override
    public double at(long epochSecond) {
        return epochSecond >= from && epochSecond < to ? signal.at(epochSecond) : Double.NaN;
    }
}
