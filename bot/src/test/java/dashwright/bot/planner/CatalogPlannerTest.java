package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogPlannerTest {
    static final String REQUEST = "Check status of s3 -> b2 sync- showing me tasks completed, errors, worker memory"
            + " stats, task throughput and durations (like p95 or something, whatever is best), and a little section for"
            + " backlog and trends over time";
    private static final String TASK = "warehouse.packaging.tasks.sync_file_to_cache";

    private final Team team = Team.usual();

    @Test
    void buildsTheBoardThatWasAskedFor() {
        DashboardPlan plan = team.planned(REQUEST).plan();
        assertThat(Team.sections(plan))
                .containsSubsequence("summary", "throughput", "latency", "errors", "resources", "backlog");
        assertThat(Team.titles(plan))
                .contains(
                        "Tasks completed, last hour",
                        "Tasks failed, last hour",
                        "Active worker pods, last hour",
                        "Task run, median, last hour",
                        "Task run, p95, last hour",
                        "Tasks completed over time",
                        "Top worker pods by tasks completed",
                        "Task run: median, p95",
                        "Tasks failed over time",
                        "Memory usage: mean and highest of pods",
                        "Files not cached now",
                        "Percent done of total files now",
                        "Tasks completed, last 24 h",
                        "Files not cached, last 7 days");
        assertThat(plan.links())
                .singleElement()
                .satisfies(link -> assertThat(link.target()).contains("operation_name%3Acelery.run"));
    }

    @Test
    void narrowsTheTasksMetricsToTheTaskAndTheMemoryToItsWorkers() {
        DashboardPlan plan = team.planned(REQUEST).plan();
        assertThat(Team.only(Team.chart(plan, "Tasks completed, last hour")).filters())
                .containsExactly(TagFilter.is("task", TASK));
        assertThat(Team.only(Team.chart(plan, "Memory usage: mean and highest of pods"))
                        .filters())
                .containsExactly(TagFilter.is("service", "warehouse-worker"));
        assertThat(Team.only(Team.chart(plan, "Files not cached now")).filters())
                .isEmpty();
    }

    @Test
    void anEmptyErrorTimelineIsGoodNews() {
        DashboardPlan plan = team.planned(REQUEST).plan();
        assertThat(Team.chart(plan, "Tasks failed over time").whenEmpty()).isEqualTo(Panel.Emptiness.GOOD);
        assertThat(Team.chart(plan, "Tasks completed over time").whenEmpty()).isEqualTo(Panel.Emptiness.UNKNOWN);
    }

    @Test
    void bigNumbersOfCountsTakeTheWindowThatWasAskedFor() {
        DashboardPlan plan = team.planned("s3 sync errors for env:prod over the last 30 days")
                .plan();
        assertThat(Team.chart(plan, "Tasks failed, last 30 days").window()).isEqualTo(Duration.ofDays(30));
        assertThat(Team.titles(plan)).noneMatch(title -> title.contains("failed, last hour"));
        assertThat(Team.titles(
                        team.planned("s3 sync errors in the last 24 hours").plan()))
                .contains("Tasks failed, last 24 h");
    }

    @Test
    void aListOfWhoFailsRanksFailuresAndNotWhatIsDone() {
        DashboardPlan plan = team.planned("s3 sync errors by pod_name").plan();
        assertThat(Team.charts(plan).filter(chart -> chart.shape() == Panel.Shape.TOP_LIST))
                .isNotEmpty()
                .allSatisfy(chart -> assertThat(chart.title()).containsIgnoringCase("fail"));
    }

    @Test
    void saysWhatTheTrapsAre() {
        DashboardPlan plan = team.planned(REQUEST).plan();
        assertThat(Team.chart(plan, "Tasks completed, last hour").meaning()).contains("nothing to do too");
        assertThat(Team.chart(plan, "Task run: median, p95").meaning()).contains("mean over workers");
    }

    @ParameterizedTest
    @ValueSource(strings = {REQUEST, "build s3 sync status"})
    void spendsFewReadsAtFirstAndNoneAgain(String request) {
        team.planned(request);
        assertThat(team.reads()).isBetween(1, 45);
        int first = team.reads();
        team.planned(request);
        assertThat(team.reads()).isEqualTo(first);
    }

    @Test
    void givesTheSameAnswerEachTime() {
        assertThat(team.planned(REQUEST))
                .isEqualTo(team.planned(REQUEST))
                .isEqualTo(Team.usual().planned(REQUEST));
    }

    /** What others asked for before must not take anything away, though more tags are known by then. */
    @ParameterizedTest
    @ValueSource(
            strings = {REQUEST, "sync file to cache", "celery worker errors", "celery worker memory and task errors"})
    void losesNothingWhereMoreIsKnown(String request) {
        DashboardPlan first = Team.usual().planned(request).plan();
        team.enrich(team.catalog().metrics().stream().map(Metric::name).toList());
        assertThat(Team.metrics(team.planned(request).plan())).containsAll(Team.metrics(first));
    }

    @Test
    void aTaskThatOthersHandOnIsTheOneThatIsRun() {
        Planned planned = team.planned("sync file to cache");
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains("celery.run spans of warehouse-worker"));
    }

    @Test
    void aWholeServiceIsMeantWhereNoneOfItsTasksIsNamed() {
        DashboardPlan plan = team.planned("celery worker errors").plan();
        assertThat(Team.charts(plan).flatMap(chart -> chart.series().stream()))
                .allSatisfy(series ->
                        assertThat(series.filters()).containsExactly(TagFilter.is("service", "warehouse-worker")));
    }

    @Test
    void beginsWithTheEnvironmentThatIsUsuallyMeant() {
        Planned planned = team.planned("s3 sync status");
        assertThat(planned.plan().variables()).containsExactly(new TemplateVariable("env", "env", List.of("prod")));
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains("Shows env:prod"));
    }

    @Test
    void beginsWithTheEnvironmentThatIsNamed() {
        assertThat(team.planned("celery memory in staging").plan().variables())
                .containsExactly(new TemplateVariable("env", "env", List.of("staging")));
    }

    /** Once the hour's reads were spent, the filter that was asked for vanished, and the board showed everything. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 9, 14, 20, 26, 30})
    void neverLosesANamedEnvironmentHoweverFewReadsAreLeft(int reads) {
        for (String request : List.of("warehouse task failed in staging", "celery task errors in staging")) {
            Team spent = Team.withReads(reads);
            switch (spent.plan(request)) {
                case Planned planned -> assertHeldToStaging(planned, spent);
                case PlanningOutcome.Question question ->
                    assertThat(question.choices()).isNotEmpty().allMatch(choice -> choice.contains("staging"));
                case PlanningOutcome.Gap gap -> throw new AssertionError("no gap: " + gap);
            }
        }
    }

    private static void assertHeldToStaging(Planned planned, Team spent) {
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains("staging"));
        ObjectNode json = Composer.compose(planned.plan(), spent.catalog()).json();
        List<String> queries = json.findValuesAsText("query").stream()
                .filter(query -> query.contains("{"))
                .toList();
        String said = String.join(" ", planned.remarks());
        assertThat(queries).isNotEmpty().allSatisfy(query -> {
            String metric = query.substring(query.indexOf(':') + 1, query.indexOf('{'));
            boolean held = query.contains("$env") || query.contains("env:staging");
            assertThat(held || said.contains(metric)).as("%s, %s", query, said).isTrue();
        });
    }

    @Test
    void saysThatAnEnvironmentCouldNotBeVerified() {
        Planned planned = Team.unreadable().planned("redis memory in staging");

        assertThat(Team.charts(planned.plan()).flatMap(chart -> chart.series().stream()))
                .allSatisfy(series -> assertThat(series.filters()).containsExactly(TagFilter.is("env", "staging")));
        assertThat(planned.remarks())
                .anyMatch(remark -> remark.startsWith("Not verified: that these metrics carry env"));
    }

    @Test
    void doesNotReplaceAnEnvironmentThatIsNotThere() {
        Planned planned = team.planned("redis memory in staging");
        assertThat(planned.plan().variables()).containsExactly(new TemplateVariable("env", "env", List.of("*")));
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains("No metric here was seen with env:staging"));
    }

    @Test
    void aNarrowRequestGetsWhatItAskedForAndNoMore() {
        DashboardPlan plan = team.planned("redis memory").plan();
        assertThat(Team.metrics(plan)).containsExactlyInAnyOrder("redis.mem.used", "redis.mem.lua");
        assertThat(plan.title()).isEqualTo("Redis memory");
        assertThat(Team.titles(plan).getFirst()).isEqualTo("Mem used now");
    }

    @Test
    void findsAMetricByItsWholeName() {
        DashboardPlan plan = team.planned("parking.spaces.free").plan();
        assertThat(Team.metrics(plan)).containsExactly("parking.spaces.free");
        assertThat(Team.only(Team.charts(plan).findFirst().orElseThrow()).measure())
                .isEqualTo(Measure.LATEST);
    }

    @Test
    void splitsByATagThatIsThere() {
        DashboardPlan split = team.planned("uploads by filetype").plan();
        assertThat(Team.only(Team.chart(split, "Upload ok over time by filetype"))
                        .by())
                .containsExactly("filetype");
    }

    @Test
    void saysWhereItCannotSplit() {
        assertThat(team.planned("uploads by country").remarks())
                .anyMatch(remark -> remark.contains("Could not split it by country") && remark.contains("filetype"));
    }

    @Test
    void neverReadsTimeThatAddsUpAsADuration() {
        DashboardPlan plan = team.planned("postgresql queries").plan();
        assertThat(Team.charts(plan).flatMap(chart -> chart.series().stream()))
                .filteredOn(series -> series.toString().contains("postgresql.queries.time"))
                .isNotEmpty()
                .allSatisfy(series -> assertThat(series.measure()).isEqualTo(Measure.TOTAL));
    }

    @Test
    void showsPercentilesOfTheTracersDistributionsOnly() {
        DashboardPlan traced = Team.with(metric ->
                        metric.name().startsWith("warehouse.task.run") ? metric.withLiveness(Liveness.GONE) : metric)
                .planned("s3 sync latency")
                .plan();
        assertThat(Team.charts(traced).flatMap(chart -> chart.series().stream().map(series -> series.measure())))
                .contains(Measure.P95);
        Planned other = team.planned("checkout latency");
        assertThat(Team.charts(other.plan()).flatMap(chart -> chart.series().stream()))
                .noneMatch(series -> series.measure().isPercentile());
        assertThat(other.remarks()).anyMatch(remark -> remark.contains("switched them on"));
    }

    @Test
    void gaugesOfWorkAreNotLost() {
        assertThat(Team.metrics(team.planned("nginx requests").plan())).contains("nginx.requests.total");
    }

    @Test
    void theSameErrorOfSeveralSendersSharesAPanel() {
        DashboardPlan plan = team.planned("collector errors").plan();
        assertThat(plan.sections())
                .filteredOn(section -> section.id().equals("errors"))
                .singleElement()
                .satisfies(section -> assertThat(section.panels())
                        .singleElement()
                        .satisfies(panel -> {
                            Panel.Chart chart = (Panel.Chart) panel;
                            assertThat(chart.series())
                                    .hasSize(3)
                                    .allMatch(series -> !series.label().isEmpty());
                            assertThat(chart.shape()).isEqualTo(Panel.Shape.LINE);
                        }));
    }

    @Test
    void titlesSayTheWindowThatTheirPanelsHave() {
        for (String request : List.of(REQUEST, "uploads", "how is the b2 cache doing?", "s3 sync last 3 days")) {
            Team.charts(team.planned(request).plan()).forEach(chart -> {
                if (chart.title().contains("last hour")) {
                    assertThat(chart.window()).as(chart.title()).isEqualTo(Duration.ofHours(1));
                }
                if (chart.title().contains("last 24 h")) {
                    assertThat(chart.window()).as(chart.title()).isEqualTo(Duration.ofDays(1));
                }
                if (chart.title().contains("last 7 days")) {
                    assertThat(chart.window()).as(chart.title()).isEqualTo(Duration.ofDays(7));
                }
            });
        }
    }

    @Test
    void theBoardHasTheWindowThatWasNamedOrOneThatFitsItsFigures() {
        assertThat(team.planned("redis memory last 24 hours").plan().window()).isEqualTo(Duration.ofHours(24));
        assertThat(team.planned("uploads").plan().window()).isEqualTo(Duration.ofHours(4));
        assertThat(team.planned("parking spaces").plan().window()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aQueueHasNoLastDayUnlessTheWholeIsKnown() {
        DashboardPlan plan = Team.of("mail.queue.depth | gauge | message | env:prod | Mails that wait")
                .planned("mail queue depth")
                .plan();
        assertThat(Team.titles(plan)).contains("Queue depth now").noneMatch(title -> title.contains("reaches zero"));
    }

    @Test
    void tellsTheTimeLeftOnlyOfABacklogThatIsSeenToShrink() {
        String backlog = "warehouse.packaging.files.not_cached";
        Planned shrinking = Team.usual().reading(backlog, 900, 1_000.0).planned(REQUEST);
        assertThat(Team.titles(shrinking.plan())).anyMatch(title -> title.startsWith("Days until files not cached"));
        for (Team other : List.of(
                Team.usual().reading(backlog, 1_000, 1_000.0), Team.usual().reading(backlog, 1_100, 1_000.0))) {
            Planned planned = other.planned(REQUEST);
            assertThat(Team.titles(planned.plan())).noneMatch(title -> title.startsWith("Days until"));
            assertThat(planned.remarks()).anyMatch(remark -> remark.contains("did not shrink"));
        }
        for (Team unknown : List.of(Team.usual(), Team.usual().reading(backlog, 900, null))) {
            Planned planned = unknown.planned(REQUEST);
            assertThat(Team.titles(planned.plan())).noneMatch(title -> title.startsWith("Days until"));
            assertThat(planned.remarks()).noneMatch(remark -> remark.contains("did not shrink"));
        }
    }

    @Test
    void keepsApartWhatNoAxisCanShow() {
        Team redis = Team.usual().reading("redis.mem.used", 2.6e9, null).reading("redis.mem.lua", 91e3, null);
        assertThat(Team.titles(redis.planned("redis memory").plan()))
                .contains("Mem used over time", "Mem lua over time");
        Team alike = Team.usual().reading("redis.mem.used", 2.6e9, null).reading("redis.mem.lua", 1e9, null);
        assertThat(Team.titles(alike.planned("redis memory").plan())).contains("Mem used; Mem lua");
        DashboardPlan shares = Team.of("""
                        fleet.machines.running | gauge | | | Machines
                        fleet.machines.busy_pct | gauge | | | Machines
                        """).planned("fleet machines").plan();
        assertThat(Team.titles(shares)).contains("Machines running over time", "Machines busy pct over time");
    }
}
