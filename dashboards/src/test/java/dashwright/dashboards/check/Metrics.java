package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.search.CatalogIndex;
import java.time.Instant;
import java.util.List;

/** A small catalog with a metric of each kind. */
final class Metrics {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    static final Catalog CATALOG = Catalog.of(
            List.of(
                    metric(
                            "task.complete",
                            MetricType.COUNT,
                            "task",
                            "Tasks that ended well",
                            Liveness.LIVE,
                            "task:sync",
                            "env:prod",
                            "env:dev"),
                    metric(
                            "task.failed",
                            MetricType.COUNT,
                            "task",
                            "Tasks that failed",
                            Liveness.QUIET,
                            "task:sync",
                            "env:prod"),
                    metric(
                            "task.lost",
                            MetricType.COUNT,
                            "task",
                            "Tasks that were lost",
                            Liveness.GONE,
                            "task:sync",
                            "env:prod"),
                    metric(
                            "task.run",
                            MetricType.DISTRIBUTION,
                            "millisecond",
                            "How long a task takes",
                            Liveness.LIVE,
                            "task:sync",
                            "host:a",
                            "host:b"),
                    metric("task.rate", MetricType.RATE, "task", "Tasks a second", Liveness.LIVE, "task:sync"),
                    metric(
                            "files.backlog",
                            MetricType.GAUGE,
                            "file",
                            "Files that are still to be copied",
                            Liveness.LIVE,
                            "host:a",
                            "host:b",
                            "env:prod"),
                    metric("files.total", MetricType.GAUGE, "file", "All files", Liveness.LIVE, "host:a"),
                    metric("files.size", MetricType.GAUGE, "byte", "Size of all files", Liveness.LIVE, "host:a"),
                    metric(
                            "container.memory.usage",
                            MetricType.GAUGE,
                            "byte",
                            "Memory of a container",
                            Liveness.LIVE,
                            "pod_name:p1",
                            "pod_name:p2"),
                    metric(
                            "container.cpu.limit",
                            MetricType.GAUGE,
                            "core",
                            "The CPU limit of a container",
                            Liveness.LIVE,
                            "pod_name:p1"),
                    metric(
                            "edge.hits",
                            MetricType.COUNT,
                            "request",
                            "What the edge answered",
                            Liveness.LIVE,
                            "status:200",
                            "status:500",
                            "env:prod"),
                    metric(
                            "fleet.cost",
                            MetricType.GAUGE,
                            "dollar",
                            "Money that machines burn",
                            Liveness.LIVE,
                            "region:us",
                            "region:eu"),
                    metric("arena.hearts", MetricType.GAUGE, "", "Hearts won in the arena", Liveness.LIVE, "run:x"),
                    metric("old.gauge", MetricType.GAUGE, "", "A level nobody sends any more", Liveness.GONE, "host:a"),
                    metric(
                            "old.error.count",
                            MetricType.COUNT,
                            "",
                            "Errors of a part that is gone",
                            Liveness.GONE,
                            "host:a"),
                    metric(
                            "asked.never",
                            MetricType.COUNT,
                            "",
                            "Errors nobody asked after",
                            Liveness.UNKNOWN,
                            "host:a"),
                    Metric.named("unread.metric"),
                    metric("prs.merged", MetricType.GAUGE, "", "Merged pull requests", Liveness.QUIET, "repo:r"),
                    metric("github.prs.merged", MetricType.GAUGE, "", "Merged pull requests", Liveness.LIVE, "repo:r"),
                    metric("github.prs.open", MetricType.GAUGE, "", "Open pull requests", Liveness.LIVE, "repo:r")),
            List.of(
                    new SpanGroup("worker", "celery.run", "tasks.sync", 900),
                    new SpanGroup("web", "http.request", "GET /", 400)),
            NOW);

    static final CatalogIndex SEARCH = CatalogIndex.of(CATALOG);

    private Metrics() {}

    private static Metric metric(
            String name, MetricType type, String unit, String description, Liveness liveness, String... tags) {
        return new Metric(name, type, Unit.of(unit), description, "", TagSet.of(List.of(tags)), liveness, true);
    }
}
