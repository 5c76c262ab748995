package dashwright.bot.planner;

import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the words that name a request's subject are answered by nothing on its board. */
final class Unanswered {
    private static final int SEARCHED = 40;
    private static final int LEAST_KNOWN = 2;

    private final Knowledge knowledge;
    private final Words words;

    Unanswered(Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /**
     * What became of the words of a request.
     *
     * @param asked those that name its subject
     * @param left those of them that nothing on the board is about
     */
    record Outcome(List<String> asked, List<String> left) {
        Outcome {
            asked = List.copyOf(asked);
            left = List.copyOf(left);
        }

        /** The same without words that were answered in another way. */
        Outcome without(Set<String> answered) {
            return new Outcome(
                    asked,
                    left.stream().filter(word -> !answered.contains(word)).toList());
        }

        /** True where the board is about something else altogether. */
        boolean isEverything() {
            return !asked.isEmpty() && left.size() == asked.size();
        }
    }

    /**
     * Words of a request without which its subject may be found, the fewest first: those that nothing in the catalog knows,
     * and with them those that say where. Its first word is what it is about, and one word alone is too little to go by.
     */
    List<List<String>> beside(Wish wish) {
        Set<String> missing =
                Set.copyOf(knowledge.search().search(wish.topicText(), SEARCHED).missing());
        List<String> unknown = wish.topic().stream().filter(missing::contains).toList();
        List<String> places = wish.topic().stream()
                .filter(word -> missing.contains(word) || wish.limits().places().contains(word))
                .toList();
        return Stream.of(unknown, places)
                .distinct()
                .filter(left -> !left.isEmpty()
                        && !left.contains(wish.topic().getFirst())
                        && wish.content().size() - left.size() >= LEAST_KNOWN)
                .toList();
    }

    Outcome of(Wish wish, Subject subject, DashboardPlan plan) {
        SearchResult found = knowledge.search().search(wish.topicText(), SEARCHED);
        List<String> asked =
                found.words().stream().filter(word -> !isGeneral(word)).toList();
        Set<String> answered = Stream.concat(plan.panels().stream().flatMap(Unanswered::metrics), known(subject))
                .distinct()
                .flatMap(name -> knowledge.search().judge(wish.topicText(), name).stream())
                .flatMap(match -> match.reasons().stream())
                .map(Reason::word)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Anchor anchor = subject.anchor();
        if (anchor != null) {
            named(anchor, found).forEach(answered::add);
        }
        Set<String> outright = plan.panels().stream()
                .flatMap(Unanswered::metrics)
                .flatMap(name -> Words.stems(name).stream())
                .collect(Collectors.toSet());
        return new Outcome(
                asked,
                asked.stream()
                        .filter(word -> !answered.contains(word) && !outright.containsAll(Words.stems(word)))
                        .toList());
    }

    /** Words that say how something is rather than what: "health" is asked of anything. */
    private boolean isGeneral(String word) {
        return Stream.concat(words.general().stream(), words.loose().stream())
                .anyMatch(general -> Words.stems(general).equals(Words.stems(word)));
    }

    /** What is known around spans makes up their subject, whether the board shows it or not. */
    private static Stream<String> known(Subject subject) {
        return subject.anchor() == null
                ? Stream.of()
                : subject.evidence().stream().map(each -> each.metric().name());
    }

    private static Stream<String> metrics(Panel panel) {
        return panel instanceof Panel.Chart chart
                ? chart.series().stream().map(Unanswered::metric).flatMap(Stream::ofNullable)
                : Stream.of();
    }

    private static @Nullable String metric(Series series) {
        return series instanceof Series.OfMetric one ? one.metric() : null;
    }

    private static List<String> named(Anchor anchor, SearchResult found) {
        return found.spans().stream()
                .filter(match -> match.spans().equals(anchor.spans()))
                .map(SpanMatch::reasons)
                .flatMap(List::stream)
                .map(Reason::word)
                .toList();
    }
}
