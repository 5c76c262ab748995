package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.search.Match;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which of a subject's metrics plays which part. */
final class Casting {
    private static final double CLEARLY_MORE = 0.25;
    private static final int MOST_ERRORS = 12;
    private static final int MOST_TIMERS = 4;
    private static final int MOST_LEVELS = 12;
    private static final int MOST_SCORES = 12;
    /** How many metrics are read so that their types and units are known before they are used. */
    private static final int MOST_READ = 16;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    Casting(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /** The cast of a subject; what a metric is can change when it is read, so those that were chosen unread are cast again. */
    Cast of(Wish wish, Subject subject) {
        Cast first = cast(wish, subject);
        List<String> unread = first.metrics().stream()
                .filter(metric -> !metric.described())
                .map(Metric::name)
                .limit(MOST_READ)
                .toList();
        Cast cast = unread.isEmpty() ? first : cast(wish, refreshed(subject, knowledge.describe(unread)));
        return cast.with(knowledge.levels(gauges(cast)));
    }

    /** The metrics of which it matters how great they are: those that may share a panel, and what is left to do. */
    private static List<String> gauges(Cast cast) {
        return Stream.of(cast.backlog(), cast.levels(), cast.errors())
                .flatMap(List::stream)
                .map(Evidence::metric)
                .filter(metric -> metric.type() == MetricType.GAUGE)
                .map(Metric::name)
                .toList();
    }

    private Cast cast(Wish wish, Subject subject) {
        Evidence activity = activity(wish, subject).map(this::read).orElse(null);
        List<Evidence> errors =
                ownFirst(subject.of(Role.ERROR)).limit(MOST_ERRORS).toList();
        List<Evidence> backlog = backlog(subject);
        List<Cast.Timer> timers = timers(subject);
        Metric model = model(activity, errors, subject);
        Cast.Resource memory = resource(Role.MEMORY, wish, subject, model);
        Cast.Resource cpu = resource(Role.CPU, wish, subject, model);
        List<Metric> tagged = Stream.of(
                        model, memory == null ? null : memory.evidence().metric())
                .filter(Objects::nonNull)
                .toList();
        Environment environment = Environment.of(wish, tagged, knowledge, words);
        List<Evidence> retries = subject.of(Role.RETRY)
                .filter(each -> each.metric().type().isCounted())
                .limit(1)
                .toList();
        List<Evidence> parts = Stream.of(
                        Stream.ofNullable(activity), errors.stream(), retries.stream(), backlog.stream())
                .flatMap(each -> each)
                .toList();
        return new Cast(
                activity,
                errors,
                retries,
                timers,
                backlog,
                backlog.isEmpty() ? null : whole(backlog.getFirst(), subject),
                memory,
                cpu,
                levels(wish, subject, parts),
                subject.of(Role.SCORE).limit(MOST_SCORES).toList(),
                activity == null ? null : workerTag(activity.metric()),
                activity == null ? List.of() : splitBy(wish, activity.metric()),
                environment,
                Map.of());
    }

    private Subject refreshed(Subject subject, Catalog known) {
        return new Subject(
                subject.anchor(),
                subject.evidence().stream().map(each -> with(each, known)).toList(),
                subject.missing(),
                subject.apart(),
                subject.renamed());
    }

    /**
     * What is done, counted: finished work before attempted work before anything else that is counted. What the request
     * itself names comes before what only stands beside it, and what says clearly more of its words before the others.
     */
    private Optional<Evidence> activity(Wish wish, Subject subject) {
        Set<String> counting = words.roles().getOrDefault(Role.ACTIVITY, Set.of());
        List<Evidence> counted = Stream.of(
                        subject.of(Role.COMPLETED),
                        // The queries themselves come before the rows that queries returned.
                        subject.of(Role.ACTIVITY)
                                .sorted(Comparator.comparing(
                                        each -> leafTokens(each).stream().noneMatch(counting::contains))),
                        subject.of(Role.STARTED))
                .flatMap(each -> each)
                .filter(each -> each.metric().type().isCounted())
                .toList();
        double named = counted.stream().mapToDouble(Evidence::fit).max().orElse(0);
        return counted.stream()
                .filter(each -> each.fit() == named)
                .reduce((best, next) -> said(next, wish) > said(best, wish) + CLEARLY_MORE ? next : best);
    }

    /** How much of the request a metric says by itself, 0 to 1. */
    private double said(Evidence evidence, Wish wish) {
        return knowledge
                .search()
                .judge(wish.topicText(), evidence.metric().name())
                .map(Match::fit)
                .orElse(0.0);
    }

    private static List<String> leafTokens(Evidence evidence) {
        return Words.split(Families.leaf(evidence.metric().name()));
    }

    /** A metric whose tags tell what the others of the subject carry too; its tags are read. */
    private @Nullable Metric model(@Nullable Evidence activity, List<Evidence> errors, Subject subject) {
        return Stream.of(
                        Stream.ofNullable(activity),
                        errors.stream(),
                        subject.evidence().stream().filter(each -> each.role() != Role.SCORE),
                        subject.evidence().stream())
                .flatMap(each -> each)
                .findFirst()
                .map(each -> read(each).metric())
                .orElse(null);
    }

    private Cast.@Nullable Resource resource(Role role, Wish wish, Subject subject, @Nullable Metric model) {
        Facet facet = role == Role.MEMORY ? Facet.MEMORY : Facet.CPU;
        boolean asked = wish.facets().contains(facet);
        boolean ofItsOwn =
                subject.anchor() == null && subject.of(role).findAny().isPresent();
        boolean usual = role == Role.MEMORY && wish.facets().isEmpty() && subject.anchor() != null;
        return (asked || usual) && !ofItsOwn ? new ResourceFinder(knowledge, words).find(role, subject, model) : null;
    }

    /** The tracer's metrics only where the team has none of its own: the same thing twice helps nobody. */
    private static Stream<Evidence> ownFirst(Stream<Evidence> evidence) {
        List<Evidence> all = evidence.toList();
        List<Evidence> own = all.stream().filter(each -> !isTraced(each)).toList();
        return (own.isEmpty() ? all : own).stream();
    }

    private static boolean isTraced(Evidence evidence) {
        return evidence.metric().name().startsWith("trace.");
    }

    private static List<Evidence> backlog(Subject subject) {
        return subject.of(Role.BACKLOG)
                .filter(each -> !each.metric().type().isCounted())
                .limit(1)
                .toList();
    }

    /**
     * What answers to the topic and has no other part: levels, and what would be done or tried again where it is not counted
     * but stands as a number. Beside the work that a request is about, other counts of it would only distract.
     */
    private static List<Evidence> levels(Wish wish, Subject subject, List<Evidence> parts) {
        Set<String> cast = parts.stream().map(each -> each.metric().name()).collect(Collectors.toSet());
        boolean anchored = subject.anchor() != null;
        // Where there is what was asked for, the rest of what the subject has would only distract.
        Set<Role> asked =
                wish.facets().stream().flatMap(facet -> facet.roles().stream()).collect(Collectors.toSet());
        boolean answered = !wish.facets().contains(Facet.TREND)
                && subject.evidence().stream().anyMatch(each -> asked.contains(each.role()));
        List<Evidence> left = subject.evidence().stream()
                .filter(each -> !answered || asked.contains(each.role()) || isAskedByName(each, wish, subject, asked))
                .filter(each -> !cast.contains(each.metric().name()))
                .filter(each -> switch (each.role()) {
                    case LEVEL, TOTAL, MEMORY, CPU -> !anchored || !isTraced(each);
                    case ACTIVITY, COMPLETED, STARTED, RETRY, BACKLOG -> !anchored;
                    case ERROR, DURATION, SCORE -> false;
                })
                .toList();
        // Of a family's metrics of memory, what is in use comes before its parts and limits.
        List<Evidence> ranked = new ArrayList<>(left);
        if (left.stream().allMatch(each -> each.role() == Role.MEMORY || each.role() == Role.CPU)) {
            ranked.sort(Comparator.comparingInt(each -> ResourceFinder.plainness(each.metric())));
        }
        return ranked.subList(0, Math.min(ranked.size(), MOST_LEVELS));
    }

    /** True for what says a word of the request that no figure of the kinds that were asked for says. */
    private static boolean isAskedByName(Evidence evidence, Wish wish, Subject subject, Set<Role> asked) {
        Set<String> said = subject.evidence().stream()
                .filter(each -> asked.contains(each.role()))
                .flatMap(each -> Words.stems(each.metric().name()).stream())
                .collect(Collectors.toSet());
        Set<String> own = Words.stems(evidence.metric().name());
        return wish.topic().stream()
                .map(Words::stems)
                .anyMatch(stems -> !stems.isEmpty() && own.containsAll(stems) && !said.containsAll(stems));
    }

    /**
     * The statistics of each timer together; a timer of the subject's own before the tracer's, and a distribution before the
     * single figures that agents make of one.
     */
    private List<Cast.Timer> timers(Subject subject) {
        Map<String, List<Evidence>> byName = new LinkedHashMap<>();
        // Of spans that are the subject the team's own timers say the same as the tracer; elsewhere they are other
        // things.
        Stream<Evidence> durations = subject.of(Role.DURATION);
        (subject.anchor() == null ? durations : ownFirst(durations))
                .forEach(each -> byName.computeIfAbsent(
                                words.withoutStatistic(each.metric().name()), any -> new ArrayList<>())
                        .add(each));
        return byName.entrySet().stream()
                .map(timer -> new Cast.Timer(
                        timer.getKey(),
                        timer.getValue().stream()
                                .sorted(Comparator.comparing(each -> each.kind().statistic()))
                                .toList()))
                .sorted(Comparator.comparing(timer -> !timer.isDistribution()))
                .limit(MOST_TIMERS)
                .toList();
    }

    /** A gauge beside the backlog that counts all of what the backlog counts: the denominator of "percent done". */
    private @Nullable Evidence whole(Evidence backlog, Subject subject) {
        Set<String> nouns = Words.stems(backlog.metric().name());
        return Stream.concat(subject.of(Role.TOTAL), siblings(backlog.metric()))
                .filter(each -> each.metric().liveness() != Liveness.GONE
                        && !each.metric().name().equals(backlog.metric().name()))
                .filter(each -> Words.stems(Families.leaf(each.metric().name())).stream()
                        .anyMatch(nouns::contains))
                .findFirst()
                .map(each -> with(each, knowledge.describe(List.of(each.metric().name()))))
                .filter(each -> each.metric().type() == MetricType.GAUGE)
                .orElse(null);
    }

    private Stream<Evidence> siblings(Metric metric) {
        String[] parts = metric.name().split("\\.", -1);
        String prefix = String.join(".", List.of(parts).subList(0, Math.max(1, parts.length - 2))) + ".";
        Collection<String> total = words.roles().getOrDefault(Role.TOTAL, Set.of());
        return knowledge.catalog().metricsUnder(prefix).stream()
                .filter(each -> total.stream().anyMatch(each.name()::contains))
                .map(each -> new Evidence(each, Kind.of(each, words), List.of(), 0, false))
                .filter(each -> each.role() == Role.TOTAL);
    }

    private Evidence read(Evidence evidence) {
        return with(evidence, knowledge.enrich(List.of(evidence.metric().name())));
    }

    private Evidence with(Evidence evidence, Catalog read) {
        Metric metric = read.metric(evidence.metric().name()).orElse(evidence.metric());
        return new Evidence(metric, Kind.of(metric, words), evidence.filters(), evidence.fit(), evidence.anchored());
    }

    private @Nullable String workerTag(Metric metric) {
        return words.workerTags().stream()
                .filter(key -> metric.tags().valuesOf(key).size() > 1)
                .findFirst()
                .orElse(null);
    }

    /** The tags that are meant by "by file type": {@code filetype}, {@code file_type}, {@code file-types}. */
    private static List<String> splitBy(Wish wish, Metric metric) {
        return wish.by().stream()
                .flatMap(word -> metric.tags().keys().stream()
                        .filter(key -> plain(key).equals(plain(word)))
                        .limit(1))
                .distinct()
                .limit(2)
                .toList();
    }

    private static String plain(String word) {
        String letters = word.replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }
}
