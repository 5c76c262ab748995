package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.plan.Threshold;
import java.util.List;
import java.util.Map;

/** Charts and plans with one thing changed. */
final class Charts {
    private Charts() {}

    static Panel.Chart withMeaning(Panel.Chart chart, String meaning) {
        return new Panel.Chart(
                chart.id(),
                chart.title(),
                chart.shape(),
                chart.series(),
                chart.formulas(),
                chart.thresholds(),
                chart.window(),
                chart.whenEmpty(),
                meaning,
                chart.limit());
    }

    static Panel.Chart withThresholds(Panel.Chart chart, List<Threshold> thresholds) {
        return new Panel.Chart(
                chart.id(),
                chart.title(),
                chart.shape(),
                chart.series(),
                chart.formulas(),
                thresholds,
                chart.window(),
                chart.whenEmpty(),
                chart.meaning(),
                chart.limit());
    }

    /** Drawn in a shape, with series of another kind. */
    static Panel.Chart with(Panel.Chart chart, String title, Panel.Shape shape, List<Series> series) {
        return new Panel.Chart(
                chart.id(),
                title,
                shape,
                series,
                chart.formulas(),
                chart.thresholds(),
                chart.window(),
                chart.whenEmpty(),
                chart.meaning(),
                chart.limit());
    }

    /** Split by tags instead of what it was split by. */
    static Series splitBy(Series series, List<String> by) {
        return switch (series) {
            case Series.OfMetric one ->
                new Series.OfMetric(one.id(), one.label(), one.metric(), one.measure(), one.filters(), by);
            case Series.OfSpans spans ->
                new Series.OfSpans(
                        spans.id(),
                        spans.label(),
                        spans.service(),
                        spans.operation(),
                        spans.resource(),
                        spans.measure(),
                        spans.filters(),
                        by);
        };
    }

    static DashboardPlan with(DashboardPlan plan, List<Section> sections) {
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), plan.variables(), sections, plan.links());
    }

    static DashboardPlan withVariables(DashboardPlan plan, List<TemplateVariable> variables) {
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), variables, plan.sections(), plan.links());
    }

    /** The plan with other charts in the places of those of the same ids. */
    static DashboardPlan replaced(DashboardPlan plan, Map<String, Panel.Chart> charts) {
        return with(
                plan,
                plan.sections().stream()
                        .map(section -> new Section(
                                section.id(),
                                section.title(),
                                section.kind(),
                                section.panels().stream()
                                        .map(panel -> charts.containsKey(panel.id()) ? charts.get(panel.id()) : panel)
                                        .toList()))
                        .toList());
    }

    static boolean hasNotes(DashboardPlan plan) {
        return plan.panels().stream()
                .anyMatch(panel -> !(panel instanceof Panel.Chart chart)
                        || !chart.meaning().isBlank());
    }
}
