package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a board to the tag values that a request names, and away from those that it wants left out. */
final class Narrowing {
    /** How many metrics' tags are read for it; the rest are held where their tags are known already. */
    private static final int MOST_READ = 8;

    private final Knowledge knowledge;
    private final Words words;

    Narrowing(Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /**
     * A board held to values.
     *
     * @param plan the board
     * @param answered the words that became filters
     * @param remarks what the person should know of them
     * @param failed values to be left out that could not be
     */
    record Outcome(DashboardPlan plan, Set<String> answered, List<String> remarks, List<String> failed) {
        Outcome {
            answered = Set.copyOf(answered);
            remarks = List.copyOf(remarks);
            failed = List.copyOf(failed);
        }
    }

    /** The board held to what the words name, as far as its metrics are known to carry such values. */
    Outcome of(DashboardPlan plan, Limits limits, List<String> unanswered) {
        Set<String> named = new LinkedHashSet<>(limits.values());
        named.addAll(limits.places());
        named.addAll(unanswered);
        Set<String> metrics = metrics(plan);
        named.removeIf(
                word -> metrics.stream().anyMatch(name -> Words.split(name).containsAll(Words.split(word))));
        if (!named.isEmpty() || !limits.excluded().isEmpty() || limits.notEnvironment() != null) {
            knowledge.enrich(metrics.stream().limit(MOST_READ).toList());
        }
        Set<String> answered = new LinkedHashSet<>();
        List<String> remarks = new ArrayList<>();
        DashboardPlan held = plan;
        for (String word : named) {
            Optional<TagFilter> filter = filter(word, metrics, false);
            if (filter.isPresent()) {
                held = held(held, filter.get());
                answered.add(word);
                remarks.add(told(held, filter.get()));
            }
        }
        List<String> failed = new ArrayList<>();
        for (String word : limits.excluded()) {
            Optional<TagFilter> filter = filter(word, metrics, true);
            if (filter.isPresent()) {
                held = held(held, filter.get());
                answered.add(word);
                remarks.add(told(held, filter.get()));
            }
        }
        if (limits.notEnvironment() != null) {
            held = away(held, limits.notEnvironment(), remarks, failed);
        }
        return new Outcome(held, answered, remarks, failed);
    }

    private DashboardPlan away(DashboardPlan plan, String environment, List<String> remarks, List<String> failed) {
        Catalog catalog = knowledge.catalog();
        List<Metric> metrics = metrics(plan).stream()
                .flatMap(name -> catalog.metric(name).stream())
                .toList();
        Optional<String> key = words.environmentTags().stream()
                .filter(each -> metrics.stream().anyMatch(metric -> mayCarry(metric, each)))
                .findFirst();
        if (key.isEmpty()) {
            failed.add(environment);
            return plan;
        }
        String value = metrics.stream()
                .flatMap(metric -> metric.tags().valuesOf(key.get()).stream())
                .filter(each -> each.equals(environment))
                .findFirst()
                .or(() -> metrics.stream()
                        .flatMap(metric -> metric.tags().valuesOf(key.get()).stream())
                        .filter(each -> each.startsWith(environment) || environment.startsWith(each))
                        .findFirst())
                .orElse(environment);
        TagFilter filter = new TagFilter(key.get(), List.of(value), true);
        DashboardPlan open = new DashboardPlan(
                plan.title(), plan.description(), plan.window(), List.of(), plan.sections(), plan.links());
        DashboardPlan held = held(open, filter);
        remarks.add(told(held, filter));
        return held;
    }

    private static boolean mayCarry(Metric metric, String key) {
        return metric.tags().keys().contains(key) || !metric.tags().known();
    }

    private Optional<TagFilter> filter(String word, Set<String> metrics, boolean excluded) {
        int mark = Math.max(word.indexOf(':'), word.indexOf('='));
        String key = mark < 0 ? "" : word.substring(0, mark);
        String wanted = word.substring(mark + 1);
        Map<String, Set<String>> found = new LinkedHashMap<>();
        Catalog catalog = knowledge.catalog();
        metrics.stream()
                .flatMap(name -> catalog.metric(name).stream())
                .forEach(metric -> metric.tags()
                        .values()
                        .forEach((each, values) -> values.stream()
                                .filter(value -> (key.isEmpty() || key.equals(each)) && isMeant(wanted, value))
                                .forEach(value -> found.computeIfAbsent(each, any -> new LinkedHashSet<>())
                                        .add(value))));
        return found.entrySet().stream()
                .findFirst()
                .map(entry -> new TagFilter(entry.getKey(), List.copyOf(entry.getValue()), excluded));
    }

    /** The value itself, or the last part of its dotted name: a task is seldom called by its whole name. */
    private static boolean isMeant(String word, String value) {
        return value.equalsIgnoreCase(word) || value.toLowerCase(Locale.ROOT).endsWith("." + word);
    }

    private String told(DashboardPlan plan, TagFilter filter) {
        String what = (filter.excluded() ? "Left out " : "Shows only ") + filter.key() + ":"
                + String.join(", ", filter.values());
        List<String> outside = series(plan)
                .filter(series ->
                        series.filters().stream().noneMatch(each -> each.key().equals(filter.key())))
                .map(Series.OfMetric::metric)
                .distinct()
                .limit(5)
                .toList();
        return outside.isEmpty()
                ? what + "."
                : what + "; not known to carry that tag, so shown as a whole: " + String.join(", ", outside) + ".";
    }

    private DashboardPlan held(DashboardPlan plan, TagFilter filter) {
        Catalog catalog = knowledge.catalog();
        // A variable of the same tag would ask for another value at the same time.
        DashboardPlan open = new DashboardPlan(
                plan.title(),
                plan.description(),
                plan.window(),
                plan.variables().stream()
                        .filter(variable -> !variable.tag().equals(filter.key()))
                        .toList(),
                plan.sections(),
                plan.links());
        return charts(
                open,
                chart -> new Panel.Chart(
                        chart.id(),
                        chart.title(),
                        chart.shape(),
                        chart.series().stream()
                                .map(series -> held(series, filter, catalog))
                                .toList(),
                        chart.formulas(),
                        chart.thresholds(),
                        chart.window(),
                        chart.whenEmpty(),
                        chart.meaning(),
                        chart.limit()));
    }

    private static Series held(Series series, TagFilter filter, Catalog catalog) {
        if (!(series instanceof Series.OfMetric one) || !fits(one, filter, catalog)) {
            return series;
        }
        List<TagFilter> filters =
                Stream.concat(one.filters().stream(), Stream.of(filter)).toList();
        return new Series.OfMetric(one.id(), one.label(), one.metric(), one.measure(), filters, one.by());
    }

    private static boolean fits(Series.OfMetric series, TagFilter filter, Catalog catalog) {
        boolean taken = !filter.excluded()
                && series.filters().stream().anyMatch(each -> each.key().equals(filter.key()));
        return !taken
                && catalog.metric(series.metric())
                        .filter(metric -> filter.excluded()
                                ? mayCarry(metric, filter.key())
                                : metric.tags().keys().contains(filter.key()))
                        .isPresent();
    }

    /** The board with each of its charts changed. */
    static DashboardPlan charts(DashboardPlan plan, UnaryOperator<Panel.Chart> change) {
        List<Section> sections = plan.sections().stream()
                .map(section -> new Section(
                        section.id(),
                        section.title(),
                        section.kind(),
                        section.panels().stream()
                                .map(panel -> panel instanceof Panel.Chart chart ? change.apply(chart) : panel)
                                .toList()))
                .toList();
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), plan.variables(), sections, plan.links());
    }

    private static Stream<Series.OfMetric> series(DashboardPlan plan) {
        return plan.panels().stream()
                .flatMap(panel -> panel instanceof Panel.Chart chart ? chart.series().stream() : Stream.empty())
                .flatMap(series -> series instanceof Series.OfMetric one ? Stream.of(one) : Stream.empty());
    }

    private static Set<String> metrics(DashboardPlan plan) {
        return series(plan).map(Series.OfMetric::metric).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
