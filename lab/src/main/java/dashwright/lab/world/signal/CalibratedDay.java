package dashwright.lab.world.signal;

/** Events as usual, but exactly known for one day and for that day's last hour. */
public final class CalibratedDay implements HourTotals {
    private static final int HOURS = 24;

    private final HourTotals usual;
    private final long firstHour;
    private final long[] known = new long[HOURS];

    /**
     * Calibrates a day.
     *
     * @param usual the events at all other times; they also give the day its course
     * @param endHour the hour, counted from the epoch, with which the day is over
     * @param day the events of the day
     * @param lastHour the events of its last hour
     */
    public CalibratedDay(HourTotals usual, long endHour, long day, long lastHour) {
        this.usual = usual;
        this.firstHour = endHour - HOURS;
        double sum = 0;
        for (int hour = 0; hour < HOURS - 1; hour++) {
            sum += usual.in(firstHour + hour);
        }
        double upTo = 0;
        long given = 0;
        for (int hour = 0; hour < HOURS - 1; hour++) {
            upTo += usual.in(firstHour + hour);
            long total = Math.round((day - lastHour) * upTo / sum);
            known[hour] = total - given;
            given = total;
        }
        known[HOURS - 1] = lastHour;
    }

    @Override
    public long in(long hour) {
        long index = hour - firstHour;
        return index >= 0 && index < HOURS ? known[(int) index] : usual.in(hour);
    }
}
