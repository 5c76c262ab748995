package dashwright.lab.datadog.engine;

import dashwright.lab.datadog.engine.Modifiers.Counting;
import java.util.List;

/** Joins readings in time: for each point of a grid those that fall into it. */
final class TimeReader {
    private final LabMetric metric;
    private final Modifiers modifiers;
    private final Window window;
    private final Grid grid;
    private final int stride;

    TimeReader(LabMetric metric, Modifiers modifiers, Window window, Grid grid, int stride) {
        this.metric = metric;
        this.modifiers = modifiers;
        this.window = window;
        this.grid = grid;
        this.stride = stride;
    }

    int points() {
        return grid.count();
    }

    /** One sender's values, gaps filled as the query asks. */
    double[] values(Sender sender) {
        double[] values = new double[grid.count()];
        Bucket bucket = new Bucket();
        for (int i = 0; i < values.length; i++) {
            bucket.clear();
            collect(sender, i, bucket);
            values[i] = valueOf(bucket);
        }
        Fill.fill(modifiers.fill(), modifiers.fillLimit(), grid.times(), values);
        return values;
    }

    /** What all senders together sent at one point. */
    void pool(List<Sender> senders, int point, Bucket bucket) {
        bucket.clear();
        for (Sender sender : senders) {
            collect(sender, point, bucket);
        }
    }

    /** Only what lies inside the window counts, so that totals over a window are its own. */
    private void collect(Sender sender, int point, Bucket bucket) {
        long from = Math.max(grid.at(point), window.from());
        long to = Math.min(grid.at(point) + grid.step(), Grid.lastSecond(window));
        sender.collect(from + window.shift(), to + window.shift(), stride, bucket);
    }

    private double valueOf(Bucket bucket) {
        Counting counting = metric.isCounted() ? modifiers.counting() : Counting.AS_SENT;
        String aggregator = modifiers.timeAggregator();
        if (counting == Counting.AS_SENT) {
            return joined(bucket, aggregator.isEmpty() ? "avg" : aggregator);
        }
        // A count holds events and a rate events a second: both are brought to events first.
        double events = metric.type().equals("rate") ? metric.interval() : 1;
        if (counting == Counting.AS_COUNT) {
            return joined(bucket, aggregator.isEmpty() ? "sum" : aggregator) * events;
        }
        return aggregator.isEmpty() || aggregator.equals("sum")
                ? bucket.sum() * events / grid.step()
                : joined(bucket, aggregator) * events / metric.interval();
    }

    private static double joined(Bucket bucket, String aggregator) {
        return switch (aggregator) {
            case "sum" -> bucket.sum();
            case "min" -> bucket.min();
            case "max" -> bucket.max();
            case "count" -> bucket.count();
            case "last" -> bucket.last();
            default -> bucket.average();
        };
    }
}
