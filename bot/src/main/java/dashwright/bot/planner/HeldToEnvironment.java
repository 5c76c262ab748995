package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import java.util.List;
import java.util.stream.Stream;

/** Holds to an environment what is not known to carry it, nor known not to: without that it would show all of them. */
final class HeldToEnvironment {
    private final TagFilter environment;
    private final Catalog catalog;

    HeldToEnvironment(TagFilter environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    DashboardPlan of(DashboardPlan plan) {
        List<Section> sections = plan.sections().stream()
                .map(section -> new Section(
                        section.id(),
                        section.title(),
                        section.kind(),
                        section.panels().stream().map(this::panel).toList()))
                .toList();
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), plan.variables(), sections, plan.links());
    }

    private Panel panel(Panel panel) {
        return switch (panel) {
            case Panel.Note note -> note;
            case Panel.Chart chart ->
                new Panel.Chart(
                        chart.id(),
                        chart.title(),
                        chart.shape(),
                        chart.series().stream().map(this::series).toList(),
                        chart.formulas(),
                        chart.thresholds(),
                        chart.window(),
                        chart.whenEmpty(),
                        chart.meaning(),
                        chart.limit());
        };
    }

    private Series series(Series series) {
        return series instanceof Series.OfMetric one && isOpen(one) ? held(one) : series;
    }

    private boolean isOpen(Series.OfMetric series) {
        boolean filtered =
                series.filters().stream().anyMatch(filter -> filter.key().equals(environment.key()));
        return !filtered
                && catalog.metric(series.metric())
                        .filter(metric ->
                                !metric.tags().known() && !metric.tags().keys().contains(environment.key()))
                        .isPresent();
    }

    private Series held(Series.OfMetric series) {
        List<TagFilter> filters =
                Stream.concat(series.filters().stream(), Stream.of(environment)).toList();
        return new Series.OfMetric(
                series.id(), series.label(), series.metric(), series.measure(), filters, series.by());
    }
}
