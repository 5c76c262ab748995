package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Edited;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanEdits;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.TemplateVariable;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes to a draft that need no model to understand: another window, another title, a panel less, something more. */
final class DraftEdits {
    private static final Pattern REMOVE = Pattern.compile(
            "^(?:please\\s+)?(?:remove|drop|delete|without|hide)\\s+(?:the\\s+)?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADD =
            Pattern.compile("^(?:please\\s+)?(?:add|also|include|plus)\\s+(?:the\\s+)?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile(
            "^(?:please\\s+)?(?:call it|rename (?:it )?to|title(?: it)?:?)\\s+[\"“]?(.+?)[\"”]?$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_TITLE = 150;
    private static final String PARTS_OF_A_BOARD = "section panel widget chart graph";
    /** Words that may stand beside a length of time without asking for anything else. */
    private static final Set<String> OF_A_WINDOW =
            Set.of("window", "range", "period", "set", "use", "zoom", "instead", "switch");

    private final WishReader reader;

    DraftEdits(Words words) {
        this.reader = new WishReader(words);
    }

    /** The changed plan, or nothing where the text is no change that is understood here but a request of its own. */
    Optional<Planned> apply(String text, DashboardPlan plan, RequestPlanner planner) {
        String said = WishReader.bounded(text);
        Matcher title = TITLE.matcher(said);
        if (title.matches()) {
            String name = title.group(1).strip();
            String fitting = name.length() > LONGEST_TITLE
                    ? name.substring(0, LONGEST_TITLE).strip() + "…"
                    : name;
            return Optional.of(edited(plan, List.of(new PlanEdit.RetitleBoard(fitting)), "Renamed the board."));
        }
        Matcher remove = REMOVE.matcher(said);
        if (remove.matches()) {
            return Optional.of(removed(remove.group(1), plan));
        }
        Matcher add = ADD.matcher(said);
        if (add.matches()) {
            return Optional.of(added(add.group(1), plan, planner));
        }
        Wish wish = reader.read(said);
        Duration window = wish.window();
        if (window == null || wish.content().stream().anyMatch(word -> !OF_A_WINDOW.contains(word))) {
            return Optional.empty();
        }
        return Optional.of(edited(plan, List.of(new PlanEdit.SetWindow(window)), "Set the board's window."));
    }

    private static Planned removed(String what, DashboardPlan plan) {
        Set<String> meant = new HashSet<>(Words.stems(what));
        meant.removeAll(Words.stems(PARTS_OF_A_BOARD));
        return plan.sections().stream()
                .filter(section -> meant.equals(Words.stems(section.title())))
                .findFirst()
                .<PlanEdit>map(section -> new PlanEdit.RemoveSection(section.id()))
                .or(() -> bestPanel(meant, plan).map(panel -> new PlanEdit.RemovePanel(panel.id())))
                .map(edit -> edited(plan, List.of(edit), "Removed what was asked to go."))
                .orElseGet(() -> new Planned(
                        plan,
                        List.of("Nothing on the board is called \"" + what
                                + "\", so nothing was removed. Its sections are "
                                + plan.sections().stream().map(Section::title).collect(Collectors.joining(", "))
                                + ".")));
    }

    private static Optional<Panel.Chart> bestPanel(Set<String> meant, DashboardPlan plan) {
        return charts(plan)
                .filter(chart -> shared(meant, chart) * 2 > meant.size())
                .max(Comparator.comparingLong(chart -> shared(meant, chart)));
    }

    private static Stream<Panel.Chart> charts(DashboardPlan plan) {
        return plan.panels().stream().filter(Panel.Chart.class::isInstance).map(Panel.Chart.class::cast);
    }

    private static long shared(Set<String> meant, Panel.Chart chart) {
        return Words.stems(chart.title()).stream().filter(meant::contains).count();
    }

    /** What the planner makes of the wish joins the board, less what is on it already. */
    private static Planned added(String what, DashboardPlan plan, RequestPlanner planner) {
        return switch (planner.plan(what)) {
            case Planned more -> joined(what, plan, more);
            case PlanningOutcome.Gap gap ->
                new Planned(
                        plan,
                        List.of("Nothing in the catalog answers to \"" + what + "\", so nothing was added."
                                + (gap.nearest().isEmpty()
                                        ? ""
                                        : " The nearest: "
                                                + gap.nearest().stream()
                                                        .map(match ->
                                                                match.metric().name())
                                                        .collect(Collectors.joining(", "))
                                                + ".")));
            case PlanningOutcome.Question question ->
                new Planned(
                        plan,
                        List.of("Nothing was added. " + question.question()
                                + (question.choices().isEmpty()
                                        ? ""
                                        : " Say for example: add "
                                                + question.choices().getFirst() + ".")));
        };
    }

    private static Planned joined(String what, DashboardPlan plan, Planned more) {
        Set<String> sections = plan.sections().stream().map(Section::id).collect(Collectors.toSet());
        Joining joining = new Joining(plan, what);
        List<PlanEdit> edits = new ArrayList<>();
        for (Section section : more.plan().sections()) {
            List<Panel> fresh = joining.fresh(section.panels());
            if (sections.contains(section.id())) {
                fresh.forEach(panel -> edits.add(new PlanEdit.AddPanel(section.id(), panel, null)));
            } else if (!fresh.isEmpty()) {
                edits.add(new PlanEdit.AddSection(
                        new Section(section.id(), section.title(), section.kind(), fresh), null));
            }
        }
        if (edits.isEmpty()) {
            return new Planned(plan, List.of("The board shows that already."));
        }
        Planned edited =
                edited(withVariables(plan, more.plan()), edits, "Added what the catalog has for \"" + what + "\".");
        List<String> remarks = new ArrayList<>(edited.remarks());
        remarks.addAll(more.remarks());
        return new Planned(edited.plan(), remarks);
    }

    /** The plan with the variables that the added panels need; one that it has keeps its value. */
    private static DashboardPlan withVariables(DashboardPlan plan, DashboardPlan more) {
        List<TemplateVariable> variables = new ArrayList<>(plan.variables());
        more.variables().stream()
                .filter(variable ->
                        plan.variables().stream().noneMatch(each -> each.name().equals(variable.name())))
                .forEach(variables::add);
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), variables, plan.sections(), plan.links());
    }

    /** The changed plan, or where it cannot be changed so the old one and why. */
    private static Planned edited(DashboardPlan plan, List<PlanEdit> edits, String remark) {
        Edited edited = PlanEdits.apply(plan, edits);
        return edited.problems().isEmpty()
                ? new Planned(edited.plan(), List.of(remark))
                : new Planned(
                        plan,
                        List.of("The board stays as it is: "
                                + edited.problems().stream()
                                        .limit(3)
                                        .map(problem -> problem.message() + " " + problem.fix())
                                        .collect(Collectors.joining(" "))));
    }
}
