package dashwright.lab.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a metric of a world by hand: the points of some of its series in a span of time, as a test wants them. */
public final class Readings {
    private final World world;
    private final WorldMetric metric;
    private final List<WorldSeries> series;

    private Readings(World world, WorldMetric metric, List<WorldSeries> series) {
        this.world = world;
        this.metric = metric;
        this.series = series;
    }

    /** All series of a metric. */
    public static Readings of(World world, String name) {
        WorldMetric metric = world.metric(name).orElseThrow(() -> new AssertionError("no metric is called " + name));
        return new Readings(world, metric, metric.series());
    }

    /** Only the series with this tag. */
    public Readings with(String key, String value) {
        return new Readings(
                world,
                metric,
                series.stream().filter(one -> value.equals(one.tags().get(key))).toList());
    }

    /** Only the series of the environment that the figures are told of. */
    public Readings inProd() {
        return with("env", "prod");
    }

    /** All points of the last so-and-so long before the world's start. */
    public List<Double> last(Duration window) {
        long end = world.start().getEpochSecond();
        return between(end - window.toSeconds(), end);
    }

    /** All points from a second to before another. */
    public List<Double> between(long from, long to) {
        List<Double> points = new ArrayList<>();
        for (WorldSeries one : series) {
            for (long second = from; second < to; second += metric.interval()) {
                double value = one.signal().at(second);
                if (!Double.isNaN(value)) {
                    points.add(value);
                }
            }
        }
        return points;
    }

    /** True where there is any point from a second to before another; looks at the newest first. */
    public boolean hasAny(long from, long to) {
        for (WorldSeries one : series) {
            for (long second = to - metric.interval(); second >= from; second -= metric.interval()) {
                if (!Double.isNaN(one.signal().at(second))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The sum of all points before the start. */
    public double sum(Duration window) {
        return last(window).stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The mean of all points before the start. */
    public double mean(Duration window) {
        return last(window).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The values of a tag. */
    public Set<String> values(String key) {
        Set<String> values = new TreeSet<>();
        series.forEach(one -> values.add(one.tags().getOrDefault(key, "")));
        return values;
    }

    /** How many series there are. */
    public int size() {
        return series.size();
    }
}
