package dashwright.tools.toolbox;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.Series;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.tools.drafting.CheckedDrafter;
import dashwright.tools.drafting.Drafter;
import dashwright.tools.drafting.FixedKnowledge;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.drafting.RequestPlanner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** A toolbox over a small catalog whose every query answers 42, and a clock that moves only when told. */
final class Bench implements InstantSource {
    static final Catalog CATALOG = Catalog.of(
            List.of(
                    metric("warehouse.task.complete", MetricType.COUNT, "Tasks that ended", "task:sync", "env:prod"),
                    metric("warehouse.task.failed", MetricType.COUNT, "Tasks that failed", "task:sync", "env:prod"),
                    metric("warehouse.files.not_cached", MetricType.GAUGE, "Files not yet in the cache"),
                    metric("container.memory.usage", MetricType.GAUGE, "Memory in use", "pod_name:w-1", "env:prod"),
                    Metric.named("warehouse.queue.depth").withType(MetricType.GAUGE)),
            List.of(new SpanGroup("warehouse-worker", "celery.run", "warehouse.tasks.sync", 1_000)),
            Instant.parse("2026-11-20T11:55:00Z"));

    static final DashboardPlan BASELINE = PlanCodec.readYaml("""
            title: Task status
            sections:
              - id: summary
                title: Key figures
                kind: summary
                panels:
                  - id: completed
                    title: Tasks completed
                    shape: number
                    series: [{metric: warehouse.task.complete, measure: total}]
                  - id: failed
                    title: Tasks failed
                    shape: number
                    series: [{metric: warehouse.task.failed, measure: total}]
            """);

    static final QueryRunner ANSWERS_42 = requests -> requests.stream()
            .<QueryResult>map(request -> new QueryResult.Answered(
                    request.id(),
                    List.of(new Series(
                            0,
                            new TreeMap<>(),
                            Unit.NONE,
                            List.of(new Point(request.range().to().minusSeconds(60), 42.0))))))
            .toList();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
    private final FixedKnowledge knowledge = new FixedKnowledge(CATALOG);
    final Toolbox toolbox;
    final ToolSession session;

    Bench() {
        this(_ -> new PlanningOutcome.Planned(BASELINE, List.of("Assumed env:prod.")));
    }

    Bench(RequestPlanner planner) {
        this.toolbox = new Toolbox(knowledge, ANSWERS_42, planner, drafter(), this);
        this.session = open();
    }

    Bench(Drafter drafter) {
        RequestPlanner planner = _ -> new PlanningOutcome.Planned(BASELINE, List.of());
        this.toolbox = new Toolbox(knowledge, ANSWERS_42, planner, drafter, this);
        this.session = open();
    }

    CheckedDrafter drafter() {
        return new CheckedDrafter(knowledge, Optional.of(ANSWERS_42), this);
    }

    private ToolSession open() {
        return toolbox.open("task status", new ToolLimits(Duration.ofMinutes(1), 12), Progress.SILENT);
    }

    /** Calls a tool with arguments in single quotes. */
    String call(String tool, String arguments) {
        return toolbox.call(session, tool, arguments.replace('\'', '"')).text();
    }

    DashboardPlan plan() {
        return ((PlanningOutcome.Planned) session.outcome().orElseThrow()).plan();
    }

    void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    static Metric metric(String name, MetricType type, String meaning, String... tags) {
        return Metric.named(name)
                .withMetadata(type, Unit.NONE, meaning, "")
                .withTags(TagSet.of(Arrays.asList(tags)))
                .withLiveness(Liveness.LIVE);
    }
}
