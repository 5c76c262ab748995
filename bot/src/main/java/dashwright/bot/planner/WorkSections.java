package dashwright.bot.planner;

import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Panels about what flows: what is done, how long it takes, what goes wrong, and who does it. */
final class WorkSections {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ERROR_NUMBERS = 4;
    private static final int MOST_ERROR_PANELS = 4;
    private static final int MOST_LINES = 10;

    /** A sender may have nothing to do for a while, and one that was replaced must not count twice. */
    private static final String MOST_AT_ONCE = "The most that did something within any one quarter of the hour.";

    private final Wish wish;
    private final Cast cast;
    private final Panels panels;
    private final Naming naming;
    private final TimerPanels timers;
    private final Duration window;

    WorkSections(Wish wish, Cast cast, Panels panels, Naming naming) {
        this.wish = wish;
        this.cast = cast;
        this.panels = panels;
        this.naming = naming;
        this.window = wish.numberWindow();
        this.timers = new TimerPanels(cast, panels, naming, window);
    }

    /** The key figures, of the window that was asked for or else of the last hour. */
    List<Panel> numbers() {
        List<Panel> numbers = new ArrayList<>();
        Evidence activity = cast.activity();
        if (activity != null && wantsActivity()) {
            numbers.add(panels.number(
                    Naming.last(window, naming.phrase(activity.metric())),
                    total(activity, "done"),
                    window,
                    meaning(activity)));
        }
        if (wish.wants(Facet.ERRORS)) {
            // Beside the work itself one figure says whether it fails; where failures are the subject, each counts.
            cast.errors().stream()
                    .limit(activity == null ? MOST_ERROR_NUMBERS : 1)
                    .forEach(error -> numbers.add(errorNumber(error)));
        }
        if (activity != null && cast.workerTag() != null && (wish.wants(Facet.WORKERS) || wantsActivity())) {
            Series workers = Panels.series("workers", "", activity, Measure.DISTINCT, List.of(cast.workerTag()));
            numbers.add(panels.number(Naming.last(HOUR, activeWorkers(activity)), workers, HOUR, MOST_AT_ONCE));
        }
        if (wish.wants(Facet.LATENCY)) {
            numbers.addAll(timers.numbers());
        }
        if (wish.facets().contains(Facet.MEMORY) && cast.memory() != null) {
            Evidence memory = cast.memory().evidence();
            String name = naming.phrase(memory.metric());
            numbers.add(panels.number(
                    Naming.last(window, name + ", mean of " + users(cast.memory())),
                    Panels.series("mean", "", memory, Measure.AVERAGE, List.of()),
                    window,
                    ""));
            numbers.add(panels.number(
                    Naming.last(window, name + ", highest of " + users(cast.memory())),
                    Panels.series("highest", "", memory, Measure.MAXIMUM, List.of()),
                    window,
                    ""));
        }
        return numbers;
    }

    /** Of a traced task the board speaks as a whole; of any other count the title must say whose workers they are. */
    private String activeWorkers(Evidence activity) {
        String active = "Active " + workerNoun();
        return activity.anchored() ? active : active + " (" + Naming.inSentence(naming.phrase(activity.metric())) + ")";
    }

    private boolean wantsActivity() {
        return wish.wants(Facet.COMPLETED)
                || wish.wants(Facet.THROUGHPUT)
                || wish.wants(Facet.TOP)
                || (!cast.splitBy().isEmpty() && topFailureTags().isEmpty());
    }

    private Panel errorNumber(Evidence error) {
        Evidence activity = cast.activity();
        boolean counted = error.metric().type().isCounted();
        String phrase = naming.phrase(error.metric());
        if (!counted) {
            Series level = Panels.series("errors", "", error, Measure.LATEST, List.of());
            return panels.errorNumber(
                    Naming.now(phrase, error.metric()), List.of(level), List.of(), null, false, meaning(error));
        }
        String title = Naming.last(window, phrase);
        if (activity == null || activity.metric().name().equals(error.metric().name())) {
            return panels.errorNumber(title, List.of(total(error, "errors")), List.of(), window, true, meaning(error));
        }
        return panels.errorNumber(
                title,
                Panels.withWork(error, activity),
                Panels.zeroWhileWorking(error, activity),
                window,
                true,
                (meaning(error) + " Shown as zero only while " + Naming.inSentence(naming.phrase(activity.metric()))
                                + " reports.")
                        .strip());
    }

    /** What is done, over time and by worker. */
    List<Panel> throughput() {
        Evidence activity = cast.activity();
        if (activity == null || !wantsActivity()) {
            return List.of();
        }
        List<Panel> sections = new ArrayList<>();
        sections.add(panels.trend(
                Naming.overTime(naming.phrase(activity.metric())),
                Shape.BARS,
                List.of(total(activity, "done")),
                null,
                ""));
        String done = Naming.inSentence(naming.phrase(activity.metric()));
        for (String tag : cast.splitBy()) {
            String noun = tag.replace('_', ' ');
            Series split = Panels.series("done", "", activity, Measure.TOTAL, List.of(tag));
            sections.add(panels.trend(
                    naming.phrase(activity.metric()) + " over time by " + noun, Shape.BARS, List.of(split), null, ""));
            sections.add(panels.top("Top values of " + noun + " by " + done, split, null, false));
        }
        if (cast.workerTag() != null && cast.splitBy().isEmpty()) {
            Series byWorker = Panels.series("done", "", activity, Measure.TOTAL, List.of(cast.workerTag()));
            sections.add(panels.top("Top " + workerNoun() + " by " + done, byWorker, null, false));
        }
        return sections;
    }

    /** How long it takes. */
    List<Panel> latency() {
        return wish.wants(Facet.LATENCY) ? timers.overTime() : List.of();
    }

    /** What goes wrong: an error timeline is worth having while it is empty. */
    List<Panel> errors() {
        if (!wish.wants(Facet.ERRORS)) {
            return List.of();
        }
        List<Panel> sections = new ArrayList<>();
        Families.of(cast.errors()).stream()
                .flatMap(family -> Scales.apart(family, cast.live()).stream())
                .limit(MOST_ERROR_PANELS)
                .map(family -> family.size() == 1 ? errorPanel(family.getFirst()) : errorPanel(family))
                .forEach(sections::add);
        sections.addAll(topFailures());
        for (Evidence retry : cast.retries()) {
            sections.add(panels.trend(
                    Naming.overTime(naming.phrase(retry.metric())),
                    Shape.BARS,
                    List.of(total(retry, "retries")),
                    null,
                    meaning(retry)));
        }
        return sections;
    }

    /** Where failures are to be split, who fails most counts, not who does most. */
    private List<Panel> topFailures() {
        List<Panel> tops = new ArrayList<>();
        for (String tag : topFailureTags()) {
            Evidence error = cast.errors().getFirst();
            tops.add(panels.top(
                    "Top values of " + tag.replace('_', ' ') + " by "
                            + Naming.inSentence(naming.phrase(error.metric())),
                    Panels.series("errors", "", error, errorMeasure(error), List.of(tag)),
                    null,
                    error.metric().type().isCounted()));
        }
        return tops;
    }

    /** The tags that the failures which were asked for can be split by as wished. */
    private List<String> topFailureTags() {
        if (!wish.facets().contains(Facet.ERRORS) || cast.errors().isEmpty()) {
            return List.of();
        }
        String error = cast.errors().getFirst().metric().name();
        boolean oneSender = cast.activity() != null
                && family(error).equals(family(cast.activity().metric().name()));
        boolean unread = !cast.errors().getFirst().metric().tags().known();
        Set<String> keys = cast.errors().getFirst().metric().tags().keys();
        // Metrics of one family share their sender, and so its tags.
        return cast.splitBy().stream()
                .filter(tag -> keys.contains(tag) || (unread && oneSender))
                .toList();
    }

    private static String family(String metric) {
        return metric.substring(0, Math.max(0, metric.lastIndexOf('.')));
    }

    private Panel errorPanel(Evidence error) {
        boolean counted = error.metric().type().isCounted();
        List<String> by = splitter(error);
        String title = Naming.overTime(naming.phrase(error.metric()))
                + (by.isEmpty() ? "" : " by " + by.getFirst().replace('_', ' '));
        Series series = Panels.series("errors", "", error, errorMeasure(error), by);
        return panels.errorTimeline(title, List.of(series), counted, meaning(error));
    }

    /** The same thing reported by several, one line each. */
    private Panel errorPanel(List<Evidence> family) {
        List<Series> lines = new ArrayList<>();
        for (Evidence each : family.subList(0, Math.min(family.size(), MOST_LINES))) {
            String label = naming.phrase(each.metric());
            lines.add(Panels.series("s" + (lines.size() + 1), label, each, errorMeasure(each), List.of()));
        }
        String title = lines.stream().limit(2).map(Series::label).collect(Collectors.joining("; "))
                + (lines.size() > 2 ? "; …" : "");
        return panels.errorTimeline(
                title, lines, family.getFirst().metric().type().isCounted(), "");
    }

    private static Measure errorMeasure(Evidence error) {
        return error.metric().type().isCounted() ? Measure.TOTAL : Panels.trendMeasure(error.metric());
    }

    /** The tag that splits errors of a whole service by what failed. */
    private static List<String> splitter(Evidence error) {
        Set<String> narrowed =
                error.filters().stream().map(filter -> filter.key()).collect(Collectors.toSet());
        Set<String> telling = Set.copyOf(Words.stems(error.metric().name()));
        return error.metric().tags().keys().stream()
                .filter(key ->
                        !narrowed.contains(key) && Words.stems(key).stream().anyMatch(telling::contains))
                .filter(key -> error.metric().tags().valuesOf(key).size() > 1)
                .limit(1)
                .toList();
    }

    /** What the workers use. */
    List<Panel> resources() {
        List<Panel> sections = new ArrayList<>();
        addResource(sections, cast.memory());
        addResource(sections, cast.cpu());
        return sections;
    }

    private void addResource(List<Panel> sections, Cast.@Nullable Resource resource) {
        if (resource == null) {
            return;
        }
        Evidence evidence = resource.evidence();
        String name = naming.phrase(evidence.metric());
        Measure measure = Panels.trendMeasure(evidence.metric()) == Measure.TOTAL ? Measure.TOTAL : Measure.AVERAGE;
        List<Series> lines = new ArrayList<>();
        lines.add(Panels.series("mean", "mean", evidence, measure, List.of()));
        if (evidence.metric().type() != MetricType.COUNT) {
            lines.add(Panels.series("highest", "highest", evidence, Measure.MAXIMUM, List.of()));
        }
        sections.add(panels.trend(
                lines.size() == 1 ? Naming.overTime(name) : name + ": mean and highest of " + users(resource),
                Shape.LINE,
                lines,
                null,
                whose(evidence)));
        if (resource.by() != null) {
            sections.add(panels.top(
                    "Top " + users(resource) + " by " + Naming.inSentence(name),
                    Panels.series("used", "", evidence, measure, List.of(resource.by())),
                    null,
                    false));
        }
    }

    /** Who reports it, as seldom it is the application itself. */
    private static String whose(Evidence evidence) {
        String tags = evidence.filters().stream()
                .map(filter -> filter.key() + ":" + String.join("|", filter.values()))
                .collect(Collectors.joining(", "));
        return "Reported by " + evidence.metric().namespace()
                + " metrics, not by the application: what joins them to the" + " work is the tag " + tags + ".";
    }

    private static String users(Cast.Resource resource) {
        return resource.by() == null ? "senders" : nouns(resource.by());
    }

    private static String nouns(String tag) {
        return Naming.plural(tag.replaceAll("[_-](name|id|arn)$", "").replace('_', ' '));
    }

    private String workerNoun() {
        Evidence activity = cast.activity();
        String nouns = cast.workerTag() == null ? "senders" : nouns(cast.workerTag());
        // Who does the work of a traced task is a worker; who reports any other count is just what it is.
        return activity != null && activity.anchored() ? "worker " + nouns : nouns;
    }

    private Series total(Evidence evidence, String id) {
        return Panels.series(id, naming.phrase(evidence.metric()), evidence, Measure.TOTAL, List.of());
    }

    /** What the metric's owner wrote about it. */
    static String meaning(Evidence evidence) {
        return evidence.metric().description();
    }
}
