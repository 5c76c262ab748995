package dashwright.bot.planner;

import dashwright.catalog.search.Match;
import dashwright.catalog.search.SearchResult;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans a board from a request and the catalog alone: no model, the same answer every time. */
public final class CatalogPlanner implements RequestPlanner {
    private static final int NEAREST = 3;

    private final Knowledge knowledge;
    private final Words words = Words.load();

    /** A planner over a team's catalog. */
    public CatalogPlanner(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public PlanningOutcome plan(String text) {
        Wish wish = new WishReader(words).read(text);
        if (wish.topic().isEmpty()) {
            return new PlanningOutcome.Question(
                    "What should the board be about? Name a service, a task or a metric, as in \"redis memory\".",
                    List.of());
        }
        Optional<Subject> subject = new SubjectFinder(knowledge, words).find(wish);
        if (subject.isEmpty()) {
            return gap(wish);
        }
        Cast cast = new Casting(knowledge, words).of(wish, subject.get());
        Naming naming = new Naming(
                words,
                usedWords(),
                subject.get().evidence().stream().map(Evidence::metric).toList());
        DashboardPlan plan = new PlanBuilder(wish, subject.get(), cast, naming).build();
        return plan.sections().isEmpty()
                ? gap(wish)
                : new PlanningOutcome.Planned(plan, remarks(wish, subject.get(), cast));
    }

    private Set<String> usedWords() {
        Set<String> used = new HashSet<>();
        knowledge.catalog().metrics().forEach(metric -> used.addAll(Words.split(metric.name())));
        knowledge.catalog().spans().forEach(spans -> used.addAll(Words.split(spans.resource())));
        return used;
    }

    private PlanningOutcome gap(Wish wish) {
        SearchResult nearest = knowledge.search().search(wish.topicText(), NEAREST);
        List<String> lookedFor = nearest.missing().isEmpty() ? nearest.words() : nearest.missing();
        List<Match> near = nearest.metrics().stream().limit(NEAREST).toList();
        return new PlanningOutcome.Gap(
                lookedFor.isEmpty() ? wish.topic() : lookedFor,
                near,
                "Nothing in the catalog measures " + String.join(" ", wish.topic())
                        + ". To have it on a board, let the service that knows send a count of events (tagged by outcome) and a"
                        + " timer or distribution of their duration, then ask again.");
    }

    /** What was assumed, and what was asked for and is not there. */
    private static List<String> remarks(Wish wish, Subject subject, Cast cast) {
        List<String> remarks = new ArrayList<>();
        if (subject.anchor() != null) {
            remarks.add("Took it to be about " + subject.anchor().value() + " ("
                    + subject.anchor().spans().operation() + " spans of "
                    + subject.anchor().spans().service() + ").");
        }
        cast.variables().stream()
                .filter(variable -> !variable.defaults().contains("*"))
                .forEach(variable -> remarks.add("Shows " + variable.tag() + ":"
                        + variable.defaults().getFirst() + "; the board's variable changes it."));
        missing(wish, Facet.ERRORS, cast.errors().isEmpty(), "errors", remarks);
        missing(wish, Facet.LATENCY, cast.durations().isEmpty(), "durations", remarks);
        missing(wish, Facet.MEMORY, cast.memory() == null, "the memory of its workers", remarks);
        missing(wish, Facet.BACKLOG, cast.backlog().isEmpty(), "a backlog", remarks);
        return remarks;
    }

    private static void missing(Wish wish, Facet facet, boolean absent, String what, List<String> remarks) {
        if (absent && wish.facets().contains(facet)) {
            remarks.add("Found no metric of " + what + " for this subject, so the board shows none.");
        }
    }
}
