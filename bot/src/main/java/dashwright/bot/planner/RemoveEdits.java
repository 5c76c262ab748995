package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "Remove the memory panel", "drop the notes", "only keep the errors". */
final class RemoveEdits implements EditKind {
    private static final int MOST_CHOICES = 4;
    private static final Pattern REMOVE = Pattern.compile(
            "(?:remove|drop|delete|without|hide|lose|kill|skip|omit|cut|take out|take away|get rid of|no more|no|"
                    + "(?:i |we )?(?:don'?t|do not|don’t) (?:need|want|show)(?: to see)?|leave out)\\s+(.+?)"
                    + "(?:\\s+from (?:the |this )?(?:board|dashboard|draft))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKE_OUT = Pattern.compile(
            "(?:take|leave|throw)\\s+(.+?)\\s+(?:out|away|off)(?: of (?:the |this )?(?:board|dashboard|draft))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEEP = Pattern.compile(
            "(?:(?:only |just )(?:keep|show|leave)(?: me)?|keep only|keep just|show only|show just|"
                    + "(?:remove|drop|delete|hide) everything (?:but|except(?: for)?))\\s+(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTES = Pattern.compile(
            "(?:all )?(?:the |these |those |any )?(?:notes?|texts?|explanations?|comments?)(?: (?:panels?|widgets?))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL =
            Pattern.compile("\\s*(?:,|&|\\band\\b|\\bor\\b)\\s*(?:and\\s+)?(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Matcher keep = KEEP.matcher(said);
        if (keep.matches()) {
            return kept(keep.group(1), plan);
        }
        for (Pattern pattern : List.of(REMOVE, TAKE_OUT)) {
            Matcher remove = pattern.matcher(said);
            if (remove.matches()) {
                String what = remove.group(1);
                return Optional.of(NOTES.matcher(what.strip()).matches() ? withoutNotes(plan) : removed(what, plan));
            }
        }
        return Optional.empty();
    }

    private static Change removed(String what, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant whole = targets.find(what);
        if (PanelTargets.isAmbiguous(what, whole)) {
            return several(whole.charts());
        }
        if (!whole.isEmpty()) {
            return without(plan, new LinkedHashSet<>(gone(whole)));
        }
        Set<Panel> several = new LinkedHashSet<>();
        for (String part : SEVERAL.split(what, -1)) {
            PanelTargets.Meant meant = targets.find(part);
            if (meant.isEmpty()) {
                return new Change.Refused(targets.nothingCalled(part) + " Nothing was removed.");
            }
            several.addAll(gone(meant));
        }
        return without(plan, several);
    }

    private static Change several(List<Panel.Chart> fitting) {
        List<String> choices = new ArrayList<>(fitting.stream()
                .limit(MOST_CHOICES)
                .map(chart -> "remove \"" + chart.title() + "\"")
                .toList());
        choices.add(fitting.stream()
                .map(chart -> "\"" + chart.title() + "\"")
                .collect(Collectors.joining(" and ", "remove ", "")));
        return new Change.Refused("Which one? Several panels fit: " + PanelTargets.titles(fitting) + ".", choices);
    }

    private static List<Panel> gone(PanelTargets.Meant meant) {
        return meant.section().map(Section::panels).orElseGet(() -> List.copyOf(meant.charts()));
    }

    /** "Only production" speaks of something else than panels, so what is no panel is no change of this kind. */
    private static Optional<Change> kept(String what, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        Set<Panel> stay = new LinkedHashSet<>();
        PanelTargets.Meant whole = targets.find(what);
        if (!whole.isEmpty()) {
            stay.addAll(gone(whole));
        } else {
            for (String part : SEVERAL.split(what, -1)) {
                stay.addAll(gone(targets.find(part)));
            }
        }
        if (stay.isEmpty()) {
            return Optional.empty();
        }
        Set<Panel> gone = new LinkedHashSet<>(plan.panels());
        gone.removeAll(stay);
        return Optional.of(without(plan, gone));
    }

    /** A section that would be left with nothing goes as a whole. */
    private static Change without(DashboardPlan plan, Set<Panel> gone) {
        if (gone.containsAll(plan.panels())) {
            return new Change.Refused(
                    "That would leave nothing on the board, so nothing was removed. To have none, press Reject.");
        }
        List<PlanEdit> edits = new ArrayList<>();
        for (Section section : plan.sections()) {
            if (!section.panels().isEmpty() && gone.containsAll(section.panels())) {
                edits.add(new PlanEdit.RemoveSection(section.id()));
            } else {
                section.panels().stream()
                        .filter(gone::contains)
                        .forEach(panel -> edits.add(new PlanEdit.RemovePanel(panel.id())));
            }
        }
        List<Panel.Chart> charts = gone.stream()
                .filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .toList();
        return Change.of(plan, edits, "Removed " + PanelTargets.titles(charts) + ".");
    }

    /** Notes are panels of their own, and what stands below the key figures. */
    private static Change withoutNotes(DashboardPlan plan) {
        List<Section> sections = plan.sections().stream()
                .map(section -> new Section(
                        section.id(),
                        section.title(),
                        section.kind(),
                        section.panels().stream()
                                .filter(Panel.Chart.class::isInstance)
                                .<Panel>map(panel -> Charts.withMeaning((Panel.Chart) panel, ""))
                                .toList()))
                .filter(section -> !section.panels().isEmpty())
                .toList();
        return Charts.hasNotes(plan)
                ? Change.made(
                        plan,
                        Charts.with(plan, sections),
                        "Removed the notes. What an empty panel of errors means stays: it would be misread.")
                : new Change.Refused("There are no notes on the board.");
    }
}
