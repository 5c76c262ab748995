package dashwright.catalog.search;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.time.Instant;
import java.util.List;

/** A small catalog of a package index with the usual infrastructure around it. */
final class Sample {
    static final Metric NOT_CACHED = metric("warehouse.packaging.files.not_cached", "", "Files not yet in the cache");
    static final Metric RECONCILED = metric("warehouse.filestorage.reconciled", "event", "");
    static final Metric TASK_RUN = metric("warehouse.task.run.95percentile", "millisecond", "How long a task ran")
            .withTags(TagSet.of(List.of("task:warehouse.packaging.tasks.sync_file_to_cache", "env:prod")));
    static final Metric TASK_FAILED = metric("warehouse.task.failed", "task", "");
    static final Metric POD_MEMORY = metric("kubernetes.memory.usage", "byte", "The amount of memory used");
    static final Metric SPANS_HITS = metric("trace.celery.run.hits", "hit", "");
    static final SpanGroup SYNC_SPANS =
            new SpanGroup("warehouse-worker", "celery.run", "warehouse.packaging.tasks.sync_file_to_cache", 19_000);

    private Sample() {}

    static Catalog catalog() {
        return Catalog.of(
                List.of(
                        NOT_CACHED,
                        RECONCILED,
                        TASK_RUN,
                        TASK_FAILED,
                        POD_MEMORY,
                        SPANS_HITS,
                        metric("kubernetes.cpu.usage.total", "nanocore", "The number of cores used"),
                        metric("nginx.net.request_per_s", "request", "Rate of requests processed"),
                        metric("postgresql.connections", "connection", "The number of active connections"),
                        metric("postgresql.db.count", "", "The number of databases"),
                        metric("redis.mem.used", "byte", "The total amount of memory used by Redis"),
                        metric("system.disk.free", "byte", "The amount of disk space that is free"),
                        metric("system.load.1", "", "The average system load over one minute"),
                        metric("warehouse.upload.ok", "", ""),
                        metric("warehouse.email.delivery_time.median", "millisecond", ""),
                        metric("ci.pipeline.errorCount", "error", "")),
                List.of(SYNC_SPANS, new SpanGroup("web", "http.request", "GET /simple", 1_000_000)),
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    static Metric metric(String name, String unit, String description) {
        String integration = name.startsWith("warehouse") ? "" : name.substring(0, name.indexOf('.'));
        return new Metric(
                name,
                MetricType.GAUGE,
                Unit.of(unit),
                description,
                integration,
                TagSet.UNREAD,
                Liveness.LIVE,
                !description.isEmpty());
    }
}
