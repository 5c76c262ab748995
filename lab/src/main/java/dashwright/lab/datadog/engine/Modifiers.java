package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import java.util.List;
import java.util.Set;

/**
 * What the methods behind a selector ask for.
 *
 * @param timeAggregator how readings are joined within a point, empty for the metric type's own way
 * @param step seconds between points, 0 for the window's own
 * @param counting whether {@code as_count} or {@code as_rate} was asked for
 * @param fill how gaps are filled: {@code linear}, {@code last}, {@code zero}, {@code null}; empty where nothing was said
 * @param fillLimit the longest gap in seconds that is filled
 */
record Modifiers(String timeAggregator, long step, Counting counting, String fill, long fillLimit) {
    /** Datadog fills gaps of up to five minutes unless told otherwise. */
    static final long FILL_LIMIT = 300;

    static final Set<String> TIME_AGGREGATORS = Set.of("avg", "sum", "min", "max", "count");
    private static final Set<String> FILLS = Set.of("linear", "last", "zero", "null");

    /** Whether values are read as counts or rates. */
    enum Counting {
        AS_SENT,
        AS_COUNT,
        AS_RATE
    }

    static Modifiers of(Selector selector) {
        Modifiers read = new Modifiers("", 0, Counting.AS_SENT, "", FILL_LIMIT);
        for (Modifier modifier : selector.modifiers()) {
            read = read.with(modifier);
        }
        return read;
    }

    private Modifiers with(Modifier modifier) {
        List<String> arguments = modifier.arguments();
        return switch (modifier.name()) {
            case "as_count" -> new Modifiers(timeAggregator, step, Counting.AS_COUNT, fill, fillLimit);
            case "as_rate" -> new Modifiers(timeAggregator, step, Counting.AS_RATE, fill, fillLimit);
            case "rollup" -> rollup(arguments);
            case "fill" -> filled(arguments);
            // All senders of a world send evenly, so that a mean weighted by time is the plain one.
            case "weighted" -> this;
            default ->
                throw new QueryRefused("Error parsing query: unknown method ." + modifier.name()
                        + "(); known are as_count, as_rate, rollup, fill, weighted");
        };
    }

    private Modifiers rollup(List<String> arguments) {
        String aggregator = timeAggregator;
        long seconds = step;
        for (String argument : arguments) {
            if (TIME_AGGREGATORS.contains(argument)) {
                aggregator = argument;
            } else if (argument.matches("\\d{1,9}") && !argument.matches("0+")) {
                seconds = Long.parseLong(argument);
            } else {
                throw new QueryRefused(
                        "Error parsing query: rollup takes one of avg, sum, min, max, count and a number of"
                                + " seconds, not " + argument);
            }
        }
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new QueryRefused("Error parsing query: rollup takes an aggregator, a number of seconds, or both");
        }
        return new Modifiers(aggregator, seconds, counting, fill, fillLimit);
    }

    private Modifiers filled(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2 || !FILLS.contains(arguments.getFirst())) {
            throw new QueryRefused(
                    "Error parsing query: fill takes linear, last, zero or null, and a number of seconds");
        }
        long limit = FILL_LIMIT;
        if (arguments.size() == 2) {
            if (!arguments.get(1).matches("\\d{1,9}")) {
                throw new QueryRefused("Error parsing query: the limit of fill is a number of seconds");
            }
            limit = Long.parseLong(arguments.get(1));
        }
        return new Modifiers(timeAggregator, step, counting, arguments.getFirst(), limit);
    }
}
