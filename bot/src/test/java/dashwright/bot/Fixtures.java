package dashwright.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.Origin;
import dashwright.bot.store.Store;
import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.live.TimeRange;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.tools.drafting.Draft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Boards, plans and stores to test with. */
public final class Fixtures {
    /** When the tests take place. */
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Asked for in a thread of a channel. */
    public static final Origin ORIGIN = new Origin("s3 sync status", "U0ALICE", "C0OPS", "1700000000.000100");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Fixtures() {}

    /** A fresh store in a folder. */
    public static Store store(Path folder) {
        return Store.open(new Settings.Store("jdbc:sqlite:" + folder.resolve("test.db"), folder));
    }

    /** A number panel that counts a metric. */
    public static Panel.Chart number(String id, String title, String metric) {
        return chart(id, title, metric, Panel.Shape.NUMBER);
    }

    /** A panel of a shape over one metric. */
    public static Panel.Chart chart(String id, String title, String metric, Panel.Shape shape) {
        Series series = new Series.OfMetric("a", title, metric, Measure.TOTAL, List.of(), List.of());
        return new Panel.Chart(
                id, title, shape, List.of(series), List.of(), List.of(), null, Panel.Emptiness.UNKNOWN, "", 0);
    }

    /** A plan of one section. */
    public static DashboardPlan plan(String title, Panel... panels) {
        Section section = new Section("key-figures", "Key figures", Section.Kind.SUMMARY, List.of(panels));
        return new DashboardPlan(title, "What it is for.", Duration.ofHours(4), List.of(), List.of(section), List.of());
    }

    /** A plan with one panel. */
    public static DashboardPlan plan() {
        return plan("S3 sync", number("completed", "Tasks completed", "warehouse.task.complete"));
    }

    /** The board that a plan might be composed to; its form does not matter here. */
    public static ObjectNode board(DashboardPlan plan) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("title", plan.title()).put("description", plan.description()).put("layout_type", "ordered");
        var widgets = json.putArray("widgets");
        for (Panel panel : plan.panels()) {
            if (panel instanceof Panel.Chart chart) {
                widgets.addObject()
                        .putObject("definition")
                        .put("type", "query_value")
                        .put("title", chart.title());
            }
        }
        return json;
    }

    /** A receipt for a panel whose query brought data. */
    public static Receipt receipt(String id, String title, String metric) {
        return new Receipt(
                id,
                title,
                "query_value",
                List.of(evidence(metric)),
                List.of(new Receipt.Tried(
                        "sum:" + metric + "{*}.as_count()",
                        range(),
                        1,
                        240,
                        1524.0,
                        NOW.minusSeconds(20),
                        Unit.of("task"),
                        "")),
                new Receipt.Fit(1, 0.9, List.of()),
                Receipt.Verdict.LIVE,
                "data came back");
    }

    /** What a catalog might say about a metric. */
    public static Receipt.MetricEvidence evidence(String metric) {
        return new Receipt.MetricEvidence(
                metric, MetricType.COUNT, Unit.of("task"), Liveness.LIVE, "finished tasks", List.of("task:sync"));
    }

    /** The last four hours. */
    public static TimeRange range() {
        return TimeRange.last(Duration.ofHours(4), NOW);
    }

    /** A draft of a plan, every panel live. */
    public static Draft draft(DashboardPlan plan, Finding... findings) {
        List<Receipt> receipts = plan.panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .map(chart -> receipt(
                        chart.id(),
                        chart.title(),
                        ((Series.OfMetric) chart.series().getFirst()).metric()))
                .toList();
        ObjectNode json = board(plan);
        return new Draft(
                plan,
                json,
                DashboardHash.of(json),
                new CheckReport(List.of(findings), receipts),
                List.of("Left out pod names: no such tag."));
    }

    /** A draft without findings. */
    public static Draft draft() {
        return draft(plan());
    }

    /** A finding. */
    public static Finding finding(Severity severity, String message) {
        return new Finding("metric-unknown", severity, "completed", "Tasks completed", message, "Use another metric.");
    }
}
