package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.Lessons;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.sync.Unread;
import dashwright.catalog.sync.Wanted;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanProblems;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.RequestPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small team's catalog of which only names are known at first, as Datadog lists them; what more is read of it is counted.
 */
final class Team implements RequestPlanner.Knowledge {
    private static final Instant TAKEN = Instant.parse("2026-11-20T12:00:00Z");

    /** Name, type, unit, tags, description. */
    private static final String METRICS = """
            warehouse.packaging.files.not_cached | gauge | | env:prod service:warehouse-worker | Files of S3 that are not in the B2 cache yet
            warehouse.packaging.total_files | gauge | file | env:prod service:warehouse-worker | All files
            warehouse.filestorage.reconciled | count | | env:prod type:dist,metadata pod_name:w1,w2 | Files that the reconcile job copied from S3 to the B2 cache
            warehouse.filestorage.unreconciled | count | | env:prod type:dist,metadata pod_name:w1,w2 | Failed attempts of the reconcile job to copy a file from S3 to the B2 cache
            warehouse.task.start | count | | TASK |
            warehouse.task.complete | count | task | TASK | Tasks that ended, those with nothing to do too
            warehouse.task.failed | count | task | TASK | Tasks that failed for good
            warehouse.task.retried | count | | TASK | A retryable error counts twice
            warehouse.task.run.avg | gauge | millisecond | TASK |
            warehouse.task.run.median | gauge | millisecond | TASK |
            warehouse.task.run.95percentile | gauge | millisecond | TASK |
            warehouse.task.run.max | gauge | millisecond | TASK |
            warehouse.task.run.count | count | | TASK |
            warehouse.upload.ok | count | | env:prod filetype:sdist,bdist_wheel pod_name:v1,v2 service:warehouse-web | Uploads accepted
            warehouse.upload.failed | count | | env:prod reason:size,name pod_name:v1,v2 service:warehouse-web | Uploads refused
            trace.celery.run | distribution | second | SPANS | Latency of spans of this operation
            trace.celery.run.hits | count | hit | SPANS | Spans of this operation
            trace.celery.run.errors | count | error | SPANS | Spans that ended with an error
            trace.celery.run.duration | gauge | second | SPANS | Time spent in spans of this operation
            container.memory.usage | gauge | byte | env:prod,staging service:warehouse-worker,warehouse-web pod_name:w1,w2,v1 | Memory of the container
            container.memory.limit | gauge | byte | env:prod,staging service:warehouse-worker,warehouse-web pod_name:w1,w2,v1 |
            container.cpu.usage | rate | nanocore | env:prod,staging service:warehouse-worker,warehouse-web pod_name:w1,w2,v1 |
            redis.mem.used | gauge | byte | env:prod host:r1 | Memory in use
            redis.mem.lua | gauge | byte | env:prod host:r1 |
            redis.net.commands | rate | command | env:prod host:r1 |
            redis.info.latency_ms | gauge | millisecond | env:prod host:r1 |
            postgresql.connections | gauge | connection | env:prod host:p1 |
            postgresql.max_connections | gauge | connection | env:prod host:p1 |
            postgresql.queries.count | count | query | env:prod host:p1,p2 |
            postgresql.queries.time | count | nanosecond | env:prod host:p1 | Time spent executing queries
            kubernetes.filesystem.usage_pct | gauge | fraction | env:prod | Share of the disk in use
            kubernetes.node.filesystem.usage_pct | gauge | fraction | env:prod | Share of the disk in use
            collector.github.error_count | gauge | | | Errors of the last run
            collector.asana.error_count | gauge | | | Errors of the last run
            collector.ec2.error_count | gauge | | | Errors of the last run
            checkout.duration | distribution | millisecond | env:prod service:shop | How long a checkout takes
            billing.invoices.sent | count | invoice | env:prod | Invoices sent
            health.ci.stale.fom | gauge | | | Stale branches, from 0 to 1
            parking.spaces.free | gauge | | | Free parking spaces
            nginx.requests.total | gauge | request | host:n1 | Requests since the server began
            """.replace(
                    "TASK",
                    "env:prod,staging service:warehouse-worker pod_name:w1,w2 task:warehouse.packaging.tasks.sync_file_to_cache,warehouse.email.tasks.send_email")
            .replace(
                    "SPANS",
                    "env:prod,staging service:warehouse-worker resource_name:warehouse.packaging.tasks.sync_file_to_cache,warehouse.email.tasks.send_email");

    static final List<SpanGroup> SPANS = List.of(
            new SpanGroup("warehouse-worker", "celery.run", "warehouse.packaging.tasks.sync_file_to_cache", 5_000),
            new SpanGroup("warehouse-worker", "celery.run", "warehouse.email.tasks.send_email", 900),
            new SpanGroup("warehouse-worker", "celery.run", "warehouse.search.tasks.reindex_project", 700),
            new SpanGroup("warehouse-worker", "celery.run", "warehouse.metrics.tasks.compute", 600),
            new SpanGroup("warehouse-web", "celery.apply", "warehouse.packaging.tasks.sync_file_to_cache", 9_000));

    private final Map<String, Metric> truth = new LinkedHashMap<>();
    private final Set<Wanted> asked = new HashSet<>();
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final List<Lessons.Taught> lessons = new ArrayList<>();
    private CatalogIndex index;
    private final List<Unread> unread = new ArrayList<>();
    private int reads;
    private int most = Integer.MAX_VALUE;

    private Team(List<Metric> metrics, List<SpanGroup> spans) {
        metrics.forEach(metric -> truth.put(metric.name(), metric));
        List<Metric> names = metrics.stream()
                .map(metric -> Metric.named(metric.name()).withLiveness(metric.liveness()))
                .toList();
        this.index = CatalogIndex.of(Catalog.of(names, spans, TAKEN));
    }

    /** The team as it is. */
    static Team usual() {
        return new Team(metrics(METRICS), SPANS);
    }

    /** The team with some metrics changed. */
    static Team with(UnaryOperator<Metric> change) {
        return new Team(metrics(METRICS).stream().map(change).toList(), SPANS);
    }

    /** A team of these metrics alone: lines of name, type, unit, tags and description. */
    static Team of(String lines) {
        return new Team(metrics(lines), List.of());
    }

    /** A team of these metrics alone, one of which has been silent for days. */
    static Team of(String lines, String silent) {
        return new Team(
                metrics(lines).stream()
                        .map(metric ->
                                metric.withLiveness(metric.name().equals(silent) ? Liveness.QUIET : Liveness.LIVE))
                        .toList(),
                List.of());
    }

    /** The same team, whose people mean these metrics by this phrase. */
    Team taught(String phrase, String... metrics) {
        Stream.of(metrics).forEach(metric -> lessons.add(new Lessons.Taught(phrase, metric, "maya")));
        index = index.with(Lessons.of(lessons, List.of()));
        return this;
    }

    /** The same team, of which live data says what a gauge reads. */
    Team reading(String metric, double now, @Nullable Double dayBefore) {
        levels.put(metric, new Level(now, dayBefore));
        return this;
    }

    @Override
    public Map<String, Level> levels(Collection<String> metrics) {
        Map<String, Level> known = new LinkedHashMap<>(levels);
        known.keySet().retainAll(metrics);
        return known;
    }

    /** A team that nothing more can be read of. */
    static Team unreadable() {
        Team team = usual();
        team.truth.clear();
        return team;
    }

    /** The usual team after which no more reads are left than these. */
    static Team withReads(int most) {
        Team team = usual();
        team.most = most;
        return team;
    }

    private boolean isSpent(Wanted wanted) {
        if (reads < most) {
            return false;
        }
        unread.add(new Unread(wanted, Unread.Cause.BUDGET, "no read is left", null));
        return true;
    }

    @Override
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    static Metric metric(String line) {
        String[] parts = line.split("\\|", -1);
        List<String> tags = new ArrayList<>();
        for (String tag : parts[3].strip().split(" ", -1)) {
            int colon = tag.indexOf(':');
            for (String value : tag.substring(colon + 1).split(",", -1)) {
                if (colon > 0) {
                    tags.add(tag.substring(0, colon) + ":" + value);
                }
            }
        }
        return new Metric(
                parts[0].strip(),
                MetricType.of(parts[1].strip()),
                Unit.of(parts[2].strip()),
                parts[4].strip(),
                "",
                TagSet.of(tags),
                Liveness.LIVE,
                true);
    }

    private static List<Metric> metrics(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Team::metric).toList();
    }

    /** How many reads of Datadog it took so far. */
    int reads() {
        return reads;
    }

    PlanningOutcome plan(String request) {
        return new CatalogPlanner(this).plan(request);
    }

    /** The plan for a request, which must be one that can be published as it is. */
    Planned planned(String request) {
        PlanningOutcome outcome = plan(request);
        assertThat(outcome).as(request).isInstanceOf(Planned.class);
        Planned planned = (Planned) outcome;
        assertThat(PlanProblems.of(planned.plan())).as(request).isEmpty();
        assertThat(Composer.compose(planned.plan(), catalog()).problems())
                .as(request)
                .isEmpty();
        assertThat(titles(planned.plan())).as(request).doesNotHaveDuplicates();
        return planned;
    }

    static Stream<Panel.Chart> charts(DashboardPlan plan) {
        return plan.panels().stream().filter(Panel.Chart.class::isInstance).map(Panel.Chart.class::cast);
    }

    static List<String> titles(DashboardPlan plan) {
        return charts(plan).map(Panel.Chart::title).toList();
    }

    static List<String> sections(DashboardPlan plan) {
        return plan.sections().stream().map(Section::id).toList();
    }

    static Panel.Chart chart(DashboardPlan plan, String title) {
        return charts(plan)
                .filter(chart -> chart.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no panel " + title + " among " + titles(plan)));
    }

    static Series.OfMetric only(Panel.Chart chart) {
        return (Series.OfMetric) chart.series().getFirst();
    }

    static Set<String> metrics(DashboardPlan plan) {
        Set<String> metrics = new HashSet<>();
        charts(plan)
                .flatMap(chart -> chart.series().stream())
                .forEach(series -> metrics.add(((Series.OfMetric) series).metric()));
        return metrics;
    }

    @Override
    public Catalog catalog() {
        return index.catalog();
    }

    @Override
    public MetricSearch search() {
        return index;
    }

    @Override
    public Catalog describe(Collection<String> metrics) {
        return read(
                metrics,
                Wanted.Metadata::new,
                (now, real) -> now.withMetadata(real.type(), real.unit(), real.description(), ""));
    }

    @Override
    public Catalog enrich(Collection<String> metrics) {
        describe(metrics);
        return read(metrics, Wanted.Tags::new, (now, real) -> now.withTags(real.tags()));
    }

    private Catalog read(Collection<String> metrics, Function<String, Wanted> what, BinaryOperator<Metric> merge) {
        List<Metric> changed = new ArrayList<>();
        for (String name : metrics) {
            Optional<Metric> now = catalog().metric(name);
            Wanted wanted = what.apply(name);
            if (now.isPresent() && !asked.contains(wanted) && !isSpent(wanted)) {
                asked.add(wanted);
                reads++;
                Optional.ofNullable(truth.get(name)).ifPresent(real -> changed.add(merge.apply(now.get(), real)));
            }
        }
        index = changed.isEmpty() ? index : index.with(changed);
        return catalog();
    }

    @Override
    public Catalog carrying(String tagKey, String tagValue) {
        Wanted wanted = new Wanted.Carriers(tagKey, tagValue);
        if (!asked.contains(wanted) && !isSpent(wanted)) {
            asked.add(wanted);
            reads++;
            index = index.with(truth.values().stream()
                    .filter(metric -> metric.tags().has(tagKey, tagValue))
                    .map(metric -> {
                        Metric now = catalog().metric(metric.name()).orElseThrow();
                        return now.withTags(now.tags().plus(tagKey, tagValue));
                    })
                    .toList());
        }
        return catalog();
    }
}
