package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A signal with a hole: its sender was down. Nothing was sent, which is not zero.
 *
 * @param signal what is sent otherwise
 * @param from the hole's first second
 * @param to the first second after it
 */
public record Outage(Signal signal, long from, long to) implements Signal {
    @Override
    public double at(long epochSecond) {
        return epochSecond >= from && epochSecond < to ? Double.NaN : signal.at(epochSecond);
    }
}
