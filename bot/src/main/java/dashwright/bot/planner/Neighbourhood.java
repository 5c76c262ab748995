package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.SearchResult;
import dashwright.tools.drafting.RequestPlanner;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics beside those that answer to a request's words: what belongs to the subject though it is called otherwise. */
final class Neighbourhood {
    /** The fit of what was found beside the subject rather than by its words. */
    static final double RELATED_FIT = 0.45;

    private static final int SEARCHED = 40;
    private static final int READ_CLOSELY = 8;
    /** A subject with more metrics than this needs no neighbours. */
    private static final int MANY = 5;
    /** Fewer shared words are chance: every metric of a namespace shares its first one. */
    private static final int SHARED_WORDS = 4;

    private static final int MOST_TRACED = 2;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    Neighbourhood(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /**
     * The metrics of the best one's namespace that speak of the same things, by their names and descriptions: what is
     * beside a backlog tells how it shrinks.
     */
    List<Evidence> neighbours(Collection<Evidence> found) {
        Evidence best =
                found.stream().max(Comparator.comparingDouble(Evidence::fit)).orElse(null);
        if (best == null || best.metric().description().isEmpty() || found.size() > MANY) {
            return List.of();
        }
        Set<String> said =
                Words.stems(best.metric().name() + " " + best.metric().description());
        List<String> near =
                knowledge
                        .search()
                        .search(best.metric().name() + " " + best.metric().description(), SEARCHED)
                        .metrics()
                        .stream()
                        .map(match -> match.metric().name())
                        .filter(name -> Families.root(name)
                                .equals(Families.root(best.metric().name())))
                        .toList();
        // What is known already costs nothing and must not keep others from being read.
        near = Stream.concat(
                        near.stream().filter(this::isDescribed),
                        near.stream().filter(name -> !isDescribed(name)).limit(READ_CLOSELY))
                .toList();
        Catalog read = knowledge.describe(near);
        return near.stream()
                .flatMap(name -> read.metric(name).stream())
                .filter(metric -> shared(metric, said) >= SHARED_WORDS)
                .map(metric -> new Evidence(metric, Kind.of(metric, words), List.of(), RELATED_FIT, false))
                .toList();
    }

    /** How long the traced operations take that answer to all the words: their metrics do not say that they are durations. */
    List<Evidence> traced(Wish wish, SearchResult found) {
        if (!wish.facets().contains(Facet.LATENCY)) {
            return List.of();
        }
        Set<String> operations = knowledge.catalog().spans().stream()
                .map(spans -> "trace." + spans.operation())
                .collect(Collectors.toSet());
        List<String> named = found.metrics().stream()
                .filter(match -> operations.contains(match.metric().name()))
                .filter(match ->
                        found.words().stream().allMatch(word -> AnchorFinder.own(match.reasons(), List.of(word)) > 0))
                .map(match -> match.metric().name())
                .limit(MOST_TRACED)
                .toList();
        Catalog read = knowledge.describe(named);
        return named.stream()
                .flatMap(name -> read.metric(name).stream())
                .map(metric -> new Evidence(metric, Kind.of(metric, words), List.of(), RELATED_FIT, false))
                .toList();
    }

    /**
     * The rest of a family that the request calls by its name: of "training runs" not only {@code wandb.runs.active} but all
     * that stands under {@code wandb.runs}. A metric whose own last part was asked for speaks for itself.
     */
    List<Evidence> kin(Collection<Evidence> found, Wish wish) {
        if (found.size() > MANY) {
            return List.of();
        }
        Set<String> topic = Words.stems(wish.topicText());
        return found.stream()
                .filter(each -> each.role() != Role.SCORE)
                .map(each -> each.metric().name())
                .filter(name -> Words.stems(Families.leaf(name)).stream().noneMatch(topic::contains))
                .map(Neighbourhood::parent)
                .filter(parent -> parent.indexOf('.') > 0
                        && Words.stems(Families.leaf(parent)).stream().anyMatch(topic::contains))
                .distinct()
                .flatMap(parent -> knowledge.catalog().metricsUnder(parent + ".").stream())
                .map(metric -> new Evidence(metric, Kind.of(metric, words), List.of(), RELATED_FIT, false))
                .toList();
    }

    private boolean isDescribed(String name) {
        return knowledge.catalog().metric(name).filter(Metric::described).isPresent();
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** How many telling words a metric shares with what is said of something. */
    long shared(Metric metric, Set<String> said) {
        return Words.stems(metric.name() + " " + metric.description()).stream()
                .filter(word -> word.length() > 1
                        && said.contains(word)
                        && !words.filler().contains(word))
                .count();
    }
}
