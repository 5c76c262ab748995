package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.RequestPlanner;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    private static final Pattern PERCENTILE = Pattern.compile("\\bp(\\d{2,3})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMED = Pattern.compile("(?:p|percentile_?)(\\d{2,3})\\b|(\\d{2,3})_?percentile");

    private final RequestPlanner planner;
    private final Knowledge knowledge;
    private final Words words;
    private final Pattern form;
    private final WishReader reader;

    private AddEdits(RequestPlanner planner, Knowledge knowledge, Pattern form, Words words) {
        this.planner = planner;
        this.knowledge = knowledge;
        this.words = words;
        this.form = form;
        this.reader = new WishReader(words);
    }

    /** Additions that are called so. */
    static AddEdits plainly(RequestPlanner planner, Knowledge knowledge, Words words) {
        return new AddEdits(planner, knowledge, PLAINLY, words);
    }

    /** Additions in words that could mean other changes too; those are tried first. */
    static AddEdits loosely(RequestPlanner planner, Knowledge knowledge, Words words) {
        return new AddEdits(planner, knowledge, LOOSELY, words);
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
        Optional<TemplateVariable> environment = environment(plan);
        String shown = environment.map(AddEdits::only).orElse("*");
        String named = reader.read(what).environment();
        if (named != null && !shown.startsWith(named) && !named.startsWith(shown) && !shown.equals("*")) {
            return new Change.Refused("The board shows " + shown + ", and so does what is added to it. For " + named
                    + " say first: only " + named);
        }
        String request = figuresOnly ? onlyFiguresOf(what, subject) : what;
        return switch (planner.plan(named == null && !shown.equals("*") ? request + " env:" + shown : request)) {
            case Planned more ->
                missing(what, more).<Change>map(Change.Refused::new).orElseGet(() -> joined(what, plan, more));
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

    private Optional<TemplateVariable> environment(DashboardPlan plan) {
        return plan.variables().stream()
                .filter(variable -> words.environmentTags().contains(variable.tag()))
                .findFirst();
    }

    private static String only(TemplateVariable variable) {
        return variable.defaults().size() == 1
                        && !variable.defaults().getFirst().contains("*")
                ? variable.defaults().getFirst()
                : "*";
    }

    /** Why a percentile that was named cannot be added: another one in its place would be taken for it. */
    private static Optional<String> missing(String what, Planned more) {
        Set<String> asked = PERCENTILE
                .matcher(what)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = percentiles(more.plan());
        asked.removeAll(there);
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing here measures p" + String.join(", p", asked) + ": "
                        + (there.isEmpty()
                                ? "no percentile of it is reported or switched on."
                                : "the percentile"
                                        + (there.size() == 1 ? " that is reported is p" : "s that are reported are p")
                                        + String.join(", p", there) + "."));
    }

    private static Set<String> percentiles(DashboardPlan plan) {
        return plan.panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .flatMap(panel -> ((Panel.Chart) panel).series().stream())
                .map(series -> (series.measure().name() + " "
                                + (series instanceof Series.OfMetric one ? one.metric() : ""))
                        .toLowerCase(Locale.ROOT))
                .flatMap(read -> TIMED.matcher(read).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String onlyFiguresOf(String what, String subject) {
        List<String> topic = reader.read(subject).topic();
        return what + " of " + String.join(" ", topic);
    }

    private Change joined(String what, DashboardPlan plan, Planned more) {
        Joining joining = new Joining(plan, what);
        List<Section> fresh = joining.fresh(more.plan());
        List<PlanEdit> edits = joining.edits(fresh);
        List<Panel.Chart> added = fresh.stream()
                .flatMap(section -> section.panels().stream())
                .filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .toList();
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
        return environment(plan)
                .map(environment -> inEnvironment(environment, made, added, more.remarks()))
                .orElseGet(() -> made.and(more.remarks()));
    }

    /** What the addition alone would say of environments is said anew, as the board holds it to its own. */
    private Change.Made inEnvironment(
            TemplateVariable environment, Change.Made made, List<Panel.Chart> added, List<String> remarks) {
        SeenWith seen = SeenWith.of(environment, knowledge);
        DashboardPlan alone = Charts.with(
                made.plan(), List.of(new Section("added", "Added", Section.Kind.DETAIL, List.copyOf(added))));
        return new Change.Made(seen.doubted(made.plan()), made.remarks())
                .and(remarks.stream()
                        .filter(remark -> !remark.contains(environment.tag() + ":"))
                        .toList())
                .and(seen.remarks(alone));
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
