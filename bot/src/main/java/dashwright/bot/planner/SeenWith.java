package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.sync.Wanted;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a board that is held to one value of a tag shows of metrics that were never seen with it: nothing of those that
 * carry the tag, and everything of those that do not. Neither may pass for good news about that value.
 */
final class SeenWith {
    private static final int MOST_NAMES = 5;
    private static final Pattern ZERO_FOR_NOTHING = Pattern.compile("default_zero\\((\\w+)\\)");
    /** How a sum stands in which nothing counts as zero no longer. */
    private static final Pattern WHILE_WORKING = Pattern.compile("(\\w+) \\+ 0 \\* (\\w+)");

    private final String key;
    private final String value;
    private final Catalog catalog;
    private final boolean verified;

    private SeenWith(String key, String value, Catalog catalog, boolean verified) {
        this.key = key;
        this.value = value;
        this.catalog = catalog;
        this.verified = verified;
    }

    /** With what a variable begins with; which metrics carry it is one read. */
    static SeenWith of(TemplateVariable variable, Knowledge knowledge) {
        String value = variable.defaults().size() == 1 ? variable.defaults().getFirst() : "*";
        Catalog catalog = value.contains("*") ? knowledge.catalog() : knowledge.carrying(variable.tag(), value);
        Wanted carriers = new Wanted.Carriers(variable.tag(), value);
        return new SeenWith(
                variable.tag(),
                value,
                catalog,
                knowledge.unread().stream().noneMatch(each -> each.wanted().equals(carriers)));
    }

    /** The board on which nothing of metrics that were not seen with it passes for good or for zero. */
    DashboardPlan doubted(DashboardPlan plan) {
        return eachChart(plan, chart -> isDoubtful(chart) ? doubted(chart) : chart);
    }

    /** The same board after its variable took another value: what was doubted of the old one may be sure of this one. */
    DashboardPlan moved(DashboardPlan plan) {
        DashboardPlan held = eachChart(plan, chart -> mapped(chart, this::held));
        DashboardPlan open =
                verified || isAll() ? held : new HeldToEnvironment(TagFilter.is(key, value), catalog).of(held);
        return eachChart(open, chart -> isDoubtful(chart) ? doubted(chart) : trusted(chart));
    }

    /** What a person must know of the metrics that were never seen with it; nothing where all of them were. */
    List<String> remarks(DashboardPlan plan) {
        List<String> remarks = new ArrayList<>();
        if (isAll()) {
            return remarks;
        }
        if (!verified) {
            remarks.add("Which metrics carry " + tag()
                    + " could not be read: those whose tags are not known are held to "
                    + tag() + " all the same, which the board's variable does not change, and stay empty where they do"
                    + " not carry it.");
        }
        elsewhere(plan).forEach(remarks::add);
        never(plan).forEach(remarks::add);
        return remarks;
    }

    /** What stays empty, though other values of the tag are known of it. */
    Stream<String> never(DashboardPlan plan) {
        List<String> never = isAll() ? List.of() : names(plan, this::isNever);
        return never.isEmpty()
                ? Stream.of()
                : Stream.of("Never seen with " + tag() + ": " + some(never) + ". That nothing of "
                        + (never.size() == 1 ? "it" : "them") + " is shown does not say that all is well there.");
    }

    /** What is shown of all values, though the board is held to one. */
    Stream<String> elsewhere(DashboardPlan plan) {
        List<String> outside = isAll() ? List.of() : names(plan, this::isOutside);
        return outside.isEmpty()
                ? Stream.of()
                : Stream.of("Not seen with " + tag() + ", so shown over all "
                        + (key.startsWith("env") ? "environments" : "values of " + key) + ": " + some(outside) + ".");
    }

    private boolean isAll() {
        return value.contains("*");
    }

    private String tag() {
        return key + ":" + value;
    }

    private boolean isDoubtful(Panel.Chart chart) {
        return !isAll() && chart.series().stream().anyMatch(series -> is(series, this::isNever));
    }

    private boolean is(Series series, Predicate<Metric> what) {
        return series instanceof Series.OfMetric one
                && one.filters().stream().noneMatch(filter -> filter.key().equals(key))
                && catalog.metric(one.metric()).filter(what).isPresent();
    }

    /** Carries the tag, so that the board's variable holds it, but was not seen with this value. */
    private boolean isNever(Metric metric) {
        boolean known = verified || metric.tags().known();
        return known && metric.tags().keys().contains(key) && !metric.tags().has(key, value);
    }

    private boolean isOutside(Metric metric) {
        return !metric.tags().keys().contains(key);
    }

    /** What was held to the tag by a filter of its own follows the board's variable. */
    private Series held(Series series) {
        if (!(series instanceof Series.OfMetric one)
                || one.filters().stream().noneMatch(filter -> filter.key().equals(key) && !filter.excluded())) {
            return series;
        }
        List<TagFilter> others = one.filters().stream()
                .filter(filter -> !filter.key().equals(key) || filter.excluded())
                .toList();
        boolean follows = isAll()
                || catalog.metric(one.metric())
                        .filter(metric -> metric.tags().keys().contains(key))
                        .isPresent();
        List<TagFilter> filters = follows
                ? others
                : Stream.concat(others.stream(), Stream.of(TagFilter.is(key, value)))
                        .toList();
        return new Series.OfMetric(one.id(), one.label(), one.metric(), one.measure(), filters, one.by());
    }

    private static Panel.Chart doubted(Panel.Chart chart) {
        return with(chart, Panel.Emptiness.UNKNOWN, formulas(chart, ZERO_FOR_NOTHING, "$1"));
    }

    /** Only what stands as a sum while work goes on says by itself that nothing was zero before it was doubted. */
    private static Panel.Chart trusted(Panel.Chart chart) {
        boolean doubted = chart.formulas().stream()
                .anyMatch(formula -> WHILE_WORKING.matcher(formula.expression()).matches());
        return doubted
                ? with(chart, Panel.Emptiness.GOOD, formulas(chart, WHILE_WORKING, "default_zero($1) + 0 * $2"))
                : chart;
    }

    private static List<Formula> formulas(Panel.Chart chart, Pattern form, String other) {
        return chart.formulas().stream()
                .map(formula -> new Formula(
                        formula.label(), form.matcher(formula.expression()).replaceAll(other), formula.unit()))
                .toList();
    }

    private List<String> names(DashboardPlan plan, Predicate<Metric> what) {
        return plan.panels().stream()
                .flatMap(panel -> panel instanceof Panel.Chart chart ? chart.series().stream() : Stream.empty())
                .filter(series -> is(series, what))
                .map(series -> ((Series.OfMetric) series).metric())
                .distinct()
                .toList();
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private static DashboardPlan eachChart(DashboardPlan plan, UnaryOperator<Panel.Chart> change) {
        return Charts.with(
                plan,
                plan.sections().stream()
                        .map(section -> new Section(
                                section.id(),
                                section.title(),
                                section.kind(),
                                section.panels().stream()
                                        .map(panel -> panel instanceof Panel.Chart chart ? change.apply(chart) : panel)
                                        .toList()))
                        .toList());
    }

    private static Panel.Chart mapped(Panel.Chart chart, UnaryOperator<Series> change) {
        return Charts.with(
                chart,
                chart.title(),
                chart.shape(),
                chart.series().stream().map(change).toList());
    }

    private static Panel.Chart with(Panel.Chart chart, Panel.Emptiness empty, List<Formula> formulas) {
        return new Panel.Chart(
                chart.id(),
                chart.title(),
                chart.shape(),
                chart.series(),
                formulas,
                chart.thresholds(),
                chart.window(),
                empty,
                chart.meaning(),
                chart.limit());
    }
}
