package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.Parts;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Panels about what stands: what is left to do, levels, figures of merit. */
final class StockSections {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_LINES = 5;

    private final Wish wish;
    private final Cast cast;
    private final Panels panels;
    private final Naming naming;

    StockSections(Wish wish, Cast cast, Panels panels, Naming naming) {
        this.wish = wish;
        this.cast = cast;
        this.panels = panels;
        this.naming = naming;
    }

    /** What is left, how much is done, and when it will be done at the present pace. */
    List<Panel> backlog() {
        if (cast.backlog().isEmpty() || !(wish.wants(Facet.BACKLOG) || wish.wants(Facet.TREND))) {
            return List.of();
        }
        Evidence left = cast.backlog().getFirst();
        String name = naming.phrase(left.metric());
        List<Panel> sections = new ArrayList<>();
        sections.add(panels.number(Naming.now(name, left.metric()), level("todo", left), null, levelMeaning(left)));
        if (cast.whole() != null) {
            sections.add(panels.computed(
                    Naming.now(
                            "Percent done of "
                                    + Naming.inSentence(
                                            naming.phrase(cast.whole().metric())),
                            cast.whole().metric()),
                    List.of(level("todo", left), level("all", cast.whole())),
                    Panels.percent("done", "100 * (1 - todo / all)"),
                    null,
                    ""));
        }
        // A queue that fills and empties all day has no last day; what is done bit by bit of a whole has.
        if (cast.backlogCourse() == Cast.Course.SHRINKS) {
            sections.add(panels.computed(
                    "Days until " + Naming.inSentence(name) + " reaches zero, at the pace of the last 24 hours",
                    List.of(level("todo", left)),
                    new Formula("days", "todo / cutoff_min(day_before(todo) - todo, 0.000001)", Unit.of("day")),
                    null,
                    "Read from the slope of the backlog itself: new work that comes in is already taken into account."
                            + " Empty while the backlog does not shrink."));
        }
        sections.addAll(dayCounts());
        sections.add(panels.trend(
                name + ", last 7 days",
                Shape.AREA,
                List.of(Panels.series("todo", "", left, Measure.LATEST, List.of())),
                WEEK,
                ""));
        return sections;
    }

    private static Series level(String id, Evidence evidence) {
        return Panels.series(id, "", evidence, Measure.LATEST, List.of());
    }

    /** What was done and what failed within a day: beside a backlog of millions an hour's count says little. */
    private List<Panel> dayCounts() {
        List<Panel> counts = new ArrayList<>();
        Evidence activity = cast.activity();
        if (activity != null && !wish.numberWindow().equals(DAY)) {
            counts.add(panels.number(
                    naming.phrase(activity.metric()) + ", last 24 h",
                    Panels.series("done", "", activity, Measure.TOTAL, List.of()),
                    DAY,
                    ""));
        }
        cast.errors().stream()
                .filter(error -> error.metric().type().isCounted() && (activity == null || !error.anchored()))
                .limit(1)
                .forEach(error -> counts.add(panels.errorNumber(
                        naming.phrase(error.metric()) + ", last 24 h",
                        Panels.withWork(error, activity),
                        Panels.zeroWhileWorking(error, activity),
                        DAY,
                        true,
                        WorkSections.meaning(error))));
        return counts;
    }

    /** A gauge that whichever worker sends must not be summed; what is not known of its senders must not be claimed. */
    private static String levelMeaning(Evidence left) {
        String said = WorkSections.meaning(left);
        if (!said.isEmpty()) {
            return said;
        }
        Metric metric = left.metric();
        if (!metric.tags().known()) {
            return "Its tags were not read, so it is not known whether several report it, and whether each of them reports the"
                    + " whole or a part.";
        }
        return Parts.of(metric, List.of()).adding()
                ? "The sum of what its senders report."
                : "Averaged over its senders, never summed: each of them reports the whole.";
    }

    /** Figures of merit. */
    List<Panel> scores() {
        return cast.scores().stream()
                .map(score ->
                        panels.merit(Naming.now(naming.phrase(score.metric()), score.metric()), level("score", score)))
                .toList();
    }

    /** The present values of the levels that answer best. */
    List<Panel> numbers(int most) {
        return cast.levels().stream().limit(Math.max(0, most)).map(this::number).toList();
    }

    private Panel number(Evidence evidence) {
        String phrase = naming.exactPhrase(evidence);
        Measure measure = Panels.numberMeasure(evidence.metric());
        boolean newest = measure == Measure.LATEST;
        return panels.number(
                newest ? Naming.now(phrase, evidence.metric()) : Naming.last(wish.numberWindow(), phrase),
                Panels.series("value", "", evidence, measure, List.of()),
                newest ? null : wish.numberWindow(),
                WorkSections.meaning(evidence));
    }

    /** Levels over time; those of one family and unit share a panel. */
    List<Panel> levels() {
        if (!wish.facets().isEmpty() && !wish.wants(Facet.TREND) && cast.activity() != null) {
            return List.of();
        }
        Map<String, List<Evidence>> families = new LinkedHashMap<>();
        for (Evidence each : cast.levels()) {
            String name = each.metric().name();
            String family = name.substring(0, Math.max(0, name.lastIndexOf('.'))) + " "
                    + each.metric().unit() + " " + each.metric().type();
            families.computeIfAbsent(family, any -> new ArrayList<>()).add(each);
        }
        List<Panel> sections = new ArrayList<>();
        families.values().stream()
                .flatMap(all -> Scales.apart(all, cast.live()).stream())
                .forEach(family -> {
                    for (int from = 0; from < family.size(); from += MOST_LINES) {
                        sections.add(levelPanel(family.subList(from, Math.min(family.size(), from + MOST_LINES))));
                    }
                });
        return sections.subList(0, Math.min(sections.size(), 8));
    }

    private Panel levelPanel(List<Evidence> family) {
        List<Series> lines = new ArrayList<>();
        for (Evidence each : family) {
            String label = naming.exactPhrase(each);
            lines.add(Panels.series(
                    "s" + (lines.size() + 1), label, each, Panels.trendMeasure(each.metric()), List.of()));
        }
        String title = family.size() == 1
                ? Naming.overTime(naming.exactPhrase(family.getFirst()))
                : lines.stream().limit(3).map(Series::label).collect(Collectors.joining("; "))
                        + (family.size() > 3 ? "; …" : "");
        Shape shape = family.getFirst().metric().type().isCounted() ? Shape.BARS : Shape.LINE;
        String meaning = family.size() == 1 ? WorkSections.meaning(family.getFirst()) : "";
        return panels.trend(title, shape, lines, null, meaning);
    }
}
