package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import java.util.List;
import java.util.Set;

/** Says in their titles which panels show all environments, where one was asked for. */
final class AllEnvironments {
    private static final String SUFFIX = ", all environments";
    private static final int LONGEST_TITLE = 200;

    private final Catalog catalog;
    private final Words words;

    AllEnvironments(Catalog catalog, Words words) {
        this.catalog = catalog;
        this.words = words;
    }

    DashboardPlan in(DashboardPlan plan) {
        return Narrowing.charts(plan, chart -> isHeld(chart, plan.variables()) ? chart : named(chart));
    }

    private boolean isHeld(Panel.Chart chart, List<TemplateVariable> variables) {
        return chart.series().stream().allMatch(series -> isHeld(series, variables));
    }

    private boolean isHeld(Series series, List<TemplateVariable> variables) {
        List<TemplateVariable> chosen = variables.stream()
                .filter(variable -> words.environmentTags().contains(variable.tag())
                        && !variable.defaults().contains("*"))
                .toList();
        return switch (series) {
            case Series.OfSpans spans -> !chosen.isEmpty() || isFiltered(spans.filters());
            case Series.OfMetric one -> {
                Set<String> keys = catalog.metric(one.metric())
                        .map(metric -> metric.tags().keys())
                        .orElse(Set.of());
                yield isFiltered(one.filters()) || chosen.stream().anyMatch(variable -> keys.contains(variable.tag()));
            }
        };
    }

    private boolean isFiltered(List<TagFilter> filters) {
        return filters.stream().anyMatch(filter -> words.environmentTags().contains(filter.key()));
    }

    private static Panel.Chart named(Panel.Chart chart) {
        return chart.title().length() + SUFFIX.length() > LONGEST_TITLE
                ? chart
                : new Panel.Chart(
                        chart.id(),
                        chart.title() + SUFFIX,
                        chart.shape(),
                        chart.series(),
                        chart.formulas(),
                        chart.thresholds(),
                        chart.window(),
                        chart.whenEmpty(),
                        chart.meaning(),
                        chart.limit());
    }
}
