package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * An incident: a factor that rises from 1, stands, and falls back to 1.
 *
 * @param from its first second
 * @param to the second after its last
 * @param factor the factor while it stands
 */
public record Burst(long from, long to, double factor) implements Signal {
    public Burst {
        if (to <= from) {
            throw new IllegalArgumentException("a burst ends after it begins");
        }
    }

    @Override
    public double at(long epochSecond) {
        if (epochSecond < from || epochSecond >= to) {
            return 1;
        }
        double edge = (to - from) / 8.0;
        double inside = Math.min(epochSecond - from, to - epochSecond);
        return 1 + (factor - 1) * Math.min(1, inside / edge);
    }
}
