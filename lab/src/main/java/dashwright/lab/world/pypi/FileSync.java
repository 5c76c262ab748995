package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.EventPlan;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.When;
import dashwright.lab.world.table.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The copying of files from the S3 archive to the B2 cache: the backlog, and the job that works it off. Every gauge here
 * is sent by whichever worker ran the task that measures it, so that a sum over pods counts the same files many times.
 */
final class FileSync {
    private static final long SLOT = 900;
    private static final int BATCH = 100;
    private static final int SLOTS_A_DAY = 96;
    /** The share of files that come with a metadata file, which is copied as well. */
    private static final int METADATA_OF_BATCH = 71;

    private final List<TaskRuns> tasks;
    private final long seed;

    FileSync(List<TaskRuns> tasks, long seed) {
        this.tasks = List.copyOf(tasks);
        this.seed = seed;
    }

    Map<String, List<WorldSeries>> sources() {
        return Map.of(
                "files.not_cached",
                measured(TaskDefinition.COUNT_NOT_CACHED, environment -> second -> notCached(environment, second)),
                "files.total",
                measured(TaskDefinition.COUNT_FILES, environment -> second -> total(environment, second)),
                "filestorage.reconciled",
                reconciled((slot, type) -> batch(type) - unreconciled(slot, type)),
                "filestorage.unreconciled",
                reconciled(this::unreconciled));
    }

    private List<WorldSeries> measured(String task, Function<Environment, Signal> value) {
        List<WorldSeries> series = new ArrayList<>();
        for (TaskRuns runs : runsOf(task)) {
            Signal measured = value.apply(runs.environment());
            for (Sender pod : runs.environment().worker().senders()) {
                series.add(new WorldSeries(pod.tags(), new When(runs.completed(pod.share()), measured)));
            }
        }
        return series;
    }

    private List<TaskRuns> runsOf(String task) {
        return tasks.stream()
                .filter(runs -> runs.definition().name().equals(task))
                .toList();
    }

    /** Falls by what each run of the reconcile job copies; uploads on their way to the cache come on top. */
    private double notCached(Environment environment, long second) {
        long started = Calibration.RECONCILE_SINCE.getEpochSecond();
        double copied = perSlot() * Math.floorDiv(Math.max(second, started) - Calibration.start(), SLOT);
        double onTheirWay = 20 + 60 * Hash.unit(Hash.of(seed, "on their way"), second / 60);
        return Math.rint(
                (Calibration.FILES_NOT_CACHED - copied) * environment.scale() + onTheirWay * environment.scale());
    }

    private static double perSlot() {
        return BATCH - (double) Calibration.UNRECONCILED_IN_LAST_DAY / SLOTS_A_DAY;
    }

    /** Grows by an upload at a time; the week's course is left out, which five-minute steps would hardly show. */
    private static double total(Environment environment, long second) {
        double perSecond = (double) Calibration.SYNCS_IN_LAST_DAY / 86_400;
        return Math.rint((Calibration.TOTAL_FILES + perSecond * (second - Calibration.start())) * environment.scale());
    }

    private List<WorldSeries> reconciled(BiFunction<Long, String, Long> perRun) {
        List<WorldSeries> series = new ArrayList<>();
        for (TaskRuns runs : runsOf(TaskDefinition.RECONCILE)) {
            if (runs.environment().isProd()) {
                for (Sender pod : runs.environment().worker().senders()) {
                    Signal ran = runs.completed(pod.share());
                    for (String type : List.of("dist", "metadata")) {
                        Signal counted = second -> inMinuteOfRun(ran, perRun, type, second);
                        series.add(new WorldSeries(pod.with("type", type).tags(), counted));
                    }
                }
            }
        }
        return series;
    }

    /** A run takes some two and a half minutes, and its files are counted as they are copied. */
    private static double inMinuteOfRun(Signal ran, BiFunction<Long, String, Long> perRun, String type, long second) {
        long slot = Math.floorDiv(second, SLOT);
        long minute = Math.floorMod(second, SLOT) / 60;
        boolean began = minute < 3 && slot * SLOT >= Calibration.RECONCILE_SINCE.getEpochSecond();
        if (!began || !(ran.at(slot * SLOT) > 0)) {
            return Double.NaN;
        }
        long files = perRun.apply(slot, type);
        long now = files * (minute + 1) / 3 - files * minute / 3;
        return now > 0 ? now : Double.NaN;
    }

    private static long batch(String type) {
        return type.equals("dist") ? BATCH : METADATA_OF_BATCH;
    }

    /**
     * Attempts that failed in a run. Each day, counted back from the start, has its number of them, spread over the
     * day's runs; three quarters concern files, the rest their metadata.
     */
    private long unreconciled(long slot, String type) {
        long fromStart = slot - Calibration.start() / SLOT;
        long day = Math.floorDiv(fromStart, (long) SLOTS_A_DAY);
        long key = Hash.of(Hash.of(seed, "unreconciled"), day);
        long attempts = day == -1 ? Calibration.UNRECONCILED_IN_LAST_DAY : 17 + (long) (8 * Hash.unit(key, 0));
        EventPlan hits = new EventPlan.Irregular(key, hour -> attempts);
        // The day's 96 runs, as 60 places of which the last 36 stay empty, are a plan's minutes.
        long place = Math.floorMod(fromStart * 37, (long) SLOTS_A_DAY);
        long attemptsNow = place < 60 ? hits.inMinute(place) : 0;
        boolean metadata = Hash.unit(key, place + 1) < 0.25;
        return metadata == type.equals("metadata") ? attemptsNow : 0;
    }
}
