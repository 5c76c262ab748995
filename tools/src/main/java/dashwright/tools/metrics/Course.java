package dashwright.tools.metrics;

import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a line, in order of time.
 *
 * @param values the values that there are, at least one
 * @param counted true where values add up
 */
record Course(List<Value> values, boolean counted) {
    private static final int STEPS = 12;

    /** A value that is there. */
    record Value(Instant at, double value) {}

    static Course of(List<Point> points, boolean counted) {
        List<Value> values = new ArrayList<>();
        for (Point point : points) {
            if (point.value() != null) {
                values.add(new Value(point.at(), point.value()));
            }
        }
        return new Course(values, counted);
    }

    MetricSample.Data sample(String query, TimeRange range, Unit unit) {
        DoubleSummaryStatistics all = values.stream().mapToDouble(Value::value).summaryStatistics();
        Value last = values.getLast();
        return new MetricSample.Data(
                query,
                range,
                unit,
                all.getCount(),
                last.value(),
                last.at(),
                all.getMin(),
                all.getMax(),
                all.getAverage(),
                counted ? all.getSum() : null,
                trend(range));
    }

    private List<@Nullable Double> trend(TimeRange range) {
        Duration step = range.length().dividedBy(STEPS);
        List<@Nullable Double> trend = new ArrayList<>();
        for (int at = 0; at < STEPS; at++) {
            Instant from = range.from().plus(step.multipliedBy(at));
            Instant to = at == STEPS - 1 ? Instant.MAX : from.plus(step);
            DoubleSummaryStatistics part = values.stream()
                    .filter(value -> !value.at().isBefore(from) && value.at().isBefore(to))
                    .mapToDouble(Value::value)
                    .summaryStatistics();
            trend.add(part.getCount() == 0 ? null : counted ? part.getSum() : part.getAverage());
        }
        return trend;
    }
}
