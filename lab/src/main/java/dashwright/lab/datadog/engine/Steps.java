package dashwright.lab.datadog.engine;

/** How far apart points are. The table is that of Datadog's documentation of rollups, its column for lines and the API. */
final class Steps {
    /** Datadog's limit of points for one series. */
    static final int MOST_POINTS = 1_500;

    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final long[][] LONGEST_WINDOW_AND_STEP = {
        {HOUR, 20},
        {4 * HOUR, 60},
        {DAY, 300},
        {2 * DAY, 600},
        {7 * DAY, HOUR},
        {31 * DAY, 4 * HOUR},
        {93 * DAY, 4 * HOUR},
    };

    private Steps() {}

    /** The step for a window of so many seconds. */
    static long defaultFor(long length) {
        for (long[] row : LONGEST_WINDOW_AND_STEP) {
            if (length <= row[0]) {
                return row[1];
            }
        }
        return DAY;
    }

    /**
     * A step as asked for, made coarser where a point could not hold one reading of the sender, or where there would be
     * too many points.
     *
     * @param asked the step asked for
     * @param interval seconds between two readings of a sender
     * @param length seconds of the window
     */
    static long fitting(long asked, long interval, long length) {
        long least = Math.max(asked, Math.ceilDiv(length, MOST_POINTS));
        return least <= interval ? interval : Math.ceilDiv(least, asked) * asked;
    }
}
