package dashwright.lab.datadog.metrics;

import dashwright.dashboards.query.Scope;
import dashwright.lab.datadog.engine.LabMetric;
import dashwright.lab.datadog.engine.MetricSource;
import dashwright.lab.datadog.engine.ScopeFilter;
import dashwright.lab.datadog.engine.Sender;
import dashwright.lab.datadog.engine.SignalSender;
import dashwright.lab.datadog.engine.UnitPair;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All metrics: those of the world, and those of which points were submitted. */
public final class MetricStore implements MetricSource {
    /** Datadog lists and suggests what reported within 30 days. */
    static final long MONTH = 30L * 86_400;

    private final Map<String, LabMetric> ofWorld;
    private final ConcurrentMap<String, Submitted> submitted = new ConcurrentHashMap<>();
    private final Liveness liveness = new Liveness();

    /** The metrics of a world. */
    public MetricStore(World world) {
        Map<String, LabMetric> metrics = new TreeMap<>();
        world.metrics().forEach(metric -> metrics.put(metric.name(), labMetric(metric)));
        this.ofWorld = Map.copyOf(metrics);
    }

    private static LabMetric labMetric(WorldMetric metric) {
        List<Sender> senders = new ArrayList<>();
        metric.series()
                .forEach(series ->
                        senders.add(new SignalSender(lowerKeys(series.tags()), series.signal(), metric.interval())));
        return new LabMetric(
                metric.name(),
                metric.type(),
                new UnitPair(metric.unit(), metric.perUnit()),
                metric.description(),
                metric.integration(),
                metric.percentiles(),
                metric.interval(),
                senders);
    }

    private static Map<String, String> lowerKeys(Map<String, String> tags) {
        Map<String, String> lower = new TreeMap<>();
        tags.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    @Override
    public Optional<LabMetric> metric(String name) {
        Optional<LabMetric> world = Optional.ofNullable(ofWorld.get(name));
        Submitted over = submitted.get(name);
        return over == null ? world : Optional.of(over.over(world));
    }

    @Override
    public boolean isKnownAt(LabMetric metric, long now) {
        return liveness.reported(metric, now, MONTH);
    }

    /** All metrics by name, those that fell silent too. */
    List<LabMetric> all() {
        TreeMap<String, LabMetric> all = new TreeMap<>(ofWorld);
        submitted.forEach((name, over) -> all.put(name, over.over(Optional.ofNullable(ofWorld.get(name)))));
        return List.copyOf(all.values());
    }

    /** True where any sender that a scope takes in sent something within these seconds before the present. */
    boolean reports(LabMetric metric, Scope scope, long now, long seconds) {
        return metric.senders().stream()
                .filter(sender -> ScopeFilter.matches(scope, sender.tags()))
                .anyMatch(sender -> liveness.reported(sender, now, seconds));
    }

    /** Those senders of a metric that sent something within these seconds before the present. */
    List<Sender> reporting(LabMetric metric, long now, long seconds) {
        return metric.senders().stream()
                .filter(sender -> liveness.reported(sender, now, seconds))
                .toList();
    }

    /** All values of a tag key, over all metrics. */
    public SortedSet<String> valuesOf(String key) {
        SortedSet<String> values = new TreeSet<>();
        for (LabMetric metric : all()) {
            for (Sender sender : metric.senders()) {
                String value = sender.tags().get(key);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** Takes a point in. */
    void submit(
            String name, String type, String unit, int interval, Map<String, String> tags, long second, double value) {
        submitted
                .computeIfAbsent(name, any -> new Submitted(any, type, unit, interval))
                .submit(tags, second, value);
    }
}
