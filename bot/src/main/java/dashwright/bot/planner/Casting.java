package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.RequestPlanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which of a subject's metrics plays which part. */
final class Casting {
    private static final int MOST_ERRORS = 3;
    private static final int MOST_LEVELS = 12;

    private final RequestPlanner.Knowledge knowledge;
    private final Words words;

    Casting(RequestPlanner.Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    Cast of(Wish wish, Subject subject) {
        Evidence activity = read(activity(subject).orElse(null));
        List<Evidence> errors = errors(subject);
        List<Evidence> backlog = backlog(subject);
        String workerTag = activity == null ? null : workerTag(activity.metric());
        ResourceFinder resources = new ResourceFinder(knowledge, words);
        Metric model = activity != null
                ? activity.metric()
                : errors.isEmpty() ? null : readFirst(errors).metric();
        Cast.Resource memory = wish.wants(Facet.MEMORY) ? resources.find(Role.MEMORY, subject, model) : null;
        Cast.Resource cpu = wish.facets().contains(Facet.CPU) ? resources.find(Role.CPU, subject, model) : null;
        List<TemplateVariable> variables = environment(
                wish,
                Stream.of(activity, memory == null ? null : memory.evidence())
                        .filter(Objects::nonNull)
                        .map(Evidence::metric)
                        .toList());
        Cast cast = new Cast(
                activity,
                errors,
                subject.of(Role.RETRY)
                        .filter(each -> each.metric().type().isCounted())
                        .limit(1)
                        .toList(),
                timers(subject),
                backlog,
                backlog.isEmpty() ? null : whole(backlog.getFirst(), subject),
                memory,
                cpu,
                subject.of(Role.LEVEL, Role.TOTAL, Role.MEMORY, Role.CPU)
                        .limit(MOST_LEVELS)
                        .toList(),
                subject.of(Role.SCORE).toList(),
                workerTag,
                variables);
        return refreshed(cast);
    }

    /** What is done, counted: finished work before attempted work before anything else that is counted. */
    private static Optional<Evidence> activity(Subject subject) {
        return subject.firstCounted(Role.COMPLETED, Role.ACTIVITY, Role.STARTED);
    }

    private static List<Evidence> errors(Subject subject) {
        return ownFirst(subject.of(Role.ERROR).toList()).stream()
                .limit(MOST_ERRORS)
                .toList();
    }

    /** The tracer's metrics only where the team has none of its own: the same thing twice helps nobody. */
    private static List<Evidence> ownFirst(List<Evidence> evidence) {
        List<Evidence> own = evidence.stream()
                .filter(each -> !each.metric().name().startsWith("trace."))
                .toList();
        return own.isEmpty() ? evidence : own;
    }

    private static List<Evidence> backlog(Subject subject) {
        return subject.of(Role.BACKLOG)
                .filter(each -> !each.metric().type().isCounted())
                .limit(2)
                .toList();
    }

    /** The statistics of each timer together; a timer of the subject's own before the tracer's. */
    private List<Cast.Timer> timers(Subject subject) {
        Map<String, List<Evidence>> byName = new LinkedHashMap<>();
        ownFirst(subject.of(Role.DURATION).toList())
                .forEach(each -> byName.computeIfAbsent(timerName(each.metric().name()), any -> new ArrayList<>())
                        .add(each));
        return byName.entrySet().stream()
                .map(timer -> new Cast.Timer(
                        timer.getKey(),
                        timer.getValue().stream()
                                .sorted(Comparator.comparing(each -> each.kind().statistic()))
                                .toList()))
                .limit(2)
                .toList();
    }

    /** The name without the part that tells the statistic. */
    private String timerName(String name) {
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        boolean expanded = dot > 0 && words.statistics().values().stream().anyMatch(set -> set.contains(last));
        return expanded ? name.substring(0, dot) : name.replaceAll("_?p\\d\\d_?", "_");
    }

    /** A gauge beside the backlog that counts all of what the backlog counts: the denominator of "percent done". */
    private @Nullable Evidence whole(Evidence backlog, Subject subject) {
        Set<String> nouns = Words.stems(backlog.metric().name());
        return Stream.concat(subject.of(Role.TOTAL), siblings(backlog.metric()))
                .filter(each -> each.metric().type() == MetricType.GAUGE
                        && !each.metric().name().equals(backlog.metric().name()))
                .filter(each -> leafWords(each.metric().name()).stream().anyMatch(nouns::contains))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> leafWords(String name) {
        return Words.stems(name.substring(name.lastIndexOf('.') + 1));
    }

    private Stream<Evidence> siblings(Metric metric) {
        String[] parts = metric.name().split("\\.", -1);
        String prefix = String.join(".", List.of(parts).subList(0, Math.max(1, parts.length - 2))) + ".";
        return knowledge.catalog().metricsUnder(prefix).stream()
                .map(each -> new Evidence(each, Kind.of(each, words), List.of(), 0, false))
                .filter(each -> each.role() == Role.TOTAL);
    }

    private @Nullable Evidence read(@Nullable Evidence evidence) {
        if (evidence == null) {
            return null;
        }
        Catalog read = knowledge.enrich(List.of(evidence.metric().name()));
        return with(evidence, read);
    }

    private Evidence readFirst(List<Evidence> errors) {
        return Objects.requireNonNull(read(errors.getFirst()));
    }

    private Evidence with(Evidence evidence, Catalog read) {
        Metric metric = read.metric(evidence.metric().name()).orElse(evidence.metric());
        return new Evidence(metric, Kind.of(metric, words), evidence.filters(), evidence.fit(), evidence.anchored());
    }

    @Nullable
    String workerTag(Metric metric) {
        return words.workerTags().stream()
                .filter(key -> metric.tags().valuesOf(key).size() > 1)
                .findFirst()
                .orElse(null);
    }

    /** The environment as a variable, set to the one named, or else to the one that is usually meant. */
    private List<TemplateVariable> environment(Wish wish, List<Metric> metrics) {
        for (String key : words.environmentTags()) {
            Set<String> values = new TreeSet<>();
            metrics.forEach(metric -> values.addAll(metric.tags().valuesOf(key)));
            if (values.isEmpty()) {
                continue;
            }
            String chosen = chosen(wish.environment(), values);
            if (!chosen.equals("*")) {
                knowledge.carrying(key, chosen);
            }
            return List.of(new TemplateVariable(key, key, List.of(chosen)));
        }
        return List.of();
    }

    private String chosen(@Nullable String named, Set<String> values) {
        if (named != null) {
            Optional<String> meant = values.stream()
                    .filter(value -> value.equals(named) || value.startsWith(named) || named.startsWith(value))
                    .findFirst();
            if (meant.isPresent()) {
                return meant.get();
            }
        }
        return words.environments().stream()
                .filter(values::contains)
                .findFirst()
                .orElse("*");
    }

    /** The same cast with what was read of its metrics meanwhile. */
    private Cast refreshed(Cast cast) {
        List<String> unread = Stream.of(cast.errors(), cast.backlog(), cast.levels(), cast.retries())
                .flatMap(List::stream)
                .filter(each -> !each.metric().described())
                .map(each -> each.metric().name())
                .limit(8)
                .toList();
        Catalog known = knowledge.describe(unread);
        return new Cast(
                cast.activity() == null ? null : with(cast.activity(), known),
                all(cast.errors(), known),
                all(cast.retries(), known),
                cast.durations().stream()
                        .map(timer -> new Cast.Timer(timer.name(), all(timer.statistics(), known)))
                        .toList(),
                all(cast.backlog(), known),
                cast.whole() == null ? null : with(cast.whole(), known),
                cast.memory(),
                cast.cpu(),
                all(cast.levels(), known),
                cast.scores(),
                cast.workerTag(),
                cast.variables());
    }

    private List<Evidence> all(List<Evidence> evidence, Catalog known) {
        return evidence.stream().map(each -> with(each, known)).toList();
    }
}
