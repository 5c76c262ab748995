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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Pattern ASKED = Pattern.compile(
            "\\?$|^(?:what|why|how|when|where|who|which|whose|is|are|was|were|do|does|did|has|have)\\b(?!.*\\babout\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("[\"“][^\"“”]+[\"”]");
    private static final String NAME = "name";
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
            • colour from a value on: "make … red above 500 MB"
            For another board say "build …".""";

    private final Words words;
    private final RequestPlanner planner;
    private final RequestPlanner.Knowledge knowledge;

    DraftEdits(Words words, RequestPlanner planner, RequestPlanner.Knowledge knowledge) {
        this.words = words;
        this.planner = planner;
        this.knowledge = knowledge;
    }

    private List<EditKind> kinds(RequestPlanner.Knowledge own) {
        return List.of(
                new TitleEdits(),
                new RemoveEdits(),
                new ColourEdits(own),
                new MoveEdits(),
                new ShapeEdits(),
                new WindowEdits(words),
                new ScopeEdits(own, words),
                AddEdits.plainly(planner, own, words),
                new SplitEdits(own),
                AddEdits.loosely(planner, own, words));
    }

    /** The changed plan, or why the draft stays as it is and what could be asked for instead. */
    PlanningOutcome apply(String text, DashboardPlan plan) {
        List<EditKind> kinds = kinds(knowledge.forRequest());
        String said = bare(WishReader.bounded(text));
        Optional<Change> whole = said.isEmpty() ? Optional.empty() : change(kinds, said, plan);
        Optional<Change> change = whole.isPresent() && whole.get() instanceof Change.Made
                ? whole
                : inParts(kinds, said, plan, whole.isPresent()).or(() -> whole);
        return change.isPresent() && change.get() instanceof Change.Made made
                ? new Planned(made.plan(), made.remarks())
                : unchanged(said, change, plan);
    }

    private static Optional<Change> change(List<EditKind> kinds, String said, DashboardPlan plan) {
        return kinds.stream()
                .map(kind -> kind.apply(said, plan))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Several changes in one sentence; all of them are made or none, and then it is said which cannot be.
     *
     * @param refused true where the sentence as a whole is a change that cannot be made
     * @return empty where the sentence has no parts that are changes
     */
    private static Optional<Change> inParts(List<EditKind> kinds, String said, DashboardPlan plan, boolean refused) {
        List<String> parts = parts(kinds, said, plan);
        if (parts.size() < 2 || parts.size() > MOST_CLAUSES) {
            return Optional.empty();
        }
        Change.Made made = new Change.Made(plan, List.of());
        List<String> reasons = new ArrayList<>();
        boolean understood = false;
        boolean possible = false;
        for (String part : parts) {
            Optional<Change> change = change(kinds, part, made.plan());
            understood |= change.isPresent();
            if (change.isPresent() && change.get() instanceof Change.Made next) {
                made = new Change.Made(next.plan(), made.remarks()).and(next.remarks());
                possible = true;
            } else {
                reasons.add("\"" + part + "\": "
                        + (change.isPresent() && change.get() instanceof Change.Refused why
                                ? why.why()
                                : "I do not understand that as a change."));
            }
        }
        if (reasons.isEmpty()) {
            return Optional.of(made);
        }
        return possible || (understood && !refused)
                ? Optional.of(new Change.Refused(
                        "Not all of it can be done, so nothing was changed. " + String.join(" ", reasons)))
                : Optional.empty();
    }

    /** The clauses of a sentence; a length of time is one of its own where a clause asks for something else too. */
    private static List<String> parts(List<EditKind> kinds, String said, DashboardPlan plan) {
        // What stands in quotes is a name, whatever it is made of.
        List<String> names =
                QUOTED.matcher(said).results().map(MatchResult::group).toList();
        AtomicInteger place = new AtomicInteger();
        String bare = QUOTED.matcher(said).replaceAll(_ -> "\"" + NAME + place.getAndIncrement() + "\"");
        return Stream.of(CLAUSES.split(bare, -1))
                .map(DraftEdits::bare)
                .flatMap(clause -> change(kinds, named(clause, names), plan).isPresent()
                        ? Stream.of(clause)
                        : WindowEdits.apart(clause).orElse(List.of(clause)).stream())
                .map(clause -> named(clause, names))
                .toList();
    }

    private static String named(String clause, List<String> names) {
        String named = clause;
        for (int i = 0; i < names.size(); i++) {
            named = named.replace("\"" + NAME + i + "\"", names.get(i));
        }
        return named;
    }

    /** Without courtesies. */
    private static String bare(String said) {
        String begun = BEFORE.matcher(said.strip()).replaceFirst("");
        return AFTER.matcher(begun).replaceFirst("").strip();
    }

    private static Question unchanged(String said, Optional<Change> refused, DashboardPlan plan) {
        if (refused.isPresent() && refused.get() instanceof Change.Refused known) {
            return new Question(
                    known.why() + " The draft stays as it is.",
                    known.choices().isEmpty() ? examples(plan) : known.choices());
        }
        if (ASKED.matcher(said).find()) {
            return new Question(
                    "I cannot answer that, so it stays as it is: here I change the draft, as in \"last 24 hours\"; another"
                            + " board begins with \"build …\".",
                    examples(plan));
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
