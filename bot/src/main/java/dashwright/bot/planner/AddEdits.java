package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "Add p95", "include redis memory", "what about the retries?": what the planner makes of it joins the board. */
final class AddEdits implements EditKind {
    private static final Pattern PLAINLY = Pattern.compile(
            "(?:add|include|also|plus|append|insert|put in|bring in|throw in|and also|(?:show|display|have|see|want)\\s+(?:me\\s+)?also)"
                    + "\\s+(?:in\\s+)?(?:the\\s+|an?\\s+)?(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOSELY = Pattern.compile(
            "(?:(?:i|we)(?:'d| would)? (?:also )?(?:like|want|need)(?: to (?:also )?(?:see|have))?|what about|how about|show(?: me)?|display|and)"
                    + "\\s+(?:the\\s+|an?\\s+)?(.+?)(?:\\s+(?:too|as well|also))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "\\s+(?:(?:panel|chart|graph|widget|section|line)s?|too|as well|also|to (?:it|the (?:board|dashboard)))$",
            Pattern.CASE_INSENSITIVE);

    private final RequestPlanner planner;
    private final Pattern form;
    private final WishReader reader;

    private AddEdits(RequestPlanner planner, Pattern form, Words words) {
        this.planner = planner;
        this.form = form;
        this.reader = new WishReader(words);
    }

    /** Additions that are called so. */
    static AddEdits plainly(RequestPlanner planner, Words words) {
        return new AddEdits(planner, PLAINLY, words);
    }

    /** Additions in words that could mean other changes too; those are tried first. */
    static AddEdits loosely(RequestPlanner planner, Words words) {
        return new AddEdits(planner, LOOSELY, words);
    }

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Matcher matcher = form.matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String what = CLOSING.matcher(matcher.group(1).strip()).replaceFirst("").strip();
        return Optional.of(added(what, plan));
    }

    /** Figures that are not said to be of anything are meant to be of what the board is about. */
    private Change added(String what, DashboardPlan plan) {
        boolean figuresOnly = reader.read(what).figuresOnly();
        String subject = PlanBuilder.askedFor(plan).orElse(plan.title());
        return switch (planner.plan(figuresOnly ? onlyFiguresOf(what, subject) : what)) {
            case Planned more -> joined(what, plan, more);
            case PlanningOutcome.Gap gap ->
                new Change.Refused("Nothing in the catalog answers to \"" + what + "\"."
                        + (gap.nearest().isEmpty()
                                ? ""
                                : " The nearest: "
                                        + gap.nearest().stream()
                                                .map(match -> match.metric().name())
                                                .collect(Collectors.joining(", "))
                                        + ". Say for example: add "
                                        + gap.nearest().getFirst().metric().name()));
            case PlanningOutcome.Question question ->
                new Change.Refused(question.question()
                        + (question.choices().isEmpty()
                                ? ""
                                : " Say for example: add " + question.choices().getFirst()));
        };
    }

    private String onlyFiguresOf(String what, String subject) {
        List<String> topic = reader.read(subject).topic();
        return what + " of " + String.join(" ", topic);
    }

    private static Change joined(String what, DashboardPlan plan, Planned more) {
        Set<String> sections = plan.sections().stream().map(Section::id).collect(Collectors.toSet());
        Joining joining = new Joining(plan, what);
        List<PlanEdit> edits = new ArrayList<>();
        List<Panel.Chart> added = new ArrayList<>();
        for (Section section : more.plan().sections()) {
            List<Panel> fresh = joining.fresh(section.panels());
            fresh.stream()
                    .filter(Panel.Chart.class::isInstance)
                    .map(Panel.Chart.class::cast)
                    .forEach(added::add);
            if (sections.contains(section.id())) {
                fresh.forEach(panel -> edits.add(new PlanEdit.AddPanel(section.id(), panel, null)));
            } else if (!fresh.isEmpty()) {
                edits.add(new PlanEdit.AddSection(
                        new Section(section.id(), section.title(), section.kind(), fresh), null));
            }
        }
        if (edits.isEmpty()) {
            return new Change.Refused("What the catalog has for \"" + what + "\" is on the board already.");
        }
        Change change = Change.of(
                withVariables(plan, more.plan()),
                edits,
                "Added what the catalog has for \"" + what + "\": " + PanelTargets.titles(added) + ".");
        if (!(change instanceof Change.Made made)) {
            return change;
        }
        List<String> remarks = new ArrayList<>(made.remarks());
        remarks.addAll(more.remarks());
        return new Change.Made(made.plan(), remarks);
    }

    /** The plan with the variables that the added panels need; one that it has keeps its value. */
    private static DashboardPlan withVariables(DashboardPlan plan, DashboardPlan more) {
        List<TemplateVariable> variables = new ArrayList<>(plan.variables());
        more.variables().stream()
                .filter(variable ->
                        plan.variables().stream().noneMatch(each -> each.name().equals(variable.name())))
                .forEach(variables::add);
        return Charts.withVariables(plan, variables);
    }
}
