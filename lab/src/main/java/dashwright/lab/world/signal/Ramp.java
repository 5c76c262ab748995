package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A straight line.
 *
 * @param origin the second at which it is {@code value}
 * @param value its value there
 * @param perDay how much it rises in a day, negative for falling
 */
public record Ramp(long origin, double value, double perDay) implements Signal {
    @Override
    public double at(long epochSecond) {
        return value + perDay * (epochSecond - origin) / 86_400.0;
    }
}
