package dashwright.lab.datadog;

import dashwright.lab.LabClock;
import dashwright.lab.world.Signal;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.WorldSpans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small world whose answers can be worked out by hand. */
public final class TestWorld implements World {
    /** Noon, when everything begins. */
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final long NOW = NOON.getEpochSecond();
    private static final long DAY = 86_400;
    private static final Signal NEVER = at -> Double.NaN;

    private final List<WorldMetric> metrics = new ArrayList<>();
    private final List<String> dashboards = new ArrayList<>();

    /** The usual metrics. */
    public TestWorld() {
        metrics.add(metric(
                "queue.size",
                "gauge",
                60,
                List.of(
                        series(at -> 10, "host", "a", "env", "prod"),
                        series(at -> 30, "host", "b", "env", "prod"),
                        series(at -> 100, "host", "c", "env", "staging"))));
        metrics.add(metric("clock.minutes", "gauge", 60, List.of(series(at -> (at - NOW) / 60.0, "host", "a"))));
        metrics.add(metric("queue.total", "gauge", 300, List.of(series(at -> (at - NOW) / 60.0 + 1_000, "host", "a"))));
        metrics.add(metric(
                "task.done", "count", 60, List.of(series(at -> 3, "task", "copy"), series(at -> 1, "task", "check"))));
        metrics.add(metric(
                "task.failed", "count", 60, List.of(series(at -> at % 3_600 == 0 ? 2 : Double.NaN, "task", "copy"))));
        metrics.add(metric("hits", "rate", 10, List.of(series(at -> 0.5, "host", "a"))));
        metrics.add(metric(
                "task.run",
                "distribution",
                10,
                List.of(series(at -> 100, "task", "copy"), series(at -> 300, "task", "check"))));
        metrics.add(new WorldMetric(
                "request.time",
                "distribution",
                "millisecond",
                "",
                "Time of a request.",
                "web",
                true,
                10,
                List.of(series(at -> 100, "host", "a", "env", "prod"))));
        metrics.add(metric(
                "gone.metric", "gauge", 60, List.of(series(at -> at < NOW - 40 * DAY ? 1 : Double.NaN, "host", "a"))));
        metrics.add(metric(
                "quiet.errors", "count", 60, List.of(series(at -> at < NOW - 2 * DAY ? 1 : Double.NaN, "host", "a"))));
        metrics.add(metric("never.sent", "gauge", 60, List.of(series(NEVER, "host", "a"))));
    }

    /** A clock that stands at noon. */
    public static LabClock standingClock() {
        return new LabClock(NOON, false, () -> NOON);
    }

    /** The same world with one more metric. */
    public TestWorld with(WorldMetric metric) {
        metrics.add(metric);
        return this;
    }

    /** The same world with a dashboard that is there from the start. */
    public TestWorld withDashboard(String json) {
        dashboards.add(json);
        return this;
    }

    /** A metric without unit or description. */
    public static WorldMetric metric(String name, String type, int interval, List<WorldSeries> series) {
        return new WorldMetric(name, type, "", "", "", "", false, interval, series);
    }

    /** A series with tags, given as keys and values in turn. */
    public static WorldSeries series(Signal signal, String... tags) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            map.put(tags[i], tags[i + 1]);
        }
        return new WorldSeries(map, signal);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<WorldMetric> metrics() {
        return List.copyOf(metrics);
    }

    @Override
    public Optional<WorldMetric> metric(String name) {
        return metrics.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    @Override
    public List<WorldSpans> spans() {
        Map<String, String> prod = Map.of("env", "prod");
        return List.of(
                new WorldSpans("worker", "celery.run", "tasks.copy", prod, at -> 10, at -> 200, at -> 0.1),
                new WorldSpans("worker", "celery.run", "tasks.check", prod, at -> 4, at -> 50, at -> 0),
                new WorldSpans("web", "http.request", "GET /", prod, at -> 100, at -> 20, at -> 0));
    }

    @Override
    public List<String> dashboards() {
        return List.copyOf(dashboards);
    }

    @Override
    public List<String> monitors() {
        return List.of("""
                {"id": 11, "name": "Queue is long", "type": "query alert", "query": "avg(last_5m):avg:queue.size{env:prod} > 50",
                 "tags": ["service:worker", "team:sync"], "overall_state": "OK", "message": "look"}
                """, """
                {"id": 12, "name": "Tasks fail", "type": "query alert", "query": "sum(last_1h):sum:task.failed{*}.as_count() > 0",
                 "tags": ["service:worker"], "overall_state": "Alert", "message": "look"}
                """);
    }

    @Override
    public List<String> objectives() {
        return List.of("""
                {"id": "slo-1", "name": "Tasks succeed", "type": "metric", "tags": ["service:worker"],
                 "thresholds": [{"timeframe": "7d", "target": 99.0}],
                 "query": {"numerator": "sum:task.done{*}.as_count()", "denominator": "sum:task.done{*}.as_count()"}}
                """);
    }

    @Override
    public Instant start() {
        return NOON;
    }
}
