package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "Show it by region", "split the errors by queue", "throughput per pod". */
final class SplitEdits implements EditKind {
    private static final Pattern SPLIT = Pattern.compile(
            "(?:(?:show|split|group|break|slice|see|display|draw|plot)\\s+)?(?:me\\s+)?(.*?)\\s*(?:(?:down|up|out|split|grouped|broken down)\\s+)?"
                    + "\\b(?:by|per|for each|for every)\\s+(?:the\\s+|each\\s+)?([\\p{L}][\\p{L}\\p{N}_ ./-]*?)(?:\\s+instead)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_SPLIT = Pattern.compile(
            "(?:(?:do not|don'?t|stop)\\s+(?:split|group|break down)(?:ting|ping)?|unsplit|ungroup)\\s*(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERYTHING = Pattern.compile(
            "(?:it|this|that|them|all|everything|all of it|the (?:whole )?(?:board|dashboard)|all (?:the )?(?:panels|charts|graphs))?",
            Pattern.CASE_INSENSITIVE);
    /** Datadog allows 100 metric reads an hour, and a metric's tags cost two. */
    private static final int MOST_READ = 8;
    /** Time spans are no tags. */
    private static final Set<String> TIMES = Set.of("second", "minute", "hour", "day", "week", "month");

    private final Knowledge knowledge;

    SplitEdits(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Matcher whole = NOT_SPLIT.matcher(said);
        if (whole.matches()) {
            return Optional.of(unsplit(whole.group(1).replaceFirst("(?i)\\s*by\\s+.*$", ""), plan));
        }
        Matcher split = SPLIT.matcher(said);
        if (!split.matches() || TIMES.contains(split.group(2).strip())) {
            return Optional.empty();
        }
        String what = split.group(1).strip();
        PanelTargets targets = new PanelTargets(plan);
        if (EVERYTHING.matcher(what).matches()) {
            return Optional.of(
                    split(targets.charts().stream().filter(SplitEdits::isSpread).toList(), split.group(2), plan));
        }
        PanelTargets.Meant meant = targets.find(what);
        return Optional.of(
                meant.isEmpty()
                        ? new Change.Refused(targets.nothingCalled(what))
                        : split(meant.charts(), split.group(2), plan));
    }

    /** A number is one figure; as a whole the board is split where there is room for many. */
    private static boolean isSpread(Panel.Chart chart) {
        return chart.shape() != Panel.Shape.NUMBER;
    }

    private Change split(List<Panel.Chart> charts, String by, DashboardPlan plan) {
        Catalog catalog = read(charts);
        Map<String, Panel.Chart> changed = new LinkedHashMap<>();
        Set<String> tags = new TreeSet<>();
        for (Panel.Chart chart : charts) {
            String tag = tagOfAll(chart, by, catalog, tags);
            if (tag != null) {
                changed.put(chart.id(), split(chart, tag));
            }
        }
        if (changed.isEmpty()) {
            return new Change.Refused("None of the metrics behind " + PanelTargets.titles(charts)
                    + " is known to carry a tag like \"" + by + "\". "
                    + (tags.isEmpty()
                            ? "Their tags could not be read."
                            : "The tags that they carry: "
                                    + tags.stream().limit(12).collect(Collectors.joining(", ")) + "."));
        }
        String tag = changed.values().iterator().next().series().getFirst().by().getFirst();
        int left = charts.size() - changed.size();
        return Change.made(
                plan,
                Charts.replaced(plan, changed),
                "Split "
                        + PanelTargets.titles(charts.stream()
                                .filter(chart -> changed.containsKey(chart.id()))
                                .toList())
                        + " by " + tag + "."
                        + (left == 0
                                ? ""
                                : " " + left
                                        + (left == 1 ? " panel stays as it is: its" : " panels stay as they are: their")
                                        + " metrics are not known to carry such a tag."));
    }

    private static Panel.Chart split(Panel.Chart chart, String tag) {
        Panel.Shape shape = chart.shape() == Panel.Shape.NUMBER ? Panel.Shape.TOP_LIST : chart.shape();
        return Charts.with(
                chart,
                chart.title(),
                shape,
                chart.series().stream()
                        .map(series -> Charts.splitBy(series, List.of(tag)))
                        .toList());
    }

    private static Change unsplit(String what, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        boolean all = EVERYTHING.matcher(what.strip()).matches();
        List<Panel.Chart> charts = all ? targets.charts() : targets.find(what).charts();
        Map<String, Panel.Chart> changed = charts.stream()
                .filter(chart -> chart.shape() == Panel.Shape.LINE
                        || chart.shape() == Panel.Shape.AREA
                        || chart.shape() == Panel.Shape.BARS)
                .collect(Collectors.toMap(
                        Panel.Chart::id,
                        chart -> Charts.with(
                                chart,
                                chart.title(),
                                chart.shape(),
                                chart.series().stream()
                                        .map(series -> Charts.splitBy(series, List.of()))
                                        .toList())));
        return Change.made(
                plan, Charts.replaced(plan, changed), "Drew each figure as a whole again, not split by a tag.");
    }

    private Catalog read(List<Panel.Chart> charts) {
        List<String> names = charts.stream()
                .flatMap(chart -> chart.series().stream())
                .filter(Series.OfMetric.class::isInstance)
                .map(series -> ((Series.OfMetric) series).metric())
                .distinct()
                .limit(MOST_READ)
                .toList();
        return knowledge.enrich(names);
    }

    /** The tag that every series of a chart can be split by; their colours and legends must mean the same. */
    private static @Nullable String tagOfAll(Panel.Chart chart, String by, Catalog catalog, Set<String> seen) {
        List<Set<String>> all = new ArrayList<>();
        for (Series series : chart.series()) {
            Set<String> keys = series instanceof Series.OfMetric one
                    ? catalog.metric(one.metric())
                            .map(Metric::tags)
                            .map(tags -> tags.keys())
                            .orElse(Set.of())
                    : Set.of();
            seen.addAll(keys);
            all.add(keys);
        }
        return all.getFirst().stream()
                .filter(key -> all.stream().allMatch(keys -> keys.contains(key)))
                .filter(key -> isCalled(key, by))
                .min(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static boolean isCalled(String key, String by) {
        return key.equalsIgnoreCase(by.strip()) || Words.stems(key).containsAll(Words.stems(by));
    }
}
