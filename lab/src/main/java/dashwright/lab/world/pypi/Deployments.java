package dashwright.lab.world.pypi;

import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the cluster says of its deployments: as many pods as are wanted, all of them running. */
final class Deployments {
    private final List<Environment> environments;

    Deployments(List<Environment> environments) {
        this.environments = List.copyOf(environments);
    }

    Map<String, List<WorldSeries>> sources() {
        return Map.of(
                "deployment.size", series(Map.of(), fleet -> fleet.pods().size()),
                "deployment.missing", series(Map.of(), fleet -> 0),
                "deployment.running",
                        series(
                                Map.of("pod_phase", "running"),
                                fleet -> fleet.pods().size()));
    }

    private List<WorldSeries> series(Map<String, String> more, ToDoubleFunction<Fleet> value) {
        List<WorldSeries> series = new ArrayList<>();
        for (Environment environment : environments) {
            for (Fleet fleet : List.of(environment.worker(), environment.web(), environment.beat())) {
                Map<String, String> tags = new HashMap<>(fleet.pods().getFirst().tags());
                tags.keySet().removeAll(List.of("pod_name", "host", "availability-zone", "kube_container_name"));
                tags.putAll(more);
                series.add(new WorldSeries(tags, new Level(value.applyAsDouble(fleet))));
            }
        }
        return series;
    }
}
