package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Edited;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanEdits;
import dashwright.dashboards.plan.Section;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.RequestPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to a draft that need no model to understand: another window, another title, a panel less, something more. */
final class DraftEdits {
    private static final Pattern REMOVE = Pattern.compile(
            "^(?:please\\s+)?(?:remove|drop|delete|without|hide)\\s+(?:the\\s+)?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADD =
            Pattern.compile("^(?:please\\s+)?(?:add|also|include|plus)\\s+(?:the\\s+)?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile(
            "^(?:please\\s+)?(?:call it|rename (?:it )?to|title(?: it)?:?)\\s+[\"“]?(.+?)[\"”]?$",
            Pattern.CASE_INSENSITIVE);

    private final WishReader reader;

    DraftEdits(Words words) {
        this.reader = new WishReader(words);
    }

    /** The changed plan, or nothing where the text is no change that is understood here. */
    Optional<Planned> apply(String text, DashboardPlan plan, RequestPlanner planner) {
        String said = text.strip();
        Matcher title = TITLE.matcher(said);
        if (title.matches()) {
            return edited(plan, List.of(new PlanEdit.RetitleBoard(title.group(1))), "Renamed the board.");
        }
        Matcher remove = REMOVE.matcher(said);
        if (remove.matches()) {
            return removed(remove.group(1), plan);
        }
        Matcher add = ADD.matcher(said);
        if (add.matches()) {
            return added(add.group(1), plan, planner);
        }
        Wish wish = reader.read(said);
        Duration window = wish.window();
        if (window == null || wish.content().stream().anyMatch(word -> word.length() > 3)) {
            return Optional.empty();
        }
        return edited(plan, List.of(new PlanEdit.SetWindow(window)), "Set the board's window.");
    }

    private static Optional<Planned> removed(String what, DashboardPlan plan) {
        Set<String> meant = Words.stems(what);
        return plan.sections().stream()
                .filter(section -> meant.equals(Words.stems(section.title())))
                .findFirst()
                .<PlanEdit>map(section -> new PlanEdit.RemoveSection(section.id()))
                .or(() -> bestPanel(meant, plan).map(panel -> new PlanEdit.RemovePanel(panel.id())))
                .flatMap(edit -> edited(plan, List.of(edit), "Removed what was asked to go."));
    }

    private static Optional<Panel.Chart> bestPanel(Set<String> meant, DashboardPlan plan) {
        return plan.panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .filter(chart -> shared(meant, chart) * 2 > meant.size())
                .max(Comparator.comparingLong(chart -> shared(meant, chart)));
    }

    private static long shared(Set<String> meant, Panel.Chart chart) {
        return Words.stems(chart.title()).stream().filter(meant::contains).count();
    }

    /** What the planner makes of the wish joins the board, less what is on it already. */
    private static Optional<Planned> added(String what, DashboardPlan plan, RequestPlanner planner) {
        PlanningOutcome outcome = planner.plan(what);
        if (!(outcome instanceof Planned more)) {
            return Optional.of(new Planned(
                    plan, List.of("Nothing in the catalog answers to \"" + what + "\", so nothing was added.")));
        }
        Set<String> ids = new HashSet<>();
        plan.panels().forEach(panel -> ids.add(panel.id()));
        Set<String> sections = new HashSet<>();
        plan.sections().forEach(section -> sections.add(section.id()));
        List<PlanEdit> edits = new ArrayList<>();
        for (Section section : more.plan().sections()) {
            List<Panel> fresh = section.panels().stream()
                    .filter(panel -> !ids.contains(panel.id()))
                    .toList();
            if (fresh.isEmpty()) {
                continue;
            }
            if (sections.contains(section.id())) {
                fresh.forEach(panel -> edits.add(new PlanEdit.AddPanel(section.id(), panel, null)));
            } else {
                edits.add(new PlanEdit.AddSection(
                        new Section(section.id(), section.title(), section.kind(), fresh), null));
            }
        }
        return edits.isEmpty()
                ? Optional.of(new Planned(plan, List.of("The board shows that already.")))
                : edited(plan, edits, "Added what the catalog has for \"" + what + "\".");
    }

    private static Optional<Planned> edited(DashboardPlan plan, List<PlanEdit> edits, String remark) {
        Edited edited = PlanEdits.apply(plan, edits);
        return edited.problems().isEmpty()
                ? Optional.of(new Planned(edited.plan(), List.of(remark)))
                : Optional.empty();
    }
}
