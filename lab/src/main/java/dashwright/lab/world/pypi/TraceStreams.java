package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.signal.Counted;
import dashwright.lab.world.signal.EventPlan;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Level;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.SteadyHours;
import dashwright.lab.world.signal.WeekCycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All spans of the world: runs of tasks, the queueing of tasks, requests, and calls to stores. */
final class TraceStreams {
    private TraceStreams() {}

    static List<TraceStream> of(List<TaskRuns> tasks, List<Environment> environments, long seed) {
        List<TraceStream> streams = new ArrayList<>();
        for (TaskRuns task : tasks) {
            streams.add(run(task));
            streams.add(queueing(task));
        }
        for (String[] row : Rows.read("streams.tsv", 6)) {
            for (Environment environment : environments) {
                streams.add(steady(row, environment, seed));
            }
        }
        return streams;
    }

    /** The worker's root span; ddtrace names it by the task. */
    private static TraceStream run(TaskRuns task) {
        return new TraceStream(
                "celery.run",
                task.definition().name(),
                task.environment().worker(),
                Map.of("span.kind", "consumer", "component", "celery", "celery.action", "run"),
                task::started,
                task::failed,
                task.millis());
    }

    /** The producer's span, made where the task is queued. */
    private static TraceStream queueing(TaskRuns task) {
        return new TraceStream(
                "celery.apply",
                task.definition().name(),
                task.environment().fleet(task.definition().queuedBy()),
                Map.of("span.kind", "producer", "component", "celery", "celery.action", "apply_async"),
                task::started,
                share -> second -> Double.NaN,
                new Level(4));
    }

    /** A row: operation, pods, resource, hits a second, mean milliseconds, failures in a million. */
    private static TraceStream steady(String[] row, Environment environment, long seed) {
        long key = Hash.of(Hash.of(seed, row[0] + row[2]), environment.name());
        double perHour = 3600 * Double.parseDouble(row[3]) * environment.scale();
        double failing = Double.parseDouble(row[5]) / 1_000_000;
        WeekCycle week = new WeekCycle(0.35, 15);
        EventPlan hits = new EventPlan.Irregular(key, new SteadyHours(key, perHour, week, 0.1));
        long failures = Hash.of(key, "failures");
        EventPlan errors = new EventPlan.Irregular(failures, new SteadyHours(failures, perHour * failing, week, 0.4));
        Signal millis = new Product(
                new Product(new Level(Double.parseDouble(row[4])), new WeekCycle(0.08, 15)), new Noise(key, 0.06, 600));
        return new TraceStream(
                row[0],
                row[2],
                environment.fleet(row[1]),
                Map.of("span.kind", row[0].equals("pyramid.request") ? "server" : "client"),
                share -> new Counted(hits, share),
                share -> new Counted(errors, share),
                millis);
    }
}
