package dashwright.lab.world.pypi;

import java.time.Instant;

/**
 * The figures that this world shows in {@code env:prod} at its start, as told by the person who asked for the board: 1,524
 * syncs in the last hour, none failed, about 19,000 in a day, about 8 million files not cached, 20 unreconciled, 36 worker
 * pods, one to two seconds a task. What was told with "about" is made definite here.
 */
final class Calibration {
    /** A Friday, two months after the reconcile job was added. */
    static final Instant START = Instant.parse("2026-08-21T15:00:00Z");

    static final int WORKER_PODS = 36;
    static final long SYNCS_IN_LAST_HOUR = 1_524;
    static final long SYNCS_IN_LAST_DAY = 19_043;
    static final long UNRECONCILED_IN_LAST_DAY = 20;
    static final double FILES_NOT_CACHED = 8_012_400;
    static final double SYNC_MILLIS = 1_400;

    /**
     * Files in all. The source does not tell; an assumption: PyPI's front page counted about 14 million in the middle of
     * 2025, and some 19,000 uploads on a weekday make 6 million more by now. So about three fifths are cached.
     */
    static final double TOTAL_FILES = 19_640_000;

    /** Since this day the reconcile job runs every 15 minutes (pypi/warehouse, June 2026). */
    static final Instant RECONCILE_SINCE = Instant.parse("2026-06-19T18:00:00Z");

    /** An evening, five days before the start, on which B2 was slow and copies failed. */
    static final Instant SLOW_CACHE_FROM = Instant.parse("2026-08-16T20:00:00Z");

    static final Instant SLOW_CACHE_TO = Instant.parse("2026-08-16T22:00:00Z");

    private Calibration() {}

    static long start() {
        return START.getEpochSecond();
    }
}
