package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Expression.Selector;
import dashwright.lab.datadog.engine.Modifiers.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evaluates the leaves of a query: reads the senders of a metric, joins them in time and then in space. */
final class SelectorEvaluator {
    /**
     * So many readings of levels are taken for one selector at most. Beyond it only every so many-th reading of a sender
     * is taken and weighed accordingly, so that a month over many senders answers at once. Counts are never thinned out:
     * their totals must be the same however they are asked for, and rare events must not slip through.
     */
    private static final long MOST_LEVELS = 5_000_000;

    /** What Datadog calls the group of those that lack the tag. */
    static final String NO_VALUE = "N/A";

    private final MetricSource metrics;

    SelectorEvaluator(MetricSource metrics) {
        this.metrics = metrics;
    }

    Frame evaluate(Selector selector, Window window) {
        Modifiers modifiers = Modifiers.of(selector);
        Optional<LabMetric> found = metrics.metric(selector.metric());
        if (found.isEmpty()) {
            SpaceRule.refuseUnknown(selector.aggregator());
            return Frame.empty(window.step());
        }
        LabMetric metric = found.get();
        SpaceRule.refuseUnfit(selector.aggregator(), metric);
        SortedMap<Map<String, String>, List<Sender>> groups = grouped(selector, metric);
        if (groups.isEmpty() || !metrics.isKnownAt(metric, window.now())) {
            return Frame.empty(window.step());
        }
        return read(selector, modifiers, metric, groups, window);
    }

    private static SortedMap<Map<String, String>, List<Sender>> grouped(Selector selector, LabMetric metric) {
        SortedMap<Map<String, String>, List<Sender>> groups = new TreeMap<>((a, b) -> compare(selector, a, b));
        for (Sender sender : metric.senders()) {
            if (ScopeFilter.matches(selector.scope(), sender.tags())) {
                groups.computeIfAbsent(groupOf(selector, sender), any -> new ArrayList<>())
                        .add(sender);
            }
        }
        return groups;
    }

    private static int compare(Selector selector, Map<String, String> left, Map<String, String> right) {
        for (String key : selector.groupBy()) {
            String name = key.toLowerCase(Locale.ROOT);
            int order = left.getOrDefault(name, "").compareTo(right.getOrDefault(name, ""));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static SortedMap<String, String> groupOf(Selector selector, Sender sender) {
        SortedMap<String, String> group = new TreeMap<>();
        for (String key : selector.groupBy()) {
            String name = key.toLowerCase(Locale.ROOT);
            group.put(name, sender.tags().getOrDefault(name, NO_VALUE));
        }
        return group;
    }

    private static Frame read(
            Selector selector,
            Modifiers modifiers,
            LabMetric metric,
            SortedMap<Map<String, String>, List<Sender>> groups,
            Window window) {
        long asked = modifiers.step() > 0 ? modifiers.step() : window.step();
        Grid grid = Grid.over(window, Steps.fitting(asked, metric.interval(), window.length()));
        long senders = groups.values().stream().mapToLong(List::size).sum();
        long readings = senders * (window.length() / metric.interval() + 1);
        int stride = metric.isCounted() ? 1 : (int) Math.ceilDiv(readings, MOST_LEVELS);
        TimeReader reader = new TimeReader(metric, modifiers, window, grid, stride);
        List<Line> lines = new ArrayList<>();
        groups.forEach((group, members) -> lines.add(
                new Line(new TreeMap<>(group), SpaceRule.join(selector.aggregator(), metric, members, reader))));
        boolean counted = metric.isCounted() && modifiers.counting() == Counting.AS_COUNT;
        boolean summed = counted || (metric.isCounted() && modifiers.counting() == Counting.AS_RATE);
        boolean interpolated = !summed && !modifiers.fill().equals("null");
        return new Frame(grid.times(), grid.step(), lines, unitOf(metric, modifiers), counted, interpolated);
    }

    private static UnitPair unitOf(LabMetric metric, Modifiers modifiers) {
        UnitPair unit = metric.unit();
        boolean perSecond = metric.isCounted() && modifiers.counting() == Counting.AS_RATE;
        return perSecond && unit.per().isEmpty() ? unit.per("second") : unit;
    }
}
