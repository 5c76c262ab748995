package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Bounded;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Level;
import dashwright.lab.world.signal.Mapped;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.Sawtooth;
import dashwright.lab.world.table.Sender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The memory of pods: it grows until the pod is restarted, and stays below its limit. */
final class PodMemory {
    private static final double MEBIBYTE = 1024 * 1024;

    private final List<Environment> environments;
    private final long seed;

    PodMemory(List<Environment> environments, long seed) {
        this.environments = List.copyOf(environments);
        this.seed = seed;
    }

    Map<String, List<WorldSeries>> sources() {
        return Map.of(
                "memory.usage", series(pod -> used(pod, 1)),
                "memory.working_set", series(pod -> used(pod, 0.93)),
                "memory.rss", series(pod -> used(pod, 0.86)),
                "memory.cache", series(pod -> used(pod, 0.09)),
                "memory.limit", series(pod -> new Level(limit(pod))),
                "memory.request", series(pod -> new Level(limit(pod) / 2)),
                "memory.usage_pct", series(pod -> new Mapped(used(pod, 1), bytes -> bytes / limit(pod))));
    }

    private static double limit(Pod pod) {
        return switch (pod.deployment()) {
            case "warehouse-web" -> 2_048 * MEBIBYTE;
            case "warehouse-worker" -> 1_024 * MEBIBYTE;
            default -> 512 * MEBIBYTE;
        };
    }

    private Signal used(Pod pod, double share) {
        long key = Hash.of(seed, pod.name());
        double fresh = limit(pod) * (0.38 + 0.06 * Hash.unit(key, 7));
        Signal growing = new Product(new Level(fresh), new Sawtooth(key, 0.7, 26 * 3600));
        Signal used = new Product(growing, new Noise(key, 0.04, 420));
        return new Mapped(new Bounded(used, 0, 0.97 * limit(pod), false), bytes -> Math.rint(share * bytes));
    }

    private List<WorldSeries> series(Function<Pod, Signal> signal) {
        List<WorldSeries> series = new ArrayList<>();
        for (Environment environment : environments) {
            for (Fleet fleet : List.of(environment.worker(), environment.web(), environment.beat())) {
                for (Pod pod : fleet.pods()) {
                    series.add(new WorldSeries(containerTags(pod), signal.apply(pod)));
                }
            }
        }
        return series;
    }

    /** The tags that the container and kubelet checks add to a pod's own. */
    static Map<String, String> containerTags(Pod pod) {
        Map<String, String> tags = new LinkedHashMap<>(pod.tags());
        tags.put("container_name", pod.deployment());
        tags.put("image_name", "pypi/warehouse");
        tags.put("kube_qos", "burstable");
        return tags;
    }

    /** The pods with those tags, as senders. */
    static List<Sender> containers(Fleet fleet) {
        List<Sender> pods = fleet.senders();
        List<Sender> containers = new ArrayList<>();
        for (int i = 0; i < pods.size(); i++) {
            Sender pod = pods.get(i);
            containers.add(new Sender(pod.name(), containerTags(fleet.pods().get(i)), pod.share()));
        }
        return containers;
    }
}
