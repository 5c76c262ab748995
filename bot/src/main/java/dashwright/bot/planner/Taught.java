package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people taught the words of a request to mean: it is on the board, whatever else the request asks for, and its words
 * are answered by it.
 *
 * @param matches the metrics, the best first
 */
record Taught(List<Match> matches) {
    static final Taught NONE = new Taught(List.of());

    private static final Set<String> DENYING = Set.of("not", "without", "except");

    /** Each costs a read, and who means more than this asks for a board by name. */
    private static final int MOST = 8;

    Taught {
        matches = List.copyOf(matches);
    }

    /** What was taught for the words of a wish, those that are figures too, but not those that it wants left out. */
    static Taught of(Wish wish, Knowledge knowledge) {
        Set<String> excluded = Words.stems(String.join(" ", wish.limits().excluded()));
        return new Taught(knowledge.search().search(wish.text(), MOST).metrics().stream()
                .filter(Match::isTaught)
                .filter(match -> match.metric().liveness() != Liveness.GONE)
                .filter(match -> denies(match) || stems(match).noneMatch(excluded::contains))
                .toList());
    }

    /** "Not cached" is a phrase; it wants nothing left out. */
    private static boolean denies(Match match) {
        return phrases(match).stream()
                .flatMap(phrase -> Words.split(phrase).stream())
                .anyMatch(DENYING::contains);
    }

    boolean isEmpty() {
        return matches.isEmpty();
    }

    /** The metrics as evidence, read so that their kind is known. */
    List<Evidence> evidence(Knowledge knowledge, Words words) {
        if (isEmpty()) {
            return List.of();
        }
        Catalog read = knowledge.describe(
                matches.stream().map(match -> match.metric().name()).toList());
        return matches.stream()
                .map(match -> read.metric(match.metric().name()).orElse(match.metric()))
                .map(metric -> new Evidence(metric, Kind.of(metric, words), List.of(), 1, false))
                .toList();
    }

    /** A wish for what its other words ask for. */
    Wish others(Wish wish) {
        return isEmpty() ? wish : wish.without(List.copyOf(among(wish.content())), Set.of());
    }

    /** What a wish is about: the metrics that were taught, and beside them what its other words are about. */
    Subject subject(Wish wish, Knowledge knowledge, Words words) {
        Wish others = others(wish);
        boolean wholly = others.topic().isEmpty();
        List<Evidence> meant = evidence(knowledge, words);
        SubjectFinder finder = new SubjectFinder(knowledge, words);
        // Spans may be called by a taught word too: of "s3 sync" the task is more than what "sync" was taught to mean.
        Optional<Subject> beside = wholly
                ? Optional.empty()
                : finder.find(wish)
                        .filter(subject -> subject.anchor() != null)
                        .or(() -> finder.find(others))
                        .filter(subject -> subject.apart().isEmpty());
        return beside.orElseGet(() -> new Subject(
                        null,
                        new Neighbourhood(knowledge, words).neighbours(meant),
                        wholly
                                ? List.of()
                                : knowledge
                                        .search()
                                        .search(others.topicText(), 1)
                                        .missing(),
                        List.of(),
                        Map.of()))
                .after(meant);
    }

    /** Those of some words that were taught. */
    Set<String> among(Collection<String> words) {
        Set<String> meant = matches.stream().flatMap(Taught::stems).collect(Collectors.toSet());
        return words.stream()
                .filter(word -> meant.containsAll(Words.stems(word)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The wish without what only taught words seem to ask for: kinds of figures, and what is to be left out. */
    Wish held(Wish wish, Words words) {
        Set<String> others = new HashSet<>(Words.split(wish.text()));
        others.removeAll(among(others));
        String text = wish.text().toLowerCase(Locale.ROOT);
        List<String> excluded = wish.limits().excluded();
        Set<String> meant = among(excluded);
        return wish.with(
                wish.facets().stream()
                        .filter(facet -> words.facets().getOrDefault(facet, List.of()).stream()
                                .anyMatch(name -> name.indexOf(' ') < 0 ? others.contains(name) : text.contains(name)))
                        .collect(Collectors.toSet()),
                excluded.stream().filter(word -> !meant.contains(word)).toList());
    }

    /** What was taught and is not on a board. */
    Taught missing(DashboardPlan plan) {
        Set<String> shown = shown(plan);
        return only(match -> !shown.contains(match.metric().name()));
    }

    /** What was taught and is on a board. */
    Taught on(DashboardPlan plan) {
        Set<String> shown = shown(plan);
        return only(match -> shown.contains(match.metric().name()));
    }

    /** What a person should know of it, a sentence for each metric. */
    List<String> remarks() {
        return matches.stream()
                .map(match -> "Took \"" + String.join("\" and \"", phrases(match)) + "\" to mean "
                        + match.metric().name() + ", as it was taught.")
                .toList();
    }

    private Taught only(Predicate<Match> kept) {
        return new Taught(matches.stream().filter(kept).toList());
    }

    private static Set<String> shown(DashboardPlan plan) {
        return plan.panels().stream()
                .flatMap(panel -> panel instanceof Panel.Chart chart ? chart.series().stream() : Stream.empty())
                .flatMap(series -> series instanceof Series.OfMetric one ? Stream.of(one.metric()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static List<String> phrases(Match match) {
        return match.reasons().stream()
                .filter(Reason::isTaught)
                .map(Reason::matched)
                .distinct()
                .toList();
    }

    private static Stream<String> stems(Match match) {
        return match.reasons().stream()
                .filter(Reason::isTaught)
                .flatMap(reason -> Stream.of(reason.word(), reason.matched()))
                .flatMap(text -> Words.stems(text).stream());
    }
}
