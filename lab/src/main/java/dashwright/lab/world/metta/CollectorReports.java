package dashwright.lab.world.metta;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Level;
import dashwright.lab.world.signal.Noise;
import dashwright.lab.world.signal.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each collector reports of itself: {@code collector.<name>.duration_seconds} and so on. */
final class CollectorReports {
    private static final int QUARTER = 900;
    private static final double GIVES_UP_AFTER = 120;

    private final long seed;
    private final List<Trouble> troubles;

    CollectorReports(long seed, List<Trouble> troubles) {
        this.seed = seed;
        this.troubles = List.copyOf(troubles);
    }

    /**
     * The reports of a collector.
     *
     * @param collector its name
     * @param metrics how many metrics it sends when all goes well
     * @param seconds how long a run takes
     */
    List<WorldMetric> of(String collector, int metrics, double seconds) {
        Noise noise = new Noise(Hash.of(seed, collector), 0.2, 3_600);
        List<WorldMetric> reports = new ArrayList<>();
        Signal duration = new Product(new Level(seconds), noise);
        reports.add(report(
                collector, "duration_seconds", "second", "How long its last run took", duration, GIVES_UP_AFTER));
        reports.add(report(collector, "metric_count", "", "Metrics sent by its last run", new Level(metrics), 0));
        reports.add(report(collector, "error_count", "error", "Errors in its last run", new Level(0), 3));
        reports.add(report(collector, "failed", "", "1 where its last run failed", new Level(0), 1));
        return reports;
    }

    private WorldMetric report(
            String collector, String what, String unit, String description, Signal usual, double whenFailing) {
        Signal signal = second -> {
            for (Trouble trouble : troubles) {
                if (trouble.collector().equals(collector) && trouble.holds(second)) {
                    return trouble.silent() ? Double.NaN : whenFailing;
                }
            }
            return usual.at(second);
        };
        return new WorldMetric(
                "collector." + collector + "." + what,
                "gauge",
                unit,
                "",
                description,
                "",
                false,
                QUARTER,
                List.of(new WorldSeries(Map.of(), signal)));
    }
}
