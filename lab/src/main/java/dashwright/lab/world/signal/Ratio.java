package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * The share of a part in its whole; zero where there is no part.
 *
 * @param part the part
 * @param whole the whole
 */
public record Ratio(Signal part, Signal whole) implements Signal {
    @Override
    public double at(long epochSecond) {
        double value = part.at(epochSecond);
        return value > 0 ? value / whole.at(epochSecond) : 0;
    }
}
