package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.signal.Burst;
import dashwright.lab.world.signal.Counted;
import dashwright.lab.world.signal.EventPlan;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.HourTotals;
import dashwright.lab.world.signal.Level;
import dashwright.lab.world.signal.Mapped;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.Share;
import dashwright.lab.world.signal.SteadyHours;
import dashwright.lab.world.signal.Sum;
import dashwright.lab.world.signal.WeekCycle;

/** One task in one environment: when it runs, on whose account, how long, and how it ends. */
final class TaskRuns {
    private static final WeekCycle FLAT = new WeekCycle(0, 0);
    private static final HourTotals NONE = hour -> 0;

    private final TaskDefinition definition;
    private final Environment environment;
    private final EventPlan completed;
    private final EventPlan failed;
    private final EventPlan retried;
    private final Signal millis;

    TaskRuns(TaskDefinition definition, Environment environment, long seed) {
        this.definition = definition;
        this.environment = environment;
        long key = Hash.of(Hash.of(seed, definition.name()), environment.name());
        this.completed = completions(key);
        this.failed = new EventPlan.Irregular(
                Hash.of(key, "failed"), endings(Hash.of(key, "failed"), definition.failuresPerDay(), 4));
        this.retried = new EventPlan.Irregular(
                Hash.of(key, "retried"), endings(Hash.of(key, "retried"), definition.retriesPerDay(), 90));
        Signal usual = new Product(new Level(definition.meanMillis()), new Noise(key, 0.02, 900));
        this.millis = touchesCache() ? new Product(usual, slowCache(2.3)) : usual;
    }

    private EventPlan completions(long key) {
        return switch (definition.kind()) {
            case "every" -> {
                long every = (long) definition.amount();
                yield new EventPlan.Scheduled(key, every, every <= 60 ? 0 : Math.floorMod(key, every));
            }
            case "uploads" -> new EventPlan.Irregular(key, this::perUpload);
            case "daily" ->
                new EventPlan.Irregular(
                        key,
                        new SteadyHours(
                                key, definition.amount() * environment.scale() / 24, new WeekCycle(0.4, 15), 0.2));
            default ->
                throw new IllegalArgumentException(definition.name() + ": no task runs '" + definition.when() + "'");
        };
    }

    private long perUpload(long hour) {
        return Math.round(environment.uploads().in(hour) * definition.amount());
    }

    /** A share below zero stands for a task that only suffered in the slow evening, and only in prod. */
    private HourTotals endings(long key, double perDay, long inSlowHour) {
        if (perDay >= 0) {
            return new SteadyHours(key, perDay * environment.scale() / 24, FLAT, 0);
        }
        long from = Calibration.SLOW_CACHE_FROM.getEpochSecond() / 3600;
        long to = Calibration.SLOW_CACHE_TO.getEpochSecond() / 3600;
        return environment.isProd() ? hour -> hour >= from && hour < to ? inSlowHour : 0 : NONE;
    }

    private boolean touchesCache() {
        return environment.isProd()
                && (definition.name().equals(TaskDefinition.SYNC)
                        || definition.name().equals(TaskDefinition.RECONCILE));
    }

    private static Signal slowCache(double factor) {
        return new Burst(
                Calibration.SLOW_CACHE_FROM.getEpochSecond(), Calibration.SLOW_CACHE_TO.getEpochSecond(), factor);
    }

    TaskDefinition definition() {
        return definition;
    }

    Environment environment() {
        return environment;
    }

    Signal completed(Share share) {
        return new Counted(completed, share);
    }

    Signal failed(Share share) {
        return new Counted(failed, share);
    }

    /** A retryable error is counted by the wrapper and again by the task's own retry (pypi/warehouse, tasks.py). */
    Signal retried(Share share) {
        return new Mapped(new Counted(retried, share), events -> 2 * events);
    }

    /** Every run, however it ended. */
    Signal started(Share share) {
        return new Sum(new Sum(completed(share), failed(share)), new Counted(retried, share));
    }

    /** How long a run takes, in milliseconds. */
    Signal millis() {
        return millis;
    }
}
