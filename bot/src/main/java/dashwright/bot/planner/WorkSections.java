package dashwright.bot.planner;

import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Panels about what flows: what is done, how long it takes, what goes wrong, and who does it. */
final class WorkSections {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Set<Statistic> SHOWN =
            Set.of(Statistic.P50, Statistic.P90, Statistic.P95, Statistic.P99, Statistic.AVERAGE);

    private final Wish wish;
    private final Cast cast;
    private final Panels panels;
    private final Naming naming;

    WorkSections(Wish wish, Cast cast, Panels panels, Naming naming) {
        this.wish = wish;
        this.cast = cast;
        this.panels = panels;
        this.naming = naming;
    }

    /** The key figures of the last hour. */
    List<Panel> numbers() {
        List<Panel> numbers = new ArrayList<>();
        Evidence activity = cast.activity();
        if (activity != null && wantsActivity()) {
            numbers.add(panels.number(
                    naming.phrase(activity.metric()) + ", last hour",
                    total(activity, "done"),
                    HOUR,
                    meaning(activity)));
        }
        if (wish.wants(Facet.ERRORS)) {
            cast.errors().stream().limit(1).forEach(error -> numbers.add(errorNumber(error)));
        }
        if (activity != null && cast.workerTag() != null && (wish.wants(Facet.WORKERS) || wantsActivity())) {
            Series workers = Panels.series("workers", "", activity, Measure.DISTINCT, List.of(cast.workerTag()));
            numbers.add(panels.number("Active " + workerNoun(), workers, HOUR, ""));
        }
        if (wish.wants(Facet.LATENCY) && !cast.durations().isEmpty()) {
            typical(cast.durations().getFirst()).forEach(numbers::add);
        }
        if (wish.facets().contains(Facet.MEMORY) && cast.memory() != null) {
            Evidence memory = cast.memory().evidence();
            String name = naming.phrase(memory.metric());
            numbers.add(panels.number(
                    name + ", mean of workers",
                    Panels.series("mean", "", memory, Measure.AVERAGE, List.of()),
                    HOUR,
                    ""));
            numbers.add(panels.number(
                    name + ", highest worker",
                    Panels.series("highest", "", memory, Measure.MAXIMUM, List.of()),
                    HOUR,
                    ""));
        }
        return numbers;
    }

    private boolean wantsActivity() {
        return wish.wants(Facet.COMPLETED) || wish.wants(Facet.THROUGHPUT) || wish.wants(Facet.TOP);
    }

    private Panel errorNumber(Evidence error) {
        Evidence activity = cast.activity();
        boolean counted = error.metric().type().isCounted();
        String title = naming.phrase(error.metric()) + (counted ? ", last hour" : "");
        if (!counted) {
            Series level = Panels.series("errors", "", error, Measure.LATEST, List.of());
            return panels.errorNumber(title, List.of(level), List.of(), HOUR, false, meaning(error));
        }
        if (activity == null || activity.metric().name().equals(error.metric().name())) {
            return panels.errorNumber(title, List.of(total(error, "errors")), List.of(), HOUR, true, meaning(error));
        }
        // A counter that nothing raised reports nothing. It is zero while the work that could fail goes on, and unknown
        // once that too falls silent.
        Formula zeroWhileWorking = new Formula(
                title, "default_zero(errors) + 0 * done", error.metric().unit());
        return panels.errorNumber(
                title,
                List.of(total(error, "errors"), total(activity, "done")),
                List.of(zeroWhileWorking),
                HOUR,
                true,
                (meaning(error) + " Shown as zero only while "
                                + naming.phrase(activity.metric()).toLowerCase(Locale.ROOT) + " reports.")
                        .strip());
    }

    /** The median (or the mean), and the slow end. */
    private List<Panel> typical(Cast.Timer timer) {
        List<Panel> numbers = new ArrayList<>();
        for (List<Statistic> wanted : List.of(
                List.of(Statistic.P50, Statistic.AVERAGE, Statistic.NONE),
                List.of(Statistic.P95, Statistic.P99, Statistic.P90))) {
            wanted.stream()
                    .flatMap(statistic -> timer.statistics().stream()
                            .filter(each -> each.kind().statistic() == statistic))
                    .findFirst()
                    .ifPresent(each -> numbers.add(panels.number(
                            timerTitle(each),
                            Panels.series("duration", "", each, measure(each), List.of()),
                            HOUR,
                            "")));
        }
        return numbers;
    }

    /** What is done, over time and by worker. */
    List<Panel> throughput() {
        Evidence activity = cast.activity();
        if (activity == null || !wantsActivity()) {
            return List.of();
        }
        List<Panel> sections = new ArrayList<>();
        sections.add(panels.trend(
                naming.phrase(activity.metric()) + " over time",
                Shape.BARS,
                List.of(total(activity, "done")),
                null,
                ""));
        if (cast.workerTag() != null && wish.wants(Facet.TOP)) {
            Series byWorker = Panels.series("done", "", activity, Measure.TOTAL, List.of(cast.workerTag()));
            sections.add(panels.top(
                    "Top " + workerNoun() + " by "
                            + naming.phrase(activity.metric()).toLowerCase(Locale.ROOT),
                    byWorker,
                    null,
                    false));
        }
        return sections;
    }

    /** How long it takes. */
    List<Panel> latency() {
        if (!wish.wants(Facet.LATENCY)) {
            return List.of();
        }
        return cast.durations().stream().map(this::timerPanel).toList();
    }

    private Panel timerPanel(Cast.Timer timer) {
        List<Evidence> shown = timer.statistics().stream()
                .filter(each -> SHOWN.contains(each.kind().statistic()))
                .filter(each -> each.kind().statistic() != Statistic.AVERAGE || !hasMedian(timer))
                .limit(3)
                .toList();
        List<Evidence> lines = shown.isEmpty() ? timer.statistics().subList(0, 1) : shown;
        List<Series> series = new ArrayList<>();
        for (Evidence line : lines) {
            String label = statisticLabel(line.kind().statistic());
            series.add(Panels.series(
                    label.isEmpty() ? "duration" : label.replaceAll("[^a-z0-9]", ""),
                    label,
                    line,
                    measure(line),
                    List.of()));
        }
        String labels = lines.stream()
                .map(each -> statisticLabel(each.kind().statistic()))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(", "));
        String title = naming.phrase(lines.getFirst().metric()) + (labels.isEmpty() ? " over time" : ": " + labels);
        return panels.trend(title, Shape.LINE, series, null, timerMeaning(lines));
    }

    private static boolean hasMedian(Cast.Timer timer) {
        return timer.statistics().stream().anyMatch(each -> each.kind().statistic() == Statistic.P50);
    }

    /** An agent's percentile is one sender's: averaged over senders it is no percentile of the whole. */
    private String timerMeaning(List<Evidence> lines) {
        boolean perSender = cast.workerTag() != null
                && lines.stream()
                        .anyMatch(each -> each.metric().type() == MetricType.GAUGE
                                && each.kind().statistic().name().startsWith("P"));
        return perSender
                ? "Each worker's agent computes its own percentiles; the line is their mean over workers, not the percentile"
                        + " over all tasks."
                : "";
    }

    private String timerTitle(Evidence each) {
        String label = statisticLabel(each.kind().statistic());
        return naming.phrase(each.metric()) + (label.isEmpty() ? "" : ", " + label);
    }

    private static String statisticLabel(Statistic statistic) {
        return switch (statistic) {
            case P50 -> "median";
            case P75, P90, P95, P99 -> statistic.name().toLowerCase(Locale.ROOT);
            case AVERAGE -> "mean";
            case MAXIMUM -> "slowest";
            case MINIMUM -> "fastest";
            case COUNT, NONE -> "";
        };
    }

    private static Measure measure(Evidence each) {
        if (each.metric().type() == MetricType.DISTRIBUTION) {
            return Measure.AVERAGE;
        }
        return each.kind().statistic() == Statistic.MAXIMUM ? Measure.MAXIMUM : Measure.AVERAGE;
    }

    /** What goes wrong: an error timeline is worth having while it is empty. */
    List<Panel> errors() {
        if (!wish.wants(Facet.ERRORS)) {
            return List.of();
        }
        List<Panel> sections = new ArrayList<>();
        for (Evidence error : cast.errors()) {
            boolean counted = error.metric().type().isCounted();
            List<String> by = splitter(error);
            Measure measure = counted ? Measure.TOTAL : Panels.trendMeasure(error.metric());
            String title = naming.phrase(error.metric()) + " over time" + (by.isEmpty() ? "" : " by " + by.getFirst());
            sections.add(panels.errorTimeline(
                    title, List.of(Panels.series("errors", "", error, measure, by)), counted, meaning(error)));
        }
        for (Evidence retry : cast.retries()) {
            sections.add(panels.trend(
                    naming.phrase(retry.metric()) + " over time",
                    Shape.BARS,
                    List.of(total(retry, "retries")),
                    null,
                    meaning(retry)));
        }
        return sections;
    }

    /** The tag that splits errors of a whole service by what failed. */
    private static List<String> splitter(Evidence error) {
        Set<String> narrowed =
                error.filters().stream().map(filter -> filter.key()).collect(Collectors.toSet());
        Set<String> telling = Set.copyOf(Words.stems(error.metric().name()));
        return error.metric().tags().keys().stream()
                .filter(key ->
                        !narrowed.contains(key) && Words.stems(key).stream().anyMatch(telling::contains))
                .filter(key -> error.metric().tags().valuesOf(key).size() > 1)
                .limit(1)
                .toList();
    }

    /** What the workers use. */
    List<Panel> resources() {
        List<Panel> sections = new ArrayList<>();
        addResource(sections, cast.memory(), "memory");
        addResource(sections, cast.cpu(), "CPU");
        return sections;
    }

    private void addResource(
            List<Panel> sections, Cast.@org.jspecify.annotations.Nullable Resource resource, String what) {
        if (resource == null) {
            return;
        }
        Evidence evidence = resource.evidence();
        String name = naming.phrase(evidence.metric());
        List<String> by = resource.by() == null ? List.of() : List.of(resource.by());
        Measure measure = Panels.trendMeasure(evidence.metric()) == Measure.TOTAL ? Measure.TOTAL : Measure.AVERAGE;
        sections.add(panels.trend(
                name + ": mean and highest worker",
                Shape.LINE,
                List.of(
                        Panels.series("mean", "mean", evidence, measure, List.of()),
                        Panels.series("highest", "highest", evidence, Measure.MAXIMUM, List.of())),
                null,
                "Reported by the containers, not by the application: no application metric holds a worker's " + what
                        + "."));
        if (!by.isEmpty()) {
            sections.add(panels.top(
                    "Top " + Naming.plural(by.getFirst().replaceAll("_(name|id|arn)$", "")) + " by "
                            + name.toLowerCase(Locale.ROOT),
                    Panels.series("used", "", evidence, measure, by),
                    null,
                    false));
        }
    }

    private String workerNoun() {
        String tag = cast.workerTag() == null ? "worker" : cast.workerTag();
        return "worker " + Naming.plural(tag.replaceAll("_(name|id|arn)$", ""));
    }

    private Series total(Evidence evidence, String id) {
        return Panels.series(id, naming.phrase(evidence.metric()), evidence, Measure.TOTAL, List.of());
    }

    /** What the metric's owner wrote about it. */
    static String meaning(Evidence evidence) {
        return evidence.metric().description();
    }
}
