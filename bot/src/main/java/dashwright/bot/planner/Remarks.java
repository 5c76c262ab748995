package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.MetricType;
import dashwright.dashboards.check.Code;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the person should know about a plan: what was assumed, and what was asked for and is not there. */
final class Remarks {
    private static final int MOST_NAMES = 5;

    private final Wish wish;
    private final Subject subject;
    private final Cast cast;
    private final List<String> remarks = new ArrayList<>();

    private final List<Finding> findings = new ArrayList<>();

    Remarks(Wish wish, Subject subject, Cast cast) {
        this.wish = wish;
        this.subject = subject;
        this.cast = cast;
    }

    /** Says this too of the plan. */
    Remarks beside(Beside.Told told) {
        remarks.addAll(told.remarks());
        told.notShown().forEach(this::notShown);
        return this;
    }

    /** Says what words were taken to mean because somebody taught it. */
    Remarks taught(Taught taught) {
        remarks.addAll(taught.remarks());
        return this;
    }

    private void notShown(String sentence) {
        remarks.add(sentence);
        find(sentence);
    }

    /**
     * A plan with what is to be said of it.
     *
     * @param unanswered words of the request that nothing on the board is about
     */
    Planned on(DashboardPlan built, Knowledge knowledge, List<String> unanswered) {
        DashboardPlan plan = built;
        if (subject.anchor() != null) {
            remarks.add("Took it to be about " + subject.anchor().value() + " ("
                    + subject.anchor().spans().operation() + " spans of "
                    + subject.anchor().spans().service() + ").");
        }
        if (!subject.missing().isEmpty()) {
            remarks.add(
                    "Nothing in the catalog knows the word" + (subject.missing().size() == 1 ? " " : "s ")
                            + String.join(", ", subject.missing()) + "; the board answers to the rest.");
            subject.missing()
                    .forEach(word -> find("Nothing here measures \"" + word + "\", which the request asks for."));
        }
        unanswered.stream().filter(word -> !subject.missing().contains(word)).forEach(this::unanswered);
        renamed();
        scores();
        if (!cast.environment().remark().isEmpty()) {
            remarks.add(cast.environment().remark());
        }
        for (TemplateVariable environment : cast.environment().variables()) {
            SeenWith seen = SeenWith.of(environment, knowledge);
            plan = seen.doubted(plan);
            // Of what was asked for one environment alone, a person should know what shows the others too.
            if (wish.environment() != null) {
                seen.elsewhere(plan).forEach(remarks::add);
            }
            seen.never(plan).forEach(remarks::add);
        }
        plan = split(plan, knowledge);
        boolean memory =
                cast.memory() != null || subject.of(Role.MEMORY).findAny().isPresent();
        boolean cpu = cast.cpu() != null || subject.of(Role.CPU).findAny().isPresent();
        missing(Facet.ERRORS, cast.errors().isEmpty(), "errors");
        missing(Facet.LATENCY, cast.durations().isEmpty(), "durations");
        missing(Facet.MEMORY, !memory, "memory");
        missing(Facet.CPU, !cpu, "processor time");
        missing(Facet.BACKLOG, cast.backlog().isEmpty(), "a backlog");
        missing(Facet.COMPLETED, isNothing(Facet.COMPLETED), "counts of what is done");
        missing(Facet.THROUGHPUT, isNothing(Facet.THROUGHPUT), "throughput");
        percentiles();
        course();
        unread(plan, knowledge.catalog());
        return new Planned(plan, remarks, findings);
    }

    private void renamed() {
        subject.renamed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(1)
                .forEach(first -> {
                    int more = subject.renamed().size() - 1;
                    remarks.add("Left out " + first.getKey() + ", which is silent: " + first.getValue()
                            + " reports what it did" + (more == 0 ? "." : ". So it is with " + more + " more."));
                });
    }

    private void scores() {
        long all = subject.of(Role.SCORE).count();
        if (all > cast.scores().size()) {
            remarks.add("Shows " + cast.scores().size() + " of " + all + " figures of merit; ask for one by its name.");
        }
    }

    private void unanswered(String word) {
        String message = "Nothing here measures \"" + word + "\"";
        remarks.add(message + ": the board answers to the rest.");
        find(message + ", which the request asks for.");
    }

    private void find(String message) {
        findings.add(new Finding(
                Code.WORD_UNANSWERED.id(),
                Code.WORD_UNANSWERED.severity(),
                "",
                "",
                message,
                "Look for it by another name, or take the board for what it does show."));
    }

    private void course() {
        if (cast.backlogCourse() == Cast.Course.DOES_NOT_SHRINK
                && (wish.wants(Facet.BACKLOG) || wish.wants(Facet.TREND))) {
            remarks.add(cast.backlog().getFirst().metric().name()
                    + " did not shrink within the last 24 hours, so the board tells no time left.");
        }
    }

    /** What is counted is split as it is planned; gauges are split by a tag that they have. */
    private DashboardPlan split(DashboardPlan plan, Knowledge knowledge) {
        if (cast.splitBy().size() < wish.by().size()) {
            String by = String.join(" ", wish.by());
            if (cast.splitBy().isEmpty()
                    && new SplitEdits(knowledge).apply("split by " + by, plan).orElse(null)
                            instanceof Change.Made made) {
                remarks.addAll(made.remarks());
                return made.plan();
            }
            remarks.add("Could not split it by " + String.join(", ", wish.by()) + ": "
                    + (cast.activity() == null
                            ? "nothing that is counted was found."
                            : cast.activity().metric().name() + " has the tags "
                                    + String.join(
                                            ", ",
                                            cast.activity().metric().tags().keys()) + "."));
        }
        return plan;
    }

    private boolean isNothing(Facet facet) {
        return cast.activity() == null
                && cast.levels().stream().noneMatch(each -> facet.roles().contains(each.role()));
    }

    private void missing(Facet facet, boolean absent, String what) {
        if (absent && wish.facets().contains(facet)) {
            remarks.add("Found no metric of " + what + " for this subject, so the board shows none.");
            find("Nothing here measures " + what + ", which the request asks for.");
        }
    }

    private void percentiles() {
        cast.durations().stream()
                .filter(timer -> wish.facets().contains(Facet.LATENCY)
                        && timer.isDistribution()
                        && !TimerPanels.hasPercentiles(timer.statistics().getFirst()))
                .limit(1)
                .forEach(timer -> remarks.add("Shows the mean and the slowest of " + timer.name()
                        + ": its percentiles are there only if your team has switched them on in Datadog."));
    }

    /** A metric whose type could not be read may be aggregated in a way that does not fit. */
    private void unread(DashboardPlan plan, Catalog catalog) {
        List<String> unread = series(plan)
                .flatMap(series -> catalog.metric(series.metric()).stream())
                .filter(metric -> metric.type() == MetricType.UNKNOWN)
                .map(metric -> metric.name())
                .distinct()
                .toList();
        if (!unread.isEmpty()) {
            remarks.add("The type of " + some(unread)
                    + " is not known, so how it is added up is a guess; look at it before you trust it.");
        }
    }

    private static Stream<Series.OfMetric> series(DashboardPlan plan) {
        return plan.panels().stream()
                .flatMap(panel -> panel instanceof Panel.Chart chart ? chart.series().stream() : Stream.empty())
                .flatMap(series -> series instanceof Series.OfMetric one ? Stream.of(one) : Stream.empty());
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }
}
