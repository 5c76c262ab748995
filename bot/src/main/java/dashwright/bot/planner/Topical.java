package dashwright.bot.planner;

import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SearchResult;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that answer to a request's words themselves. What a metric is called says what it is about; that its
 * description mentions a word says less: the size of a slot "in any PostgreSQL source" is no figure of PostgreSQL's.
 */
final class Topical {
    /** A metric belongs to the subject where it covers at least this share of what the best one covers. */
    private static final double NEAR_THE_BEST = 0.75;
    /** Of one word many names say it in another way, and there is no second word that they could leave out. */
    private static final double NEAR_THE_BEST_OF_ONE_WORD = 0.5;

    private static final double LEAST_FIT = 0.25;
    /** What meets fewer words of a request is beside it, however long the request is. */
    private static final int LEAST_MET = 2;

    private final Words words;

    Topical(Words words) {
        this.words = words;
    }

    /** The metrics of a search that answer to its words; none where the best of them answers less than half of them. */
    List<Evidence> of(SearchResult found) {
        double best = found.metrics().stream().mapToDouble(Match::fit).max().orElse(0);
        double least = best * (found.words().size() > 1 ? NEAR_THE_BEST : NEAR_THE_BEST_OF_ONE_WORD);
        long most = most(found, false);
        if (found.words().size() > LEAST_MET && most < LEAST_MET) {
            return List.of();
        }
        long enough = found.words().size() > LEAST_MET ? Math.max(LEAST_MET, most - 1) : most;
        // A figure of merit is computed from what the request is about; by its name it is not a better answer than
        // that.
        boolean named = found.metrics().stream()
                .filter(match -> Kind.of(match.metric(), words).role() != Role.SCORE)
                .anyMatch(match -> met(match, found.words(), true) >= most);
        return found.metrics().stream()
                .filter(match -> match.fit() >= LEAST_FIT && match.fit() >= least)
                .filter(match -> met(match, found.words(), named) >= enough)
                .map(match ->
                        new Evidence(match.metric(), Kind.of(match.metric(), words), List.of(), match.fit(), false))
                .toList();
    }

    /** The most words that any one metric meets. */
    private long most(SearchResult found, boolean byName) {
        return found.metrics().stream()
                .mapToLong(match -> met(match, found.words(), byName))
                .max()
                .orElse(0);
    }

    private long met(Match match, List<String> asked, boolean byName) {
        List<Reason> reasons = byName ? named(match.reasons()) : match.reasons();
        Role role = Kind.of(match.metric(), words).role();
        return asked.stream()
                .filter(word -> AnchorFinder.own(reasons, List.of(word)) > 0
                        || words.rolesFor(word).contains(role))
                .count();
    }

    private static List<Reason> named(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.field() != Reason.Field.DESCRIPTION)
                .toList();
    }

    /**
     * True where none of the metrics is called by any of the words, and none makes up for it: by being the kind of figure
     * that was asked for, or by a description that has all the words.
     */
    boolean onlyMentions(SearchResult found, Wish wish, Collection<Evidence> evidence) {
        Set<String> names = evidence.stream().map(each -> each.metric().name()).collect(Collectors.toSet());
        List<Match> matches = found.metrics().stream()
                .filter(match -> names.contains(match.metric().name()))
                .toList();
        if (matches.stream().anyMatch(match -> met(match, found.words(), true) > 0)) {
            return false;
        }
        Set<Role> asked =
                wish.facets().stream().flatMap(facet -> facet.roles().stream()).collect(Collectors.toSet());
        return asked.isEmpty()
                ? matches.stream()
                        .noneMatch(match -> met(match, found.words(), false)
                                == found.words().size())
                : evidence.stream().noneMatch(each -> asked.contains(each.role()));
    }

    /** The two words of a request that stand together in it, and that nothing answers together. */
    List<String> apart(SearchResult found, Wish wish) {
        if (found.words().size() != 2
                || !wish.text().toLowerCase(Locale.ROOT).contains(String.join(" ", found.words()))) {
            return List.of();
        }
        boolean together = found.metrics().stream().anyMatch(match -> met(match, found.words(), false) == 2);
        boolean each = found.words().stream()
                .allMatch(
                        word -> reasons(found).anyMatch(reason -> reason.word().equals(word)));
        return each && !together ? found.words() : List.of();
    }

    /** True where each of the words is what something is called, rather than only mentioned somewhere. */
    static boolean areNames(List<String> words, SearchResult found) {
        return words.stream()
                .allMatch(word -> reasons(found)
                        .anyMatch(reason -> reason.word().equals(word) && reason.field() != Reason.Field.DESCRIPTION));
    }

    private static Stream<Reason> reasons(SearchResult found) {
        return Stream.concat(
                found.metrics().stream().flatMap(match -> match.reasons().stream()),
                found.spans().stream().flatMap(match -> match.reasons().stream()));
    }

    /** A word for a kind of figure may be met by any word of that meaning; the subject's own words must be met as they are. */
    boolean isMet(String word, List<Reason> reasons) {
        boolean figure = words.facets().values().stream().anyMatch(each -> each.contains(word));
        return figure
                ? reasons.stream().anyMatch(reason -> reason.word().equals(word))
                : AnchorFinder.own(reasons, List.of(word)) >= AnchorFinder.SAME_WORD;
    }
}
