package dashwright.lab.world;

/** A value as a pure function of time. */
@FunctionalInterface
public interface Signal {
    /**
     * The value at the start of an interval: a gauge's level, a count's events within the interval, a rate's events a
     * second, a distribution's mean (its spread follows from the metric).
     *
     * @param epochSecond the start of the interval, a multiple of the metric's interval
     * @return the value, or NaN where nothing was sent
     */
    double at(long epochSecond);
}
