package dashwright.tools.metrics;

import dashwright.catalog.Unit;
import dashwright.dashboards.live.HumanValue;
import dashwright.dashboards.live.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a metric said over a window. */
public sealed interface MetricSample {
    /** The query that was asked. */
    String query();

    /** The window that was asked about. */
    TimeRange range();

    /**
     * The answer as a compact table.
     *
     * @throws ToolRefusal where it is too long
     */
    String asText();

    /**
     * There were points.
     *
     * @param unit the unit of all values
     * @param points how many points held a value
     * @param last the newest value
     * @param lastAt when that was
     * @param min the least value
     * @param max the greatest value
     * @param avg the mean of all points
     * @param total the sum of all points, for counts; null for everything else, where a sum means nothing
     * @param trend the course in a few steps of equal length, oldest first; null where a step has no value
     */
    record Data(
            String query,
            TimeRange range,
            Unit unit,
            long points,
            double last,
            Instant lastAt,
            double min,
            double max,
            double avg,
            @Nullable Double total,
            List<@Nullable Double> trend)
            implements MetricSample {
        public Data {
            trend = Collections.unmodifiableList(new ArrayList<>(trend));
        }

        @Override
        public String asText() {
            String age = CatalogWords.words(Duration.between(lastAt, range.to()));
            TextTable table = new TextTable().row("query", query).row("window", inWords(range));
            table.row("unit", unit.isNone() ? "none" : unit.toString()).row("points", String.valueOf(points));
            figure(table, "last (" + age + " before the end)", last);
            figure(table, "min", min);
            figure(table, "max", max);
            figure(table, "avg", avg);
            if (total != null) {
                figure(table, "total", total);
            }
            String course =
                    trend.stream().map(step -> HumanValue.of(step, unit)).collect(Collectors.joining(" → "));
            return table.row("course", course).asText("ask for a shorter window");
        }

        private void figure(TextTable table, String name, double value) {
            table.row(name, HumanValue.of(value, unit));
        }
    }

    /**
     * The query ran and there was nothing.
     *
     * @param causes what can be behind it, the likeliest first
     * @param steps what to do next
     */
    record Empty(String query, TimeRange range, List<String> causes, List<String> steps) implements MetricSample {
        public Empty {
            causes = List.copyOf(causes);
            steps = List.copyOf(steps);
        }

        @Override
        public String asText() {
            TextTable table = new TextTable().row("query", query).row("window", inWords(range));
            table.line("No data: unknown, not zero.");
            causes.forEach(cause -> table.row("may be because", cause));
            steps.forEach(step -> table.row("next", step));
            return table.asText("ask for fewer tags");
        }
    }

    /**
     * The service was not able to answer: nothing is known.
     *
     * @param reason what was asked, what came back, what to do
     */
    record Unanswered(String query, TimeRange range, String reason) implements MetricSample {
        @Override
        public String asText() {
            return new TextTable()
                    .row("query", query)
                    .row("window", inWords(range))
                    .line("Not known: the query was not answered. " + reason)
                    .asText("try again later");
        }
    }

    private static String inWords(TimeRange range) {
        return CatalogWords.words(range.length()) + " up to " + range.to();
    }
}
