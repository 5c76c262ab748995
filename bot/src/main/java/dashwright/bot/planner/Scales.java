package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.tools.drafting.RequestPlanner.Knowledge.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which metrics can share an axis: those of one unit whose values do not make each other's flat. */
final class Scales {
    /** On an axis of some 200 pixels a line of less than this part of the highest one cannot be told from zero. */
    private static final double MOST_TIMES = 100;

    private static final Set<String> SHARES =
            Set.of("pct", "percent", "percentage", "ratio", "fraction", "efficiency", "utilization");
    private static final Set<String> MEASURES = Set.of(
            "ns", "us", "ms", "millis", "seconds", "secs", "minutes", "hours", "days", "bytes", "kb", "mb", "gb",
            "usd");

    private Scales() {}

    /**
     * The metrics, those together that can share a panel, in their order.
     *
     * @param live what is known of their values; a metric without one goes with any other of its unit
     */
    static List<List<Evidence>> apart(List<Evidence> metrics, Map<String, Level> live) {
        List<Axis> axes = new ArrayList<>();
        for (Evidence each : metrics) {
            String unit = unit(each.metric());
            Level level = live.get(each.metric().name());
            // Zero is zero on any axis.
            double size = level == null ? 0 : Math.abs(level.now());
            axes.stream()
                    .filter(axis -> axis.takes(unit, size))
                    .findFirst()
                    .orElseGet(() -> {
                        axes.add(new Axis(unit));
                        return axes.getLast();
                    })
                    .add(each, size);
        }
        return axes.stream().map(axis -> List.copyOf(axis.metrics)).toList();
    }

    /** A metric's unit; where none is set, what the end of its name says of it. */
    private static String unit(Metric metric) {
        if (!metric.unit().name().isEmpty()) {
            return metric.unit().toString();
        }
        List<String> name = Words.split(metric.name());
        String last = name.isEmpty() ? "" : name.getLast();
        return SHARES.contains(last) ? "share" : MEASURES.contains(last) ? last : "";
    }

    private static final class Axis {
        private final String unit;
        private final List<Evidence> metrics = new ArrayList<>();
        private double least = Double.POSITIVE_INFINITY;
        private double most;

        Axis(String unit) {
            this.unit = unit;
        }

        boolean takes(String other, double size) {
            return unit.equals(other) && (size == 0 || (size <= least * MOST_TIMES && size * MOST_TIMES >= most));
        }

        void add(Evidence evidence, double size) {
            metrics.add(evidence);
            if (size > 0) {
                least = Math.min(least, size);
                most = Math.max(most, size);
            }
        }
    }
}
