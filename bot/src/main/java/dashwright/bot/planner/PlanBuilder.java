package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Link;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Section.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lays out a plan from a cast: key figures first, then what is done, how long it takes, what goes wrong, what is left. */
final class PlanBuilder {
    private static final String ASKED_FOR = "Asked for: ";
    private static final Pattern ASKED = Pattern.compile("^" + ASKED_FOR + "(.+?)\\.(?: Subject: |\\s*$)");
    private static final Duration USUAL_WINDOW = Duration.ofHours(4);
    private static final Duration WINDOW_OF_DAYS = Duration.ofDays(7);

    private static final Set<String> QUICK_UNITS = Set.of("nanosecond", "microsecond", "millisecond");
    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_QUOTE = 1_000;

    private static final int FEW_NUMBERS = 3;
    private static final int MOST_NUMBERS = 6;

    private final Wish wish;
    private final Subject subject;
    private final Cast cast;
    private final WorkSections work;
    private final StockSections stock;
    private final Naming naming;

    PlanBuilder(Wish wish, Subject subject, Cast cast, Naming naming) {
        this.wish = wish;
        this.subject = subject;
        this.cast = cast;
        Panels panels = new Panels();
        this.naming = naming;
        this.work = new WorkSections(wish, cast, panels, naming);
        this.stock = new StockSections(wish, cast, panels, naming);
    }

    /** The plan; its sections may be empty where nothing of the cast answers what was asked. */
    DashboardPlan build() {
        Section backlog = new Section("backlog", "Backlog", Kind.BACKLOG, stock.backlog());
        Section throughput = new Section("throughput", "Throughput", Kind.THROUGHPUT, work.throughput());
        // Where what is left is the subject itself, it comes before the work on it.
        boolean backlogFirst = cast.activity() == null || !cast.activity().anchored();
        List<Section> sections = Stream.of(
                        Stream.of(new Section("summary", "Key figures", Kind.SUMMARY, summary())),
                        backlogFirst ? Stream.of(backlog, throughput) : Stream.of(throughput),
                        Stream.of(
                                new Section("latency", "Duration", Kind.LATENCY, work.latency()),
                                new Section("errors", "Errors", Kind.ERRORS, work.errors()),
                                new Section("resources", "Workers", Kind.RESOURCES, work.resources())),
                        backlogFirst ? Stream.<Section>empty() : Stream.of(backlog),
                        Stream.of(new Section("detail", "Detail", Kind.DETAIL, stock.levels())))
                .flatMap(some -> some)
                .filter(section -> !section.panels().isEmpty())
                .toList();
        return new DashboardPlan(
                naming.title(wish), description(), window(), cast.environment().variables(), sections, links());
    }

    private List<Panel> summary() {
        List<Panel> numbers = new ArrayList<>(work.numbers());
        if (numbers.size() < FEW_NUMBERS
                && (cast.activity() == null || wish.facets().isEmpty())) {
            numbers.addAll(stock.numbers(MOST_NUMBERS - numbers.size()));
        }
        // What is measured comes before what is made of it.
        numbers.addAll(stock.scores());
        return numbers;
    }

    private Duration window() {
        if (wish.window() != null) {
            return wish.window();
        }
        // Figures that change a few times a day show nothing in four hours.
        return cast.metrics().stream().anyMatch(PlanBuilder::isQuick) ? USUAL_WINDOW : WINDOW_OF_DAYS;
    }

    /** True for what is counted or timed as it happens, rather than looked up now and then. */
    private static boolean isQuick(Metric metric) {
        return metric.type().isCounted()
                || metric.type() == MetricType.DISTRIBUTION
                || QUICK_UNITS.contains(metric.unit().name());
    }

    private String description() {
        String known = subject.anchor() == null
                ? ""
                : " Subject: "
                        + (subject.anchor().wholeService()
                                ? "service " + subject.anchor().spans().service()
                                : bounded(subject.anchor().spans().resource(), LONGEST_LABEL))
                        + " (" + subject.anchor().spans().operation() + " spans of "
                        + subject.anchor().spans().service() + ").";
        return ASKED_FOR + bounded(wish.text(), LONGEST_QUOTE) + "." + known;
    }

    /** What a plan was once asked for, where it says so. */
    static Optional<String> askedFor(DashboardPlan plan) {
        Matcher asked = ASKED.matcher(plan.description());
        return asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
    }

    private static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** Where the spans themselves can be read. */
    private List<Link> links() {
        if (subject.anchor() == null) {
            return List.of();
        }
        var spans = subject.anchor().spans();
        String query = "service:" + spans.service() + " operation_name:" + spans.operation()
                + (subject.anchor().wholeService() ? "" : " resource_name:\"" + spans.resource() + "\"");
        return List.of(new Link(
                "Traces of " + bounded(subject.anchor().value(), LONGEST_LABEL),
                "/apm/traces?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }
}
