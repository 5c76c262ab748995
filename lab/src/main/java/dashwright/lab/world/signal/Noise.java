package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A factor that wanders around 1: random values a period apart, joined smoothly.
 *
 * @param key what makes this noise differ from others
 * @param amplitude the farthest that it strays from 1
 * @param periodSeconds the seconds between two random values
 */
public record Noise(long key, double amplitude, int periodSeconds) implements Signal {
    public Noise {
        if (periodSeconds < 1) {
            throw new IllegalArgumentException("noise needs a period of at least a second");
        }
    }

    @Override
    public double at(long epochSecond) {
        long period = Math.floorDiv(epochSecond, (long) periodSeconds);
        double within = Math.floorMod(epochSecond, (long) periodSeconds) / (double) periodSeconds;
        double smooth = within * within * (3 - 2 * within);
        double value = Hash.unit(key, period) * (1 - smooth) + Hash.unit(key, period + 1) * smooth;
        return 1 + amplitude * (2 * value - 1);
    }
}
