package dashwright.lab.world.signal;

/** How many events fall into each hour. */
@FunctionalInterface
public interface HourTotals {
    /**
     * The events of an hour.
     *
     * @param hour the hour, counted from the epoch
     * @return how many, never negative
     */
    long in(long hour);
}
