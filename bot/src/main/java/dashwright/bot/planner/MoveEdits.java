package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Move the errors to the top", "put p95 above the throughput", "memory first". */
final class MoveEdits implements EditKind {
    private static final String VERB = "(?:move|put|place|bring|shift|pull|push)";
    private static final Pattern TO_AN_END = Pattern.compile(
            VERB
                    + "\\s+(.+?)\\s+(?:(?:up|down)\\s+)?(?:to\\s+|at\\s+)?(?:the\\s+)?(?:very\\s+)?(top|start|front|beginning|first|up|bottom|end|last|down)"
                    + "(?: of (?:the )?(?:board|dashboard|page))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END_ALONE = Pattern.compile("(.+?)\\s+(first|last|on top)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BESIDE = Pattern.compile(
            VERB + "\\s+(.+?)\\s+(before|above|over|ahead of|in front of|after|below|under|behind)\\s+(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTO =
            Pattern.compile(VERB + "\\s+(.+?)\\s+(?:into|to|in|under)\\s+(.+)", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Matcher end = TO_AN_END.matcher(said);
        if (end.matches()) {
            return Optional.of(toAnEnd(end.group(1), isFirst(end.group(2)), plan));
        }
        Matcher beside = BESIDE.matcher(said);
        if (beside.matches()) {
            boolean before = !beside.group(2).matches("(?i)after|below|under|behind");
            return Optional.of(beside(beside.group(1), beside.group(3), before, plan));
        }
        Matcher into = INTO.matcher(said);
        if (into.matches()) {
            return Optional.of(into(into.group(1), into.group(2), plan));
        }
        Matcher alone = END_ALONE.matcher(said);
        boolean known =
                alone.matches() && !new PanelTargets(plan).find(alone.group(1)).isEmpty();
        return known ? Optional.of(toAnEnd(alone.group(1), isFirst(alone.group(2)), plan)) : Optional.empty();
    }

    private static boolean isFirst(String word) {
        return !word.toLowerCase(Locale.ROOT).matches("bottom|end|last|down");
    }

    /** A panel goes to the end of its section and takes the section along: what is in one group stays together. */
    private static Change toAnEnd(String what, boolean first, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant meant = targets.find(what);
        if (meant.isEmpty()) {
            return new Change.Refused(targets.nothingCalled(what));
        }
        String where = first ? "top" : "bottom";
        if (meant.section().isPresent()) {
            Section section = meant.section().get();
            return Change.made(
                    plan,
                    Charts.with(plan, atEnd(plan.sections(), section, first)),
                    "Moved the section \"" + section.title() + "\" to the " + where + ".");
        }
        if (meant.charts().size() > 1) {
            return several(meant);
        }
        Panel.Chart chart = meant.charts().getFirst();
        Section home = targets.sectionOf(chart);
        Section moved = new Section(home.id(), home.title(), home.kind(), atEnd(home.panels(), chart, first));
        List<Section> sections = new ArrayList<>(plan.sections());
        sections.set(sections.indexOf(home), moved);
        return Change.made(
                plan,
                Charts.with(plan, atEnd(sections, moved, first)),
                "Moved \"" + chart.title() + "\" to the " + where + ", with its section \"" + home.title() + "\".");
    }

    private static Change several(PanelTargets.Meant meant) {
        return new Change.Refused(
                "Several panels fit: " + PanelTargets.titles(meant.charts()) + ". Name one of them in full.");
    }

    private static <T> List<T> atEnd(List<T> all, T one, boolean first) {
        List<T> others = new ArrayList<>(all);
        others.remove(one);
        others.add(first ? 0 : others.size(), one);
        return others;
    }

    private static Change beside(String what, String other, boolean before, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant moved = targets.find(what);
        PanelTargets.Meant anchor = targets.find(other);
        if (moved.isEmpty() || anchor.isEmpty()) {
            return new Change.Refused(targets.nothingCalled(moved.isEmpty() ? what : other));
        }
        if (moved.section().isPresent() && anchor.section().isPresent()) {
            return sectionBeside(moved.section().get(), anchor.section().get(), before, plan);
        }
        if (moved.charts().size() > 1 || anchor.charts().isEmpty()) {
            return several(moved);
        }
        Panel.Chart chart = moved.charts().getFirst();
        Panel.Chart next = before ? anchor.charts().getFirst() : anchor.charts().getLast();
        Section home = targets.sectionOf(next);
        return Change.of(
                plan,
                List.of(new PlanEdit.MovePanel(
                        chart.id(), home.id(), before ? next.id() : following(home, next, chart))),
                "Moved \"" + chart.title() + "\" " + (before ? "before" : "after") + " \"" + next.title() + "\".");
    }

    private static @Nullable String following(Section section, Panel panel, Panel moved) {
        List<Panel> others =
                section.panels().stream().filter(each -> !each.equals(moved)).toList();
        int index = others.indexOf(panel) + 1;
        return index < others.size() ? others.get(index).id() : null;
    }

    private static Change sectionBeside(Section moved, Section anchor, boolean before, DashboardPlan plan) {
        List<Section> sections = new ArrayList<>(plan.sections());
        sections.remove(moved);
        int index = sections.indexOf(anchor);
        sections.add(index < 0 ? sections.size() : before ? index : index + 1, moved);
        return Change.made(
                plan,
                Charts.with(plan, sections),
                "Moved the section \"" + moved.title() + "\" " + (before ? "before" : "after") + " \"" + anchor.title()
                        + "\".");
    }

    private static Change into(String what, String where, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant moved = targets.find(what);
        PanelTargets.Meant home = targets.find(where);
        if (moved.isEmpty()) {
            return new Change.Refused(targets.nothingCalled(what));
        }
        if (moved.charts().size() > 1) {
            return several(moved);
        }
        if (home.section().isEmpty()) {
            return new Change.Refused("There is no section \"" + where + "\". The sections are "
                    + String.join(
                            ", ", plan.sections().stream().map(Section::title).toList()) + ".");
        }
        Panel.Chart chart = moved.charts().getFirst();
        return Change.of(
                plan,
                List.of(new PlanEdit.MovePanel(chart.id(), home.section().get().id(), null)),
                "Moved \"" + chart.title() + "\" to the section \""
                        + home.section().get().title() + "\".");
    }
}
