package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * A factor that grows until its owner is restarted: memory that leaks.
 *
 * @param key what makes its restarts fall at other times than those of others
 * @param growth how far above 1 it gets before a restart
 * @param periodSeconds the seconds from one restart to the next
 */
public record Sawtooth(long key, double growth, int periodSeconds) implements Signal {
    @Override
    public double at(long epochSecond) {
        long phase = (long) (Hash.unit(key, 0) * periodSeconds);
        double age = Math.floorMod(epochSecond + phase, (long) periodSeconds) / (double) periodSeconds;
        return 1 + growth * Math.sqrt(age);
    }
}
