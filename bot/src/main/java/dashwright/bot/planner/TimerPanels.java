package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Panels about how long things take. */
final class TimerPanels {
    private static final int MOST_LINES = 3;
    private static final Set<Statistic> PERCENTILES =
            Set.of(Statistic.P50, Statistic.P75, Statistic.P90, Statistic.P95, Statistic.P99);
    private static final List<Statistic> USUAL = List.of(Statistic.P50, Statistic.AVERAGE, Statistic.NONE);
    private static final List<Statistic> SLOW_END =
            List.of(Statistic.P95, Statistic.P99, Statistic.P90, Statistic.MAXIMUM);

    private final Cast cast;
    private final Panels panels;
    private final Naming naming;
    private final Duration window;

    /** Panels about the durations of a cast, with numbers over a window. */
    TimerPanels(Cast cast, Panels panels, Naming naming, Duration window) {
        this.cast = cast;
        this.panels = panels;
        this.naming = naming;
        this.window = window;
    }

    /**
     * One figure of a timer.
     *
     * @param statistic what it is
     * @param measure how the metric is read for it
     */
    private record Line(Evidence evidence, Statistic statistic, Measure measure) {
        String label() {
            return switch (statistic) {
                case MAXIMUM -> "slowest";
                case MINIMUM -> "fastest";
                case P50, P75, P90, P95, P99, AVERAGE, COUNT, NONE -> statistic.label();
            };
        }
    }

    /** The usual duration and the slow end, as numbers. */
    List<Panel> numbers() {
        if (cast.durations().isEmpty()) {
            return List.of();
        }
        List<Line> lines = lines(cast.durations().getFirst());
        return Stream.of(USUAL, SLOW_END)
                .flatMap(wanted -> first(wanted, lines).stream())
                .map(this::number)
                .toList();
    }

    private static Optional<Line> first(List<Statistic> wanted, List<Line> lines) {
        return wanted.stream()
                .flatMap(statistic -> lines.stream().filter(line -> line.statistic() == statistic))
                .findFirst();
    }

    private Panel number(Line line) {
        Metric metric = line.evidence().metric();
        String phrase = naming.phrase(metric) + (line.label().isEmpty() ? "" : ", " + line.label());
        // A duration that is no statistic of many is a level: what counts is the newest.
        boolean level = line.statistic() == Statistic.NONE && metric.type() != MetricType.DISTRIBUTION;
        Series series =
                Panels.series("duration", "", line.evidence(), level ? Measure.LATEST : line.measure(), List.of());
        String title = level ? Naming.now(phrase, metric) : Naming.last(window, phrase);
        return panels.number(title, series, level ? null : window, WorkSections.meaning(line.evidence()));
    }

    /** Each timer over time. */
    List<Panel> overTime() {
        return cast.durations().stream().map(this::panel).toList();
    }

    private Panel panel(Cast.Timer timer) {
        List<Line> all = lines(timer);
        boolean median = all.stream().anyMatch(line -> line.statistic() == Statistic.P50);
        List<Line> shown = all.stream()
                .filter(line -> PERCENTILES.contains(line.statistic())
                        || (line.statistic() == Statistic.MAXIMUM && all.size() <= 2)
                        || (line.statistic() == Statistic.AVERAGE && !median))
                .limit(MOST_LINES)
                .toList();
        List<Line> lines = shown.isEmpty() ? all.subList(0, 1) : shown;
        List<Series> series = new ArrayList<>();
        for (Line line : lines) {
            String id =
                    line.label().isEmpty() ? "duration" : line.label() + (series.isEmpty() ? "" : series.size() + 1);
            series.add(Panels.series(id, line.label(), line.evidence(), line.measure(), List.of()));
        }
        String labels = lines.stream()
                .map(Line::label)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(", "));
        String phrase = naming.phrase(lines.getFirst().evidence().metric());
        String title = labels.isEmpty() ? Naming.overTime(phrase) : phrase + ": " + labels;
        return panels.trend(title, Shape.LINE, series, null, meaning(lines));
    }

    /** The figures that a timer has, each statistic once. */
    private static List<Line> lines(Cast.Timer timer) {
        if (timer.isDistribution()) {
            Evidence values = timer.statistics().getFirst();
            return hasPercentiles(values)
                    ? List.of(
                            new Line(values, Statistic.P50, Measure.P50),
                            new Line(values, Statistic.P95, Measure.P95),
                            new Line(values, Statistic.P99, Measure.P99))
                    : List.of(
                            new Line(values, Statistic.AVERAGE, Measure.AVERAGE),
                            new Line(values, Statistic.MAXIMUM, Measure.MAXIMUM));
        }
        List<Line> lines = new ArrayList<>();
        for (Evidence each : timer.statistics()) {
            Statistic statistic = each.kind().statistic();
            if (lines.stream().noneMatch(line -> line.statistic() == statistic)) {
                lines.add(new Line(
                        each,
                        statistic,
                        statistic == Statistic.MAXIMUM
                                ? Measure.MAXIMUM
                                : statistic == Statistic.MINIMUM ? Measure.MINIMUM : Measure.AVERAGE));
            }
        }
        return lines;
    }

    /**
     * Datadog computes percentiles of the tracer's distributions always, of others only where the team has switched them on
     * (docs.datadoghq.com, "Distribution metrics" and "Trace metrics", 2026).
     */
    static boolean hasPercentiles(Evidence evidence) {
        return evidence.metric().name().startsWith("trace.");
    }

    /** An agent's percentile is one sender's: averaged over senders it is no percentile of the whole. */
    private String meaning(List<Line> lines) {
        boolean perSender = cast.workerTag() != null
                && lines.stream()
                        .anyMatch(line -> line.evidence().metric().type() == MetricType.GAUGE
                                && PERCENTILES.contains(line.statistic()));
        return perSender
                ? "Each worker's agent computes its own percentiles; the line is their mean over workers, not the percentile"
                        + " over all tasks."
                : lines.size() == 1 ? WorkSections.meaning(lines.getFirst().evidence()) : "";
    }
}
