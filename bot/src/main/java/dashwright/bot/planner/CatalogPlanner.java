package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.SearchResult;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanEdits;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.RequestPlanner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans a board from a request and the catalog alone: no model, the same answer every time. */
public final class CatalogPlanner implements RequestPlanner {
    /** Each round reads less than the one before; a catalog that others refresh meanwhile must not hold up a request. */
    private static final int MOST_ROUNDS = 4;

    private static final int LONGEST_QUOTE = 200;
    private static final int NEAREST = 3;
    private static final int WIDELY = 40;
    private static final int MOST_CHOICES = 4;

    private final Knowledge knowledge;
    private final Words words = Words.load();

    /** A planner over a team's catalog. */
    public CatalogPlanner(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Plans until nothing more is read for it, so that one request asked twice gives one board. */
    @Override
    public PlanningOutcome plan(String text) {
        PlanningOutcome outcome;
        int rounds = 0;
        Catalog known;
        do {
            known = knowledge.catalog();
            outcome = planFromWhatIsKnown(text);
            rounds++;
        } while (knowledge.catalog() != known && rounds < MOST_ROUNDS);
        return outcome;
    }

    private PlanningOutcome planFromWhatIsKnown(String text) {
        Wish wish = new WishReader(words, this::isNamed).read(text);
        Taught taught = Taught.of(wish, knowledge);
        if (!taught.isEmpty()) {
            Wish held = taught.held(wish, words);
            return about(held, taught.subject(held, knowledge, words), List.of(), taught);
        }
        if (wish.topic().isEmpty()) {
            return new PlanningOutcome.Question(
                    "What should the board be about? Name a service, a task or a metric, as in \"redis memory\".",
                    List.of());
        }
        if (wish.figuresOnly()) {
            Optional<PlanningOutcome> question = ofWhat(wish);
            if (question.isPresent()) {
                return question.get();
            }
        }
        return answer(wish);
    }

    /** A word that nothing answers beside a subject that is found is told; it does not take the subject away. */
    private PlanningOutcome answer(Wish wish) {
        SubjectFinder finder = new SubjectFinder(knowledge, words);
        Optional<Subject> whole = finder.find(wish);
        if (whole.isPresent()) {
            return about(wish, whole.get(), List.of(), Taught.NONE);
        }
        for (List<String> beside : new Unanswered(knowledge, words).beside(wish)) {
            Wish rest = wish.without(beside, words.general());
            Optional<Subject> subject = finder.find(rest);
            if (subject.isPresent() && subject.get().apart().isEmpty()) {
                return about(rest, subject.get(), beside, Taught.NONE);
            }
        }
        return gap(wish);
    }

    private PlanningOutcome about(Wish wish, Subject found, List<String> beside, Taught taught) {
        LeftOut leftOut = new LeftOut(words, wish);
        // A word that was given a meaning is no model or version to be held to.
        Wish others = taught.others(wish);
        List<String> inexact = Exactness.unmet(others, found);
        Subject exact =
                inexact.isEmpty() ? Exactness.held(found, others, words) : Exactness.without(found, inexact, words);
        Subject subject = leftOut.of(exact.after(taught.evidence(knowledge, words)));
        boolean isEmptied = subject.evidence().isEmpty() && !found.evidence().isEmpty();
        if (isEmptied || (!inexact.isEmpty() && inexact.contains(wish.topic().getFirst()))) {
            return gap(wish);
        }
        if (!subject.apart().isEmpty()) {
            return new PlanningOutcome.Question(
                    "The catalog knows " + String.join(" and ", subject.apart())
                            + ", but nothing that is about both. Which one is meant?",
                    subject.apart().stream()
                            .map(word -> String.join(" ", figuresOf(wish, word)) + where(wish))
                            .toList());
        }
        Board board = board(wish, subject);
        if (!wish.facets().isEmpty() && (board.plan().sections().isEmpty() || !hasFigures(wish, board.cast()))) {
            board = board(wish.forEverything(), subject);
        }
        if (!wish.facets().isEmpty() && hidesWhatIsAsked(wish, subject, board.plan())) {
            board = board(wish.forEverything(), subject);
        }
        DashboardPlan kept = leftOut.of(whole(wish, board.plan(), taught), knowledge.catalog());
        return kept.sections().isEmpty()
                ? gap(wish)
                : told(wish, subject, new Board(kept, board.cast()), beside, leftOut, taught.on(kept));
    }

    /** A board with what was taught, where the kinds of figures that it shows would leave some of that out. */
    private DashboardPlan whole(Wish wish, DashboardPlan plan, Taught taught) {
        Taught missing = taught.missing(plan);
        if (missing.isEmpty()) {
            return plan;
        }
        List<Evidence> evidence = missing.evidence(knowledge, words);
        Subject alone = new Subject(null, evidence, List.of(), List.of(), Map.of());
        Joining joining = new Joining(plan, "taught");
        return PlanEdits.apply(
                        plan,
                        joining.edits(
                                joining.fresh(board(wish.forEverything(), alone).plan())))
                .plan();
    }

    /** True where the kinds of figures that were asked for leave no place for another thing that was asked for by its name. */
    private boolean hidesWhatIsAsked(Wish wish, Subject subject, DashboardPlan plan) {
        List<String> left =
                new Unanswered(knowledge, words).of(wish, subject, plan).left();
        return subject.anchor() == null
                && left.stream()
                        .map(Words::stems)
                        .anyMatch(stems -> subject.evidence().stream()
                                .anyMatch(each ->
                                        Words.stems(each.metric().name()).containsAll(stems)));
    }

    private PlanningOutcome told(
            Wish wish, Subject subject, Board board, List<String> beside, LeftOut leftOut, Taught taught) {
        Unanswered.Outcome left = new Unanswered(knowledge, words).of(wish, subject, board.plan());
        Unanswered.Outcome unanswered = left.without(taught.among(left.left()));
        List<String> open = Stream.concat(unanswered.left().stream(), beside.stream())
                .distinct()
                .toList();
        Narrowing.Outcome narrowed = new Narrowing(knowledge, words).of(board.plan(), wish.limits(), open);
        if (unanswered.without(narrowed.answered()).isEverything()) {
            return gap(wish);
        }
        DashboardPlan plan = wish.environment() == null
                ? narrowed.plan()
                : new AllEnvironments(knowledge.catalog(), words).in(narrowed.plan());
        List<String> untold = open.stream()
                .filter(word -> !narrowed.answered().contains(word))
                .toList();
        return new Remarks(wish, subject.knowing(narrowed.answered()), board.cast())
                .beside(new Beside(wish, board.cast(), plan).told(narrowed, leftOut.met()))
                .taught(taught)
                .on(plan, knowledge, untold);
    }

    /** True where these words stand together in the name of a metric or of what is traced. */
    private boolean isNamed(String text) {
        List<String> parts = Words.split(text);
        if (parts.isEmpty()) {
            return false;
        }
        String wanted = "_" + String.join("_", parts) + "_";
        Catalog catalog = knowledge.catalog();
        return Stream.concat(
                        catalog.metrics().stream().map(Metric::name),
                        catalog.spans().stream().flatMap(spans -> Stream.of(spans.resource(), spans.service())))
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(parts.getFirst()))
                .anyMatch(name -> ("_" + String.join("_", Words.split(name)) + "_").contains(wanted));
    }

    /** A word of a request with the kinds of figures that were asked for: a choice must ask for no less. */
    private List<String> figuresOf(Wish wish, String word) {
        return Stream.concat(
                        Stream.of(word),
                        wish.content().stream()
                                .filter(other -> !words.rolesFor(other).isEmpty() && !other.equals(word)))
                .toList();
    }

    /** True where something of the cast is one of the kinds of figures that were asked for. */
    private boolean hasFigures(Wish wish, Cast cast) {
        Set<Role> asked =
                wish.facets().stream().flatMap(facet -> facet.roles().stream()).collect(Collectors.toSet());
        return asked.isEmpty()
                || cast.metrics().stream()
                        .map(metric -> Kind.of(metric, words).role())
                        .anyMatch(asked::contains);
    }

    private record Board(DashboardPlan plan, Cast cast) {}

    private Board board(Wish wish, Subject subject) {
        Cast cast = new Casting(knowledge, words).of(wish, subject);
        Naming naming = new Naming(words, this::isUsed, cast.metrics());
        DashboardPlan plan = new PlanBuilder(wish, subject, cast, naming).build();
        return new Board(
                cast.environment()
                        .unverified()
                        .map(environment -> new HeldToEnvironment(environment, knowledge.catalog()).of(plan))
                        .orElse(plan),
                cast);
    }

    private boolean isUsed(String word) {
        return knowledge.catalog().metrics().stream()
                        .anyMatch(metric -> metric.name().contains(word))
                || knowledge.catalog().spans().stream()
                        .anyMatch(spans -> spans.resource().contains(word));
    }

    /** "Latency" alone could be of anything; where several things have it, the person chooses. */
    private Optional<PlanningOutcome> ofWhat(Wish wish) {
        String figures = String.join(" ", wish.content());
        List<String> choices = knowledge.search().search(figures, WIDELY).metrics().stream()
                .map(match -> match.metric().namespace())
                .filter(namespace -> !namespace.equals("trace"))
                .distinct()
                .limit(MOST_CHOICES)
                .map(namespace -> namespace + " " + figures + where(wish))
                .toList();
        return choices.size() < 2
                ? Optional.empty()
                : Optional.of(new PlanningOutcome.Question(
                        Naming.sentence(wish.content()) + " of what? Several things report it.", choices));
    }

    /** What is chosen is a request of its own, so the environment that was named must stand in it. */
    private static String where(Wish wish) {
        return wish.environment() == null ? "" : " env:" + wish.environment();
    }

    /** The same matches with what their owners say of them: who chooses among the nearest should know what they are. */
    private List<Match> described(List<Match> matches) {
        Catalog read = knowledge.describe(
                matches.stream().map(match -> match.metric().name()).toList());
        return matches.stream()
                .map(match -> new Match(
                        read.metric(match.metric().name()).orElse(match.metric()),
                        match.score(),
                        match.fit(),
                        match.reasons()))
                .toList();
    }

    private PlanningOutcome gap(Wish wish) {
        SearchResult nearest = knowledge.search().search(wish.topicText(), NEAREST);
        List<String> lookedFor = nearest.missing().isEmpty() ? nearest.words() : nearest.missing();
        List<Match> near = described(nearest.metrics().stream().limit(NEAREST).toList());
        String silent = near.stream()
                .filter(match -> match.metric().liveness() == Liveness.GONE)
                .map(match -> match.metric().name())
                .collect(Collectors.joining(", "));
        return new PlanningOutcome.Gap(
                lookedFor.isEmpty() ? wish.topic() : lookedFor,
                near,
                "Nothing in the catalog measures " + bounded(String.join(" ", wish.topic()))
                        + (silent.isEmpty() ? "" : " now (silent for 30 days: " + silent + ")")
                        + ". To have it on a board, let the service that knows send a count of events (tagged by outcome) and a"
                        + " timer or distribution of their duration, then ask again.");
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
