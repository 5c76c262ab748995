package dashwright.lab.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A world moved in time, so that its start lies where its visitor's clock is: a program that cannot be told another time
 * finds the same figures now. Its days begin at another hour then.
 */
public final class ShiftedWorld implements World {
    private final World world;
    private final Duration by;
    private final Map<String, WorldMetric> metrics = new TreeMap<>();
    private final List<WorldSpans> spans;

    private ShiftedWorld(World world, Duration by) {
        this.world = world;
        this.by = by;
        long seconds = by.toSeconds();
        world.metrics().forEach(metric -> metrics.put(metric.name(), shifted(metric, seconds)));
        this.spans = world.spans().stream()
                .map(each -> new WorldSpans(
                        each.service(),
                        each.operation(),
                        each.resource(),
                        each.tags(),
                        shifted(each.perMinute(), seconds),
                        shifted(each.durationMillis(), seconds),
                        shifted(each.errorShare(), seconds)))
                .toList();
    }

    /**
     * The world with its start at an instant, or before it by less than the longest interval of its metrics: a signal is
     * only defined at multiples of its interval.
     */
    public static ShiftedWorld startingAt(World world, Instant instant) {
        long grid =
                world.metrics().stream().mapToLong(WorldMetric::interval).max().orElse(1);
        long seconds = Math.floorDiv(Duration.between(world.start(), instant).toSeconds(), grid) * grid;
        return new ShiftedWorld(world, Duration.ofSeconds(seconds));
    }

    private static WorldMetric shifted(WorldMetric metric, long seconds) {
        List<WorldSeries> series = metric.series().stream()
                .map(each -> new WorldSeries(each.tags(), shifted(each.signal(), seconds)))
                .toList();
        return new WorldMetric(
                metric.name(),
                metric.type(),
                metric.unit(),
                metric.perUnit(),
                metric.description(),
                metric.integration(),
                metric.percentiles(),
                metric.interval(),
                series);
    }

    private static Signal shifted(Signal signal, long seconds) {
        return at -> signal.at(at - seconds);
    }

    @Override
    public String name() {
        return world.name();
    }

    @Override
    public List<WorldMetric> metrics() {
        return List.copyOf(metrics.values());
    }

    @Override
    public Optional<WorldMetric> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    @Override
    public List<WorldSpans> spans() {
        return spans;
    }

    @Override
    public List<String> dashboards() {
        return world.dashboards();
    }

    @Override
    public List<String> monitors() {
        return world.monitors();
    }

    @Override
    public List<String> objectives() {
        return world.objectives();
    }

    @Override
    public Instant start() {
        return world.start().plus(by);
    }
}
