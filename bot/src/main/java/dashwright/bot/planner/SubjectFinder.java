package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import dashwright.tools.drafting.RequestPlanner;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a request is about: the spans it names, the metrics that carry their name as a tag value, and the metrics
 * that answer to its words.
 */
final class SubjectFinder {
    /** How many metrics are looked at more closely; each costs one of the 100 metric reads that an hour allows. */
    private static final int READ_CLOSELY = 8;

    /** How many are read where few of them are the team's own. */
    private static final int MOST_READ = 10;
    /** How many are read before it is looked whether they were enough. */
    private static final int READ_AT_ONCE = 4;

    /** How far down the ranks a metric is still worth a read. */
    private static final int LOOKED_OVER = 20;

    private static final int SEARCHED = 40;
    private static final int WIDELY_SEARCHED = 150;

    private static final int MOST_EVIDENCE = 40;

    private static final int MOST_BESIDE = 2;

    private static final int SHARED_WITH_ANCHOR = 2;
    /** A request of which a word is nowhere in the catalog is answered only where the rest is answered this well. */
    private static final double LEAST_FIT_BESIDE_MISSING = 0.6;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;
    private final Topical topical;
    private final Neighbourhood around;

    SubjectFinder(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
        this.topical = new Topical(words);
        this.around = new Neighbourhood(knowledge, words);
    }

    /** The subject of a wish, or nothing where the catalog has nothing that answers. */
    Optional<Subject> find(Wish wish) {
        SearchResult first = knowledge.search().search(wish.topicText(), SEARCHED);
        if (!isAnswered(first) && !isAnswered(lookedAtCloser(wish, first))) {
            return Optional.empty();
        }
        knowledge.describe(worthReading(first));
        // What was read just now can change what answers best.
        SearchResult found = knowledge.search().search(wish.topicText(), SEARCHED);
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        add(evidence, namedOutright(wish));
        add(evidence, namedInWords(wish));
        boolean outright = !evidence.isEmpty();
        AnchorFinder.Named named = evidence.isEmpty()
                ? new AnchorFinder(knowledge, words).find(wish, found).orElse(null)
                : null;
        Anchor anchor = named == null ? null : named.anchor();
        if (anchor != null) {
            add(evidence, new AnchoredMetrics(knowledge, words).of(anchor, wish));
            add(evidence, related(anchor, wish));
        }
        if (evidence.isEmpty() || (onlyTraced(evidence.values()) && isTeamsOwn(found))) {
            anchor = null;
            evidence.clear();
            add(evidence, topical.of(found));
        }
        if (!outright && anchor == null && topical.onlyMentions(found, wish, evidence.values())) {
            return Optional.empty();
        }
        List<String> apart = outright || isCovered(anchor, named) ? List.of() : topical.apart(found, wish);
        // Where none is called so by name, neither of the two would be what was asked for.
        if (evidence.isEmpty() || (!apart.isEmpty() && !Topical.areNames(apart, found))) {
            return Optional.empty();
        }
        if (anchor == null) {
            add(evidence, around.traced(wish, found));
            add(evidence, around.neighbours(evidence.values()));
            add(evidence, around.kin(evidence.values(), wish));
            add(evidence, askedBeside(wish, evidence.values()));
        }
        Map<String, String> renamed = renamed(evidence.keySet());
        evidence.keySet().removeAll(renamed.keySet());
        return Optional.of(new Subject(
                anchor, evidence.values().stream().limit(MOST_EVIDENCE).toList(), found.missing(), apart, renamed));
    }

    /** What bears a word of the request that none of the subject's metrics bears, of those who send the subject's. */
    private List<Evidence> askedBeside(Wish wish, Collection<Evidence> evidence) {
        Set<String> said = new HashSet<>();
        Set<String> senders = new HashSet<>();
        evidence.forEach(each -> {
            said.addAll(Words.stems(each.metric().name()));
            senders.add(each.metric().namespace());
        });
        return wish.topic().stream()
                .filter(word -> !said.containsAll(Words.stems(word)))
                .flatMap(word -> knowledge.search().search(word, SEARCHED).metrics().stream()
                        .map(Match::metric)
                        .filter(metric -> senders.contains(metric.namespace())
                                && Words.stems(metric.name()).containsAll(Words.stems(word)))
                        .limit(MOST_BESIDE))
                .map(metric ->
                        new Evidence(metric, Kind.of(metric, words), List.of(), Neighbourhood.RELATED_FIT, false))
                .toList();
    }

    /**
     * The silent metrics among these of which another that reports bears the name under a longer one: a name that was left
     * behind, whose empty lines would only be taken for trouble.
     */
    private Map<String, String> renamed(Collection<String> names) {
        Map<String, String> renamed = new LinkedHashMap<>();
        List<String> live = null;
        for (String name : names) {
            Liveness liveness =
                    knowledge.catalog().metric(name).map(Metric::liveness).orElse(Liveness.UNKNOWN);
            if (liveness != Liveness.QUIET && liveness != Liveness.GONE) {
                continue;
            }
            live = live != null ? live : live();
            live.stream()
                    .filter(other -> other.endsWith("." + name))
                    .findFirst()
                    .ifPresent(other -> renamed.put(name, other));
        }
        return renamed;
    }

    private List<String> live() {
        return knowledge.catalog().metrics().stream()
                .filter(metric -> metric.liveness() == Liveness.LIVE)
                .map(Metric::name)
                .toList();
    }

    private static boolean isCovered(@Nullable Anchor anchor, AnchorFinder.@Nullable Named named) {
        return anchor != null && named != null && named.covered() > 1;
    }

    private static boolean onlyTraced(Collection<Evidence> found) {
        return found.stream().allMatch(each -> each.metric().name().startsWith("trace."));
    }

    /** True where metrics that the team sends itself say all that was asked: the tracer has nothing to add to them. */
    private boolean isTeamsOwn(SearchResult found) {
        Set<String> own = ownNamespaces();
        return found.metrics().stream()
                .anyMatch(match -> own.contains(match.metric().namespace())
                        && match.metric().liveness() != Liveness.GONE
                        && AnchorFinder.own(AnchorFinder.ofTheMetricItself(match.reasons()), found.words())
                                >= found.words().size());
    }

    /** The metrics whose whole names the request holds. */
    private List<Evidence> namedOutright(Wish wish) {
        List<String> names = wish.content().stream()
                .filter(word -> knowledge.catalog().metric(word).isPresent())
                .toList();
        Catalog known = knowledge.describe(names);
        return names.stream()
                .flatMap(name -> known.metric(name).stream())
                .map(metric -> new Evidence(metric, Kind.of(metric, words), List.of(), 1, false))
                .toList();
    }

    /**
     * The metrics that say every word of the request, those for kinds of figures too: "redis memory" is about Redis' own
     * memory before it is about the memory of whoever calls Redis.
     */
    private List<Evidence> namedInWords(Wish wish) {
        List<String> telling = wish.content().stream()
                .filter(word -> !words.general().contains(word))
                .toList();
        if (telling.size() < 2) {
            return List.of();
        }
        SearchResult found = knowledge.search().search(String.join(" ", telling), SEARCHED);
        boolean named = found.metrics().stream()
                .map(match -> AnchorFinder.ofTheMetricItself(match.reasons()))
                .anyMatch(reasons -> found.words().stream().allMatch(word -> topical.isMet(word, reasons)));
        // Where one says it in the very words, those that say the same in others belong to it.
        return named ? topical.of(found) : List.of();
    }

    private static boolean isAnswered(SearchResult found) {
        return found.answered() && !isMostlyMissing(found);
    }

    /**
     * A word that is in no name may be in what is written about a metric. That is worth reads where most of the words are
     * met: where most are not, descriptions of what the others name seldom hold them, and a refusal should cost little. It
     * is read a few at a time, until something answers.
     */
    private SearchResult lookedAtCloser(Wish wish, SearchResult first) {
        boolean near = Stream.concat(
                        first.metrics().stream().map(Match::reasons),
                        first.spans().stream().map(SpanMatch::reasons))
                .anyMatch(reasons -> AnchorFinder.own(reasons, first.words()) >= AnchorFinder.SAME_WORD);
        if (!near || first.missing().size() * 2 > first.words().size()) {
            return first;
        }
        List<String> worth = worthReading(first);
        SearchResult found = first;
        for (int from = 0; from < worth.size() && !isAnswered(found); from += READ_AT_ONCE) {
            knowledge.describe(worth.subList(from, Math.min(from + READ_AT_ONCE, worth.size())));
            found = knowledge.search().search(wish.topicText(), SEARCHED);
        }
        if (!isAnswered(found)) {
            new AnchorFinder(knowledge, words).readAround(first);
            found = knowledge.search().search(wish.topicText(), SEARCHED);
        }
        return found;
    }

    private static boolean isMostlyMissing(SearchResult found) {
        return !found.missing().isEmpty() && best(found) < LEAST_FIT_BESIDE_MISSING;
    }

    private static double best(SearchResult found) {
        return Stream.concat(
                        found.metrics().stream().map(Match::fit),
                        found.spans().stream().map(SpanMatch::fit))
                .reduce(0.0, Math::max);
    }

    /**
     * The matches whose descriptions are worth a read. Names of a team's own metrics say less than those of a product that
     * everybody knows, so they come first; a namespace is the team's own where its code has spans by that name. Of the
     * others one of each family comes before the second of any: what the first is about, the others are too.
     */
    private List<String> worthReading(SearchResult found) {
        Set<String> own = ownNamespaces();
        List<String> names =
                found.metrics().stream().map(match -> match.metric().name()).toList();
        long known = found.metrics().stream()
                .limit(READ_CLOSELY + READ_CLOSELY / 2)
                .filter(match -> match.metric().described())
                .count();
        if (known >= READ_CLOSELY) {
            return List.of();
        }
        List<String> ours =
                names.stream().filter(name -> own.contains(Families.root(name))).toList();
        List<String> others = names.stream()
                .filter(name -> !own.contains(Families.root(name)))
                .limit(LOOKED_OVER)
                .toList();
        int left = Math.max(READ_CLOSELY / 2, MOST_READ - ours.size());
        return Stream.concat(unread(ours, READ_CLOSELY).stream(), unread(oneOfEachFamilyFirst(others), left).stream())
                .toList();
    }

    /** What is known already counts too: a request that comes again finds enough known and costs nothing. */
    private List<String> unread(List<String> names, int most) {
        Catalog catalog = knowledge.catalog();
        List<String> unread = names.stream()
                .filter(name -> catalog.metric(name).filter(Metric::described).isEmpty())
                .toList();
        int known = names.size() - unread.size();
        return unread.subList(0, Math.min(unread.size(), Math.max(0, most - known)));
    }

    private Set<String> ownNamespaces() {
        return knowledge.catalog().spans().stream()
                .map(spans -> new Anchor(spans, false).namespace())
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> oneOfEachFamilyFirst(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> turn = new HashMap<>();
        names.forEach(name -> turn.put(name, seen.merge(family(name), 1, Integer::sum)));
        return names.stream().sorted(Comparator.comparing(turn::get)).toList();
    }

    /** The first two parts of a name: who sends it, and about what. */
    private static String family(String name) {
        int second = name.indexOf('.', name.indexOf('.') + 1);
        return second < 0 ? Families.root(name) : name.substring(0, second);
    }

    private static void add(Map<String, Evidence> all, List<Evidence> more) {
        more.stream()
                .filter(each -> each.metric().liveness() != Liveness.GONE)
                .forEach(each -> all.putIfAbsent(each.metric().name(), each));
    }

    /**
     * The metrics of the anchor's namespace that speak of the same things, though they do not carry its tag: what is left
     * to do is seldom counted by the one who does it.
     */
    private List<Evidence> related(Anchor anchor, Wish wish) {
        if (anchor.namespace().isEmpty() || anchor.wholeService()) {
            return List.of();
        }
        Set<String> resources = knowledge.catalog().spans().stream()
                .map(spans -> AnchoredMetrics.asTagValue(spans.resource()))
                .collect(Collectors.toSet());
        String name = Anchor.leaf(anchor.spans()).replace('_', ' ');
        Set<String> said = Words.stems(name + " " + wish.topicText());
        List<String> near = knowledge.search().search(name + " " + wish.topicText(), WIDELY_SEARCHED).metrics().stream()
                .map(Match::metric)
                .filter(metric -> isUnder(metric, anchor.namespace()) && !isAboutOthers(metric, resources))
                .sorted(Comparator.comparingLong((Metric metric) -> around.shared(metric, said))
                        .reversed())
                .map(Metric::name)
                .limit(READ_CLOSELY)
                .toList();
        Catalog read = knowledge.describe(near);
        return near.stream()
                .flatMap(each -> read.metric(each).stream())
                .filter(metric ->
                        !isAboutOthers(metric, resources) && around.shared(metric, said) >= SHARED_WITH_ANCHOR)
                .map(metric ->
                        new Evidence(metric, Kind.of(metric, words), List.of(), Neighbourhood.RELATED_FIT, false))
                .toList();
    }

    private static boolean isUnder(Metric metric, String namespace) {
        return metric.name().startsWith(namespace + ".");
    }

    /** True for a metric that is split by resource: without its filter it would speak of all the others too. */
    private static boolean isAboutOthers(Metric metric, Set<String> resources) {
        return metric.tags().values().values().stream()
                .anyMatch(values -> values.stream().anyMatch(resources::contains));
    }
}
