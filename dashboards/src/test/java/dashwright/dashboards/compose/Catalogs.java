package dashwright.dashboards.compose;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.PlanExamples;
import java.time.Instant;
import java.util.List;

/** Catalogs for tests. */
final class Catalogs {
    private static final TagSet TAGGED = TagSet.of(List.of("env:prod", "pod:a", "pod:b", "task:one", "task:two:xyz"));

    private static final TagSet SYNCING = TagSet.of(List.of("env:prod", "task:" + PlanExamples.SYNC));

    /** One metric of each type, all with the tags env, pod and task; {@code app.bare} has been read and has none. */
    static final Catalog APP = of(
            metric("app.gauge", MetricType.GAUGE, TAGGED),
            metric("app.count", MetricType.COUNT, TAGGED),
            metric("app.rate", MetricType.RATE, TAGGED),
            metric("app.distribution", MetricType.DISTRIBUTION, TAGGED),
            metric("app.unknown", MetricType.UNKNOWN, TagSet.UNREAD),
            metric("app.jobs", MetricType.GAUGE, TagSet.of(List.of("queue:a", "queue:b", "env:prod"))),
            metric("app.jobs.by_host", MetricType.GAUGE, TagSet.of(List.of("queue:a", "queue:b", "host:x", "host:y"))),
            metric("app.jobs.with_all", MetricType.GAUGE, TagSet.of(List.of("queue:a", "queue:all"))),
            metric("app.queue.age", MetricType.GAUGE, TagSet.of(List.of("queue:a", "queue:b"))),
            metric("app.bare", MetricType.GAUGE, TagSet.of(List.of())));

    /** The metrics of PyPI's file sync. */
    static final Catalog FILE_SYNC = of(
            metric("warehouse.packaging.files.not_cached", MetricType.GAUGE, TagSet.of(List.of())),
            metric("warehouse.packaging.total_files", MetricType.GAUGE, TagSet.of(List.of())),
            metric("warehouse.task.complete", MetricType.COUNT, SYNCING),
            metric("warehouse.task.failed", MetricType.COUNT, SYNCING),
            metric("container.memory.usage", MetricType.GAUGE, TagSet.of(List.of("env:prod", "pod_name:w-1"))));

    private Catalogs() {}

    private static Catalog of(Metric... metrics) {
        return Catalog.of(List.of(metrics), List.of(), Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static Metric metric(String name, MetricType type, TagSet tags) {
        return new Metric(name, type, Unit.NONE, "", "", tags, Liveness.LIVE, true);
    }
}
