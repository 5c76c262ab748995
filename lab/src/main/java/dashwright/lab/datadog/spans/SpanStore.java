package dashwright.lab.datadog.spans;

import dashwright.lab.datadog.engine.Frame;
import dashwright.lab.datadog.engine.Grid;
import dashwright.lab.datadog.engine.Line;
import dashwright.lab.datadog.engine.Window;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldSpans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The spans of a world, and questions about them. */
public final class SpanStore {
    private static final long MINUTE = 60;

    private final List<SpanKind> kinds;

    private SpanStore(List<SpanKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** The spans of a world. */
    public static SpanStore of(World world) {
        List<SpanKind> kinds = new ArrayList<>();
        for (WorldSpans spans : world.spans()) {
            kinds.add(new SpanKind(spans, false));
            kinds.add(new SpanKind(spans, true));
        }
        return new SpanStore(kinds);
    }

    /** Only these spans. */
    static SpanStore of(List<SpanKind> kinds) {
        return new SpanStore(kinds);
    }

    List<SpanKind> kinds(Predicate<SpanKind> filter) {
        return kinds.stream().filter(filter).toList();
    }

    /** The lines that a query asks for; groups without any span have none. */
    public Frame lines(SpanQuery query, Window window) {
        long step = Math.max(MINUTE, query.step() > 0 ? query.step() : window.step());
        Grid grid = Grid.over(window, step);
        List<Line> lines = new ArrayList<>();
        grouped(query)
                .forEach((group, members) ->
                        line(query, window, grid, members).ifPresent(values -> lines.add(new Line(group, values))));
        Frame frame = new Frame(
                grid.times(),
                step,
                lines,
                query.compute().unit(),
                query.compute().adds(),
                false);
        return query.groups().isEmpty()
                ? frame
                : frame.best(query.limit(), query.reduction().equals("sum") ? "sum" : "mean", query.descending());
    }

    Map<SortedMap<String, String>, List<SpanKind>> grouped(SpanQuery query) {
        Map<SortedMap<String, String>, List<SpanKind>> groups = new LinkedHashMap<>();
        for (SpanKind kind : kinds(query.filter())) {
            SortedMap<String, String> group = new TreeMap<>();
            for (SpanQuery.Group by : query.groups()) {
                kind.facet(by.facet()).ifPresent(value -> group.put(by.facet(), value));
            }
            // Spans without the facet belong to no group, as in Datadog.
            if (group.size() == query.groups().size()) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(kind);
            }
        }
        return groups;
    }

    private static Optional<double[]> line(SpanQuery query, Window window, Grid grid, List<SpanKind> members) {
        double[] values = new double[grid.count()];
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            long from = Math.max(grid.at(i), window.from());
            long to = Math.min(grid.at(i) + grid.step(), Grid.lastSecond(window));
            SpanTotals totals = totals(members, from + window.shift(), to + window.shift(), query.compute());
            any |= !totals.isEmpty();
            values[i] = totals.value();
        }
        return any ? Optional.of(values) : Optional.empty();
    }

    /** Adds up the spans of whole minutes that begin within a span of time. */
    static SpanTotals totals(List<SpanKind> members, long from, long to, Compute compute) {
        SpanTotals totals = new SpanTotals(compute);
        for (SpanKind kind : members) {
            for (long minute = Math.ceilDiv(from, MINUTE) * MINUTE; minute < to; minute += MINUTE) {
                totals.add(kind, kind.inMinute(minute), kind.meanNanos(minute));
            }
        }
        return totals;
    }
}
