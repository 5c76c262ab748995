package dashwright.lab.world.pypi;

/**
 * A Celery task.
 *
 * @param name its dotted name
 * @param when {@code every N} minutes, {@code uploads SHARE} for so many an upload, or {@code daily N} at any time
 * @param meanMillis how long it takes
 * @param failuresPerDay how many fail for good in a day; below zero for one that only failed when B2 was slow
 * @param retriesPerDay how many are tried again in a day
 * @param queuedBy the deployment that queues it: {@code web} or {@code beat}
 */
record TaskDefinition(
        String name, String when, double meanMillis, double failuresPerDay, double retriesPerDay, String queuedBy) {
    /** The task that copies an upload from S3 to B2. */
    static final String SYNC = "warehouse.packaging.tasks.sync_file_to_cache";

    /** The task that counts the files not yet copied. */
    static final String COUNT_NOT_CACHED = "warehouse.packaging.tasks.check_file_cache_tasks_outstanding";

    /** The task that counts all files. */
    static final String COUNT_FILES = "warehouse.packaging.tasks.compute_packaging_metrics";

    /** The task that works through the files which predate the cache. */
    static final String RECONCILE = "warehouse.packaging.tasks.reconcile_file_storages";

    /** The word before the number. */
    String kind() {
        return when.substring(0, when.indexOf(' '));
    }

    /** The number. */
    double amount() {
        return Double.parseDouble(when.substring(when.indexOf(' ') + 1));
    }
}
