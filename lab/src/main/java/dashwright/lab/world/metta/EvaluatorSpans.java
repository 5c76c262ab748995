package dashwright.lab.world.metta;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.WorldSpans;
import dashwright.lab.world.signal.Mapped;
import dashwright.lab.world.signal.OrZero;
import dashwright.lab.world.signal.Ratio;
import dashwright.lab.world.signal.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The spans of the policy evaluator, made of the same series as its trace metrics, so that both count alike. */
final class EvaluatorSpans {
    private EvaluatorSpans() {}

    /** The spans of an operation, from its trace metrics. */
    static List<WorldSpans> of(String operation, Map<String, WorldMetric> metrics) {
        Map<String, Signal> hits = byResource(metrics, "trace." + operation + ".hits");
        Map<String, Signal> errors = byResource(metrics, "trace." + operation + ".errors");
        WorldMetric latency = metric(metrics, "trace." + operation);
        List<WorldSpans> spans = new ArrayList<>();
        for (WorldSeries series : latency.series()) {
            String resource = series.tags().getOrDefault("resource_name", "");
            Signal counted = hits.remove(resource);
            if (counted != null) {
                Map<String, String> tags = new LinkedHashMap<>(series.tags());
                String service = tags.getOrDefault("service", "");
                tags.keySet().removeAll(List.of("host", "resource_name"));
                Signal millis = new Mapped(series.signal(), seconds -> 1000 * seconds);
                Signal failing = new Ratio(errors.getOrDefault(resource, second -> Double.NaN), counted);
                spans.add(new WorldSpans(
                        service,
                        operation,
                        resource,
                        tags,
                        new OrZero(counted),
                        millis,
                        new Mapped(failing, share -> Math.min(1, share))));
            }
        }
        return spans;
    }

    private static Map<String, Signal> byResource(Map<String, WorldMetric> metrics, String name) {
        Map<String, Signal> sums = new LinkedHashMap<>();
        for (WorldSeries series : metric(metrics, name).series()) {
            sums.merge(series.tags().getOrDefault("resource_name", ""), series.signal(), Sum::new);
        }
        return sums;
    }

    private static WorldMetric metric(Map<String, WorldMetric> metrics, String name) {
        WorldMetric metric = metrics.get(name);
        if (metric == null) {
            throw new IllegalArgumentException("spans need the metric " + name);
        }
        return metric;
    }
}
