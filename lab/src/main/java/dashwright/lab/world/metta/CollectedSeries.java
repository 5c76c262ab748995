package dashwright.lab.world.metta;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Bounded;
import dashwright.lab.world.signal.Days;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Level;
import dashwright.lab.world.signal.Mapped;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Outage;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.Sum;
import dashwright.lab.world.signal.Tapered;
import dashwright.lab.world.signal.Within;
import dashwright.lab.world.table.MetricDefinition;
import dashwright.lab.world.table.Options;
import dashwright.lab.world.table.SeriesFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of what collectors send: exactly at their known value in the last hours before the start, and consistent
 * with each other at every time, since what is computed from other metrics is computed from their series.
 */
final class CollectedSeries {
    private static final long HOLD = 2 * 3_600;
    private static final long TAPER = 12 * 3_600;
    private static final int QUARTER = 900;
    /** Sizes of the regions beside each other. */
    private static final Map<String, Double> REGIONS = Map.of("us-east-1", 1.0, "us-west-2", 0.25);

    private final long seed;
    private final long start;
    private final List<Trouble> troubles;
    private final Map<String, List<WorldSeries>> made = new HashMap<>();

    CollectedSeries(long seed, long start, List<Trouble> troubles) {
        this.seed = seed;
        this.start = start;
        this.troubles = List.copyOf(troubles);
    }

    /** The metric of a row; what it is computed from must have come before. */
    WorldMetric metric(MetricDefinition definition) {
        List<WorldSeries> series = new ArrayList<>();
        List<Map<String, String>> senders = senders(definition.options().text("senders", ""));
        for (int i = 0; i < senders.size(); i++) {
            Map<String, String> tags = senders.get(i);
            series.add(new WorldSeries(tags, sent(definition.options(), signal(definition, tags, i))));
        }
        made.put(definition.name(), series);
        return SeriesFactory.metric(definition, series);
    }

    private static List<Map<String, String>> senders(String name) {
        return switch (name) {
            case "regions" ->
                REGIONS.keySet().stream()
                        .sorted()
                        .map(region -> Map.of("region", region))
                        .toList();
            case "cluster" -> List.of(Map.of("cluster", "main"));
            default -> List.of(Map.of());
        };
    }

    private Signal signal(MetricDefinition definition, Map<String, String> tags, int sender) {
        Options options = definition.options();
        if (options.has("fom")) {
            String[] formula = options.text("fom", "").split(":", 2);
            return new Mapped(source(formula[1], sender), FigureOfMerit.of(formula[0]));
        }
        if (options.has("sum")) {
            return sum(options.text("sum", "").split(",", -1), sender);
        }
        if (options.has("per")) {
            return ratio(options.text("per", "").split(",", -1), sender);
        }
        if (options.has("scaled")) {
            String[] parts = options.text("scaled", "").split(",", 2);
            double factor = Double.parseDouble(parts[1]);
            return new Mapped(source(parts[0], sender), value -> factor * value);
        }
        return measured(definition, REGIONS.getOrDefault(tags.getOrDefault("region", ""), 1.0), tags.toString());
    }

    /** A sum of metrics; a minus before a name takes it away. */
    private Signal sum(String[] names, int sender) {
        Signal sum = new Level(0);
        for (String name : names) {
            boolean taken = name.startsWith("-");
            Signal source = source(taken ? name.substring(1) : name, sender);
            sum = new Sum(sum, taken ? new Mapped(source, value -> -value) : source);
        }
        return sum;
    }

    /** One metric for each of another, perhaps times a factor. */
    private Signal ratio(String[] parts, int sender) {
        double factor = parts.length > 2 ? Double.parseDouble(parts[2]) : 1;
        Signal below = source(parts[1], sender);
        return new Product(source(parts[0], sender), new Mapped(below, value -> value > 0 ? factor / value : 0));
    }

    private Signal source(String name, int sender) {
        List<WorldSeries> series = made.get(name);
        if (series == null) {
            throw new IllegalArgumentException("the metric " + name + " must come before what is computed from it");
        }
        return series.get(sender).signal();
    }

    private Signal measured(MetricDefinition definition, double size, String sender) {
        Options options = definition.options();
        long key = Hash.of(Hash.of(seed, definition.name()), sender);
        List<Double> days = options.numbers("days");
        Signal course =
                days.isEmpty() ? new Level(options.number("level", 0)) : new Days(start, days, options.has("steps"));
        Signal sized = size == 1 ? course : new Mapped(course, value -> value * size);
        Noise noise = new Noise(key, options.number("noise", 0), 6 * 3_600);
        Signal exact = options.has("noise") ? new Product(sized, new Tapered(noise, start, HOLD, TAPER)) : sized;
        double most = options.number("max", Double.MAX_VALUE);
        return new Bounded(exact, options.number("min", 0), most, options.has("whole"));
    }

    /** What was sent of it: not before it existed, not after it was dropped, and not while its collector was down. */
    private Signal sent(Options options, Signal signal) {
        Signal sent = signal;
        if (options.has("since") || options.has("alive")) {
            long from =
                    options.has("since") ? start - SeriesFactory.seconds(options.text("since", "")) : Long.MIN_VALUE;
            long to = options.has("alive") ? start - SeriesFactory.seconds(options.text("alive", "")) : Long.MAX_VALUE;
            sent = new Within(sent, from, to);
        }
        for (Trouble trouble : troubles) {
            if (trouble.collector().equals(options.text("collector", ""))) {
                sent = new Outage(sent, trouble.from(), trouble.to());
            }
        }
        return sent;
    }

    /** The metric as it was called before the collector got a prefix of its own; silent since. */
    static WorldMetric renamed(WorldMetric metric, String oldName, long until) {
        List<WorldSeries> series = metric.series().stream()
                .map(one -> new WorldSeries(one.tags(), new Within(one.signal(), Long.MIN_VALUE, until)))
                .toList();
        return new WorldMetric(oldName, metric.type(), "", "", "", "", false, QUARTER, series);
    }
}
