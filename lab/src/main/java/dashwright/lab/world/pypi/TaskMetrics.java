package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Mapped;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.When;
import dashwright.lab.world.table.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What the workers count and time for each task, as {@code warehouse.task.*}. */
final class TaskMetrics {
    private final List<Runner> runners = new ArrayList<>();

    TaskMetrics(List<TaskRuns> tasks) {
        for (TaskRuns task : tasks) {
            for (Sender pod : task.environment().worker().senders()) {
                runners.add(new Runner(task, pod.with("task", task.definition().name())));
            }
        }
    }

    /** The series by the names that the tables use. */
    Map<String, List<WorldSeries>> sources() {
        return Map.of(
                "task.start", series((task, pod) -> task.started(pod.share())),
                "task.complete", series((task, pod) -> task.completed(pod.share())),
                "task.failed", series((task, pod) -> task.failed(pod.share())),
                "task.retried", series((task, pod) -> task.retried(pod.share())),
                "task.run.avg", timing(1),
                "task.run.median", timing(0.93),
                "task.run.95percentile", timing(1.36),
                "task.run.max", timing(1.6),
                // The agent sends a timer's count as a rate: runs a second.
                "task.run.count", series((task, pod) -> new Mapped(task.started(pod.share()), runs -> runs / 60)));
    }

    private List<WorldSeries> timing(double factor) {
        return series((task, pod) -> {
            Signal millis = new Mapped(task.millis(), mean -> mean * factor);
            Signal ofPod = new Product(millis, new Noise(Hash.of(0, pod.name()), 0.015, 300));
            return new When(task.started(pod.share()), ofPod);
        });
    }

    private List<WorldSeries> series(BiFunction<TaskRuns, Sender, Signal> signal) {
        return runners.stream()
                .map(runner -> new WorldSeries(runner.pod().tags(), signal.apply(runner.task(), runner.pod())))
                .toList();
    }

    /** A task on a pod. */
    private record Runner(TaskRuns task, Sender pod) {}
}
