package dashwright.dashboards.plan;

import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Emptiness;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Plans for tests. */
public final class PlanExamples {
    /** The task that PyPI's file sync runs. */
    public static final String SYNC = "warehouse.packaging.tasks.sync_file_to_cache";

    private PlanExamples() {}

    /** A board with one section. */
    public static DashboardPlan board(Section.Kind kind, Panel... panels) {
        return new DashboardPlan(
                "Board",
                "",
                Duration.ofHours(4),
                List.of(),
                List.of(new Section("main", "Main", kind, List.of(panels))),
                List.of());
    }

    /** A board with one section of detail. */
    public static DashboardPlan board(Panel... panels) {
        return board(Section.Kind.DETAIL, panels);
    }

    /** The same board with template variables. */
    public static DashboardPlan withVariables(DashboardPlan plan, TemplateVariable... variables) {
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), List.of(variables), plan.sections(), plan.links());
    }

    /** The same board with a window. */
    public static DashboardPlan withWindow(DashboardPlan plan, Duration window) {
        return new DashboardPlan(
                plan.title(), plan.description(), window, plan.variables(), plan.sections(), plan.links());
    }

    /** A series of a metric without filters, with the id {@code a}. */
    public static Series metric(String metric, Measure measure, String... by) {
        return new Series.OfMetric("a", "", metric, measure, List.of(), List.of(by));
    }

    /** A series with filters. */
    public static Series filtered(String metric, Measure measure, TagFilter... filters) {
        return new Series.OfMetric("a", "", metric, measure, List.of(filters), List.of());
    }

    /** A chart of some series, with nothing more. */
    public static Chart chart(String id, Shape shape, Series... series) {
        return new Chart(
                id, "Panel " + id, shape, List.of(series), List.of(), List.of(), null, Emptiness.UNKNOWN, "", 0);
    }

    /** A chart with formulas. */
    public static Chart computed(Chart chart, Formula... formulas) {
        return changed(chart, List.of(formulas), chart.thresholds(), chart.window());
    }

    /** A chart with thresholds. */
    public static Chart judged(Chart chart, Threshold... thresholds) {
        return changed(chart, chart.formulas(), List.of(thresholds), chart.window());
    }

    /** A chart with a window of its own. */
    public static Chart over(Chart chart, @Nullable Duration window) {
        return changed(chart, chart.formulas(), chart.thresholds(), window);
    }

    /** A chart with a meaning. */
    public static Chart meaning(Chart chart, Emptiness whenEmpty, String meaning) {
        return new Chart(
                chart.id(),
                chart.title(),
                chart.shape(),
                chart.series(),
                chart.formulas(),
                chart.thresholds(),
                chart.window(),
                whenEmpty,
                meaning,
                chart.limit());
    }

    private static Chart changed(
            Chart chart, List<Formula> formulas, List<Threshold> thresholds, @Nullable Duration window) {
        return new Chart(
                chart.id(),
                chart.title(),
                chart.shape(),
                chart.series(),
                formulas,
                thresholds,
                window,
                chart.whenEmpty(),
                chart.meaning(),
                chart.limit());
    }

    /** The board that the first example asks for: the status of PyPI's file sync. */
    public static DashboardPlan fileSync() {
        return new DashboardPlan(
                "S3 to B2 file sync",
                "Is the sync of files to the cache keeping up?",
                Duration.ofDays(1),
                List.of(new TemplateVariable("env", "env", List.of("prod"))),
                List.of(summary(), throughput(), errors(), backlog()),
                List.of(new Link("Traces of the sync", "/apm/traces?query=operation_name%3Acelery.run")));
    }

    private static Section summary() {
        return new Section(
                "summary",
                "Summary",
                Section.Kind.SUMMARY,
                List.of(
                        meaning(
                                chart("completed", Shape.NUMBER, task("warehouse.task.complete")),
                                Emptiness.UNKNOWN,
                                "Includes runs that found the file already copied."),
                        judged(
                                chart("errors", Shape.NUMBER, task("warehouse.task.failed")),
                                new Threshold(Threshold.Comparison.ABOVE, 0, Threshold.Level.BAD),
                                new Threshold(Threshold.Comparison.AT_MOST, 0, Threshold.Level.GOOD)),
                        chart("pods", Shape.NUMBER, metric("container.memory.usage", Measure.DISTINCT, "pod_name"))));
    }

    private static Section throughput() {
        return new Section(
                "throughput",
                "Throughput",
                Section.Kind.THROUGHPUT,
                List.of(
                        chart("tasks", Shape.BARS, task("warehouse.task.complete")),
                        chart("workers", Shape.TOP_LIST, metric("container.memory.usage", Measure.AVERAGE, "pod_name")),
                        chart(
                                "spans",
                                Shape.LINE,
                                new Series.OfSpans(
                                        "a",
                                        "p95",
                                        "warehouse-worker",
                                        "celery.run",
                                        SYNC,
                                        Measure.P95,
                                        List.of(),
                                        List.of()))));
    }

    private static Section errors() {
        Chart timeline = chart("timeline", Shape.BARS, task("warehouse.task.failed"));
        return new Section(
                "errors",
                "Errors",
                Section.Kind.ERRORS,
                List.of(
                        meaning(timeline, Emptiness.GOOD, ""),
                        new Note("retries", "`warehouse.task.retried` counts a retryable error **twice**.")));
    }

    private static Section backlog() {
        Series todo = new Series.OfMetric(
                "todo", "", "warehouse.packaging.files.not_cached", Measure.LATEST, List.of(), List.of());
        Series total = new Series.OfMetric(
                "total", "", "warehouse.packaging.total_files", Measure.LATEST, List.of(), List.of());
        return new Section(
                "backlog",
                "Backlog",
                Section.Kind.BACKLOG,
                List.of(
                        computed(
                                chart("done", Shape.NUMBER, todo, total),
                                new Formula("done", "100 * (1 - todo / total)", Unit.of("percent"))),
                        computed(
                                over(chart("left", Shape.NUMBER, todo), Duration.ofHours(6)),
                                new Formula("left", "todo / (day_before(todo) - todo)", Unit.of("day"))),
                        chart("trend", Shape.LINE, todo)));
    }

    private static Series task(String metric) {
        return filtered(metric, Measure.TOTAL, TagFilter.is("task", SYNC));
    }

    /** Some valid plan, the same for the same seed, over the metrics {@code app.gauge}, {@code app.count} and others. */
    public static DashboardPlan random(long seed) {
        Random random = new Random(seed);
        List<Section> sections = new ArrayList<>();
        for (int index = 0; index <= random.nextInt(5); index++) {
            sections.add(section(random, index));
        }
        return new DashboardPlan(
                "Board " + seed,
                random.nextBoolean() ? "" : "For\nthe team: \"ours\"",
                Duration.ofMinutes(1 + random.nextInt(30 * 24 * 60)),
                List.of(
                        new TemplateVariable("env", "env", List.of("*")),
                        new TemplateVariable("where", "pod", List.of("a"))),
                sections,
                List.of(new Link("Docs [new]", "https://example.com/docs?a=b")));
    }

    private static Section section(Random random, int index) {
        List<Panel> panels = new ArrayList<>();
        for (int panel = 0; panel <= random.nextInt(14); panel++) {
            String id = "p" + index + "_" + panel;
            panels.add(
                    random.nextInt(7) == 0
                            ? new Note(id, "Words\n- one\n- two " + "x".repeat(random.nextInt(900)))
                            : chart(random, id));
        }
        return new Section("s" + index, "Section: " + index, pick(random, Section.Kind.values()), panels);
    }

    private static Chart chart(Random random, String id) {
        Shape shape = pick(random, Shape.values());
        boolean split = shape != Shape.NUMBER && (shape != Shape.LINE || random.nextBoolean());
        boolean one = shape == Shape.NUMBER || shape == Shape.HEAT_MAP || shape == Shape.DISTRIBUTION;
        List<Series> series = new ArrayList<>();
        for (int index = 0; index < (one ? 1 : 1 + random.nextInt(3)); index++) {
            series.add(series(random, PlanReader.letter(index), split));
        }
        List<Formula> formulas = random.nextBoolean()
                ? List.of()
                : List.of(new Formula("share, %", "100 * a / (a + " + random.nextInt(9) + ")", Unit.of("percent")));
        Threshold threshold = new Threshold(
                pick(random, Threshold.Comparison.values()),
                random.nextDouble() * 100 - 20,
                pick(random, Threshold.Level.values()));
        return new Chart(
                id,
                "Panel: " + id + " #1",
                shape,
                series,
                formulas,
                random.nextBoolean() ? List.of() : List.of(threshold),
                random.nextInt(3) == 0 ? Duration.ofMinutes(1 + random.nextInt(40_000)) : null,
                random.nextInt(4) == 0 ? Emptiness.GOOD : Emptiness.UNKNOWN,
                random.nextInt(3) == 0 ? "Means: " + "word ".repeat(random.nextInt(60)) + "end" : "",
                random.nextInt(20));
    }

    private static Series series(Random random, String id, boolean split) {
        List<String> by = split ? List.of("pod") : List.of();
        List<TagFilter> filters = random.nextBoolean()
                ? List.of()
                : List.of(new TagFilter(
                        "task", List.of("one", "two:x*").subList(0, 1 + random.nextInt(2)), random.nextBoolean()));
        return switch (random.nextInt(4)) {
            case 0 -> new Series.OfMetric(id, "level", "app.gauge", Measure.LATEST, filters, by);
            case 1 -> new Series.OfMetric(id, "", "app.count", Measure.TOTAL, filters, by);
            case 2 -> new Series.OfMetric(id, "p", "app.distribution", Measure.P95, filters, by);
            default -> new Series.OfSpans(id, "", "web", "http.request", "GET /a b", Measure.P50, filters, by);
        };
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
