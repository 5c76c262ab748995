package dashwright.lab.world.table;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Bounded;
import dashwright.lab.world.signal.Counted;
import dashwright.lab.world.signal.EventPlan;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Level;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.Ramp;
import dashwright.lab.world.signal.Sawtooth;
import dashwright.lab.world.signal.SteadyHours;
import dashwright.lab.world.signal.WeekCycle;
import dashwright.lab.world.signal.Within;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the series of metrics that a table describes in full. */
public final class SeriesFactory {
    private static final int PEAK_HOUR = 15;

    private final long seed;
    private final long start;
    private final Map<String, List<SenderGroup>> groups;
    private final Map<Double, WeekCycle> cycles = new HashMap<>();

    /**
     * A factory.
     *
     * @param seed the world's seed
     * @param start the second at which the world starts
     * @param groups the senders by the name that tables use
     */
    public SeriesFactory(long seed, long start, Map<String, List<SenderGroup>> groups) {
        this.seed = seed;
        this.start = start;
        this.groups = Map.copyOf(groups);
    }

    /** The metric of a row with series made elsewhere. */
    public static WorldMetric metric(MetricDefinition definition, List<WorldSeries> series) {
        return new WorldMetric(
                definition.name(),
                definition.type(),
                definition.unit(),
                definition.perUnit(),
                definition.description(),
                definition.options().text("integration", ""),
                definition.options().has("percentiles"),
                definition.interval(),
                series);
    }

    /** The metric of a row with the series that its options describe. */
    public WorldMetric metric(MetricDefinition definition) {
        return metric(definition, series(definition));
    }

    private List<WorldSeries> series(MetricDefinition definition) {
        String name = definition.options().text("senders", "");
        List<SenderGroup> senders = groups.get(name);
        if (senders == null) {
            throw new IllegalArgumentException(definition.name() + ": no senders are called '" + name + "'; there are "
                    + groups.keySet().stream().sorted().toList());
        }
        List<WorldSeries> series = new ArrayList<>();
        for (SenderGroup group : senders) {
            series.addAll(series(definition, group));
        }
        return series;
    }

    private List<WorldSeries> series(MetricDefinition definition, SenderGroup group) {
        boolean counts = definition.type().equals("count");
        EventPlan plan = plan(definition, group);
        List<WorldSeries> series = new ArrayList<>();
        for (Sender sender : group.senders()) {
            List<Sender> parts = parts(definition, sender);
            for (int i = 0; i < parts.size(); i++) {
                Sender part = parts.get(i);
                Signal signal = counts
                        ? new Counted(plan, part.share(), definition.interval() / 60)
                        : level(definition, group, part, i);
                series.add(new WorldSeries(part.tags(), alive(definition, signal)));
            }
        }
        return series;
    }

    /** A split is written {@code split=tag:most,less,least}, with {@code ~} for a blank. */
    private static List<Sender> parts(MetricDefinition definition, Sender sender) {
        String split = definition.options().text("split", "");
        if (split.isEmpty()) {
            return List.of(sender);
        }
        int colon = split.indexOf(':');
        return sender.split(
                split.substring(0, colon),
                List.of(split.substring(colon + 1).replace('~', ' ').split(",", -1)));
    }

    private EventPlan plan(MetricDefinition definition, SenderGroup group) {
        Options options = definition.options();
        long key = Hash.of(Hash.of(seed, definition.name()), group.name());
        double perHour = options.number("per_day", 24 * 60 * options.number("level", 1)) / 24 * group.scale();
        WeekCycle cycle = cycle(options.number("cycle", 0.4));
        return new EventPlan.Irregular(key, new SteadyHours(key, perHour, cycle, options.number("noise", 0.15)));
    }

    /**
     * A level per sender. Senders differ somewhat, and the values of a split as much as their shares do; a {@code total}
     * is the same whoever tells it, and what is {@code even} is the same in every environment too.
     */
    private Signal level(MetricDefinition definition, SenderGroup group, Sender sender, int place) {
        Options options = definition.options();
        long key = Hash.of(Hash.of(seed, definition.name()), sender.name());
        boolean differs = !options.has("even") && !options.has("total");
        double differing = differs ? 0.85 + 0.3 * Hash.unit(key, -1) : 1;
        double size = options.has("even") ? 1 : group.scale() * Sender.weight(place);
        double most = options.number("max", Double.MAX_VALUE);
        return new Bounded(
                course(options, key, differing * size), options.number("min", 0), most, options.has("whole"));
    }

    private Signal course(Options options, long key, double size) {
        double level = size * options.number("level", 0);
        Signal course =
                options.has("drift") ? new Ramp(start, level, size * options.number("drift", 0)) : new Level(level);
        if (options.has("cycle")) {
            course = new Product(course, cycle(options.number("cycle", 0)));
        }
        if (options.has("saw")) {
            course = new Product(course, new Sawtooth(key, options.number("saw", 0), 20 * 3600));
        }
        double noise = options.number("noise", 0);
        if (noise > 0) {
            int slow = (int) (60 * options.number("slow", 30));
            course = new Product(course, new Noise(key, 0.7 * noise, slow));
            course = new Product(course, new Noise(~key, 0.3 * noise, 120));
        }
        return course;
    }

    private WeekCycle cycle(double depth) {
        return cycles.computeIfAbsent(depth, wanted -> new WeekCycle(wanted, PEAK_HOUR));
    }

    /** A metric that fell silent says when: {@code alive=6d} before the start, or hours as {@code 7h}. */
    private Signal alive(MetricDefinition definition, Signal signal) {
        String silent = definition.options().text("alive", "");
        return silent.isEmpty() ? signal : new Within(signal, Long.MIN_VALUE, start - seconds(silent));
    }

    /** The seconds of a text such as {@code 6d} or {@code 7h}. */
    public static long seconds(String text) {
        long unit = switch (text.charAt(text.length() - 1)) {
            case 'd' -> 86_400;
            case 'h' -> 3_600;
            case 'm' -> 60;
            default ->
                throw new IllegalArgumentException("a span of time ends with d, h or m, which '" + text + "' does not");
        };
        return Long.parseLong(text.substring(0, text.length() - 1)) * unit;
    }
}
