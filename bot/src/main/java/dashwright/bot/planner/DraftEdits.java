package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.PlanningOutcome.Question;
import dashwright.tools.drafting.RequestPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Changes to a draft that need no model to understand. Words that are no change are answered with the changes that there
 * are: a draft is never replaced by another board because it was not understood.
 */
final class DraftEdits {
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:please|pls|ok(?:ay)?|hey|hi|hello|now|then|and|also(?=,)|great|nice|cool|perfect|thanks|thank you|so|yes|but|actually|hmm|"
                    + "(?:can|could|would|will) (?:you|we)(?: please)?(?: also)?|let'?s|let us|you (?:can|should)|"
                    + "i(?:'d| would) like you to|i want you to)(?:[,.!:]?\\s+|$))+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "(?:[\\s,]+(?:please|pls|thanks|thank you|thx|for now|now|then))*[\\s.!?…]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSES = Pattern.compile(
            "\\s*(?:;|\\R|,\\s*(?:and\\s+)?(?:then\\s+)?|\\band\\s+(?:then\\s+)?|\\bthen\\b|\\.\\s)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_CLAUSES = 6;
    private static final String POSSIBLE = """
            I can
            • set the time: "last 24 hours"
            • rename the board or a panel: "rename to …"
            • remove or keep parts: "remove …", "keep only …", "drop the notes"
            • add figures: "add p95"
            • split by a tag: "split … by …"
            • choose the environment: "only staging"
            • redraw and move: "show … as bars", "move … to the top"
            • colour from a value on: "make … red above 10"
            For another board say "build …".""";

    private final List<EditKind> kinds;

    DraftEdits(Words words, RequestPlanner planner, RequestPlanner.Knowledge knowledge) {
        this.kinds = List.of(
                new TitleEdits(),
                new RemoveEdits(),
                new ColourEdits(),
                new MoveEdits(),
                new ShapeEdits(),
                new WindowEdits(words),
                new ScopeEdits(knowledge, words),
                AddEdits.plainly(planner, words),
                new SplitEdits(knowledge),
                AddEdits.loosely(planner, words));
    }

    /** The changed plan, or why the draft stays as it is and what could be asked for instead. */
    PlanningOutcome apply(String text, DashboardPlan plan) {
        String said = bare(WishReader.bounded(text));
        Optional<Change> whole = said.isEmpty() ? Optional.empty() : change(said, plan);
        if (whole.isPresent() && whole.get() instanceof Change.Made made) {
            return new Planned(made.plan(), made.remarks());
        }
        return inClauses(said, plan)
                .<PlanningOutcome>map(made -> new Planned(made.plan(), made.remarks()))
                .orElseGet(() -> unchanged(whole, plan));
    }

    private Optional<Change> change(String said, DashboardPlan plan) {
        return kinds.stream()
                .map(kind -> kind.apply(said, plan))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Several changes in one sentence; all of them are made or none. */
    private Optional<Change.Made> inClauses(String said, DashboardPlan plan) {
        String[] clauses = CLAUSES.split(said, -1);
        if (clauses.length < 2 || clauses.length > MOST_CLAUSES) {
            return Optional.empty();
        }
        DashboardPlan changed = plan;
        List<String> remarks = new ArrayList<>();
        for (String clause : clauses) {
            Optional<Change> change = change(bare(clause), changed);
            if (change.isEmpty() || !(change.get() instanceof Change.Made made)) {
                return Optional.empty();
            }
            changed = made.plan();
            remarks.addAll(made.remarks());
        }
        return Optional.of(new Change.Made(changed, remarks));
    }

    private static String bare(String said) {
        String begun = BEFORE.matcher(said.strip()).replaceFirst("");
        return AFTER.matcher(begun).replaceFirst("").strip();
    }

    private static Question unchanged(Optional<Change> refused, DashboardPlan plan) {
        if (refused.isPresent() && refused.get() instanceof Change.Refused known) {
            return new Question(
                    known.why() + " The draft stays as it is.",
                    known.choices().isEmpty() ? examples(plan) : known.choices());
        }
        return new Question(
                "I do not understand that as a change of this draft, so it stays as it is. " + POSSIBLE,
                examples(plan));
    }

    /** Changes of this very draft, each of which can be made as it stands. */
    private static List<String> examples(DashboardPlan plan) {
        List<String> examples = new ArrayList<>();
        examples.add(plan.window().equals(Duration.ofDays(1)) ? "last 4 hours" : "last 24 hours");
        List<Panel.Chart> charts = new PanelTargets(plan).charts();
        if (charts.size() > 1) {
            examples.add("remove \"" + charts.getLast().title() + "\"");
        }
        charts.stream()
                .filter(chart -> chart.shape() == Panel.Shape.LINE || chart.shape() == Panel.Shape.BARS)
                .findFirst()
                .ifPresent(chart -> examples.add(
                        "show \"" + chart.title() + "\" as " + (chart.shape() == Panel.Shape.BARS ? "lines" : "bars")));
        if (plan.sections().size() > 1) {
            examples.add("move \"" + plan.sections().getLast().title() + "\" to the top");
        }
        return examples;
    }
}
