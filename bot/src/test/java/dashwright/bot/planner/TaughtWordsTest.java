package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.dashboards.check.DashboardCheck;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanEdits;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaughtWordsTest {
    private static final String NOT_CACHED = "warehouse.packaging.files.not_cached";
    private static final String INVOICES = "billing.invoices.sent";

    @Test
    void aWordThatNobodyTaughtIsAGap() {
        assertThat(Team.usual().plan("backfill")).isInstanceOf(PlanningOutcome.Gap.class);
    }

    @ParameterizedTest
    @CsvSource({
        "backfill, backfill",
        "backfill, how is our backfill doing this week?",
        "backfill, the back-fill in prod over the last 24 hours",
        "backfill, backfill errors",
        "backfill, backfill latency p95",
        "backfill, backfill memory",
        "backfill, backfill throughput by pod",
        "backfill, backfill health",
        "cache debt, cache debt",
        "sync errors, sync errors",
        "errors, errors",
        "not copied, files not copied",
        "b2, b2",
        "b2, b2 and redis memory"
    })
    void aTaughtWordBringsItsMetricOnTheBoard(String phrase, String request) {
        Planned planned = Team.usual().taught(phrase, NOT_CACHED).planned(request);

        assertThat(Team.metrics(planned.plan())).contains(NOT_CACHED);
        assertThat(planned.remarks())
                .contains("Took \"" + phrase + "\" to mean " + NOT_CACHED + ", as it was taught.")
                .noneMatch(remark -> remark.contains("Nothing in the catalog knows"))
                .noneMatch(remark -> remark.contains("Nothing here measures \"" + phrase));
        assertThat(planned.findings()).noneMatch(finding -> finding.message().contains("\"" + phrase + "\""));
    }

    @Test
    void theTitleIsWhatWasAskedFor() {
        assertThat(Team.usual()
                        .taught("backfill", NOT_CACHED)
                        .planned("backfill")
                        .plan()
                        .title())
                .isEqualTo("Backfill status");
    }

    @ParameterizedTest
    @CsvSource({
        "warehouse.upload.failed", // an error
        "warehouse.task.retried", // a retry
        "warehouse.task.run.95percentile", // a duration
        "checkout.duration", // a distribution
        "container.memory.usage", // memory
        "container.cpu.usage", // processor time
        "health.ci.stale.fom", // a figure of merit
        "nginx.requests.total", // a total
        "trace.celery.run.hits", // the tracer's
        "warehouse.task.start", // work that begins
        "parking.spaces.free" // a level
    })
    void aMetricOfAnyKindComesOnTheBoardAlsoBesideATaskThatIsTraced(String metric) {
        for (String request :
                List.of("moonshot", "s3 sync moonshot", "s3 sync errors and moonshot", "redis memory moonshot")) {
            Planned planned = Team.usual().taught("moonshot", metric).planned(request);

            assertThat(Team.metrics(planned.plan())).as(request).contains(metric);
        }
    }

    @Test
    void whatTheOtherWordsAreAboutStandsBesideIt() {
        DashboardPlan plan = Team.usual()
                .taught("moonshot", INVOICES)
                .planned("s3 sync and moonshot")
                .plan();

        assertThat(Team.metrics(plan)).contains(INVOICES, "warehouse.task.complete");
        assertThat(plan.links()).isNotEmpty();
    }

    /** A careless lesson for a word that is part of many names must not take their boards away. */
    @Test
    void aTaughtWordThatIsPartOfATasksNameLeavesTheTaskOnTheBoard() {
        DashboardPlan plan =
                Team.usual().taught("sync", INVOICES).planned("s3 sync status").plan();

        assertThat(Team.metrics(plan)).contains(INVOICES, "warehouse.task.complete", "warehouse.task.failed");
        assertThat(plan.links()).isNotEmpty();
    }

    @Test
    void anotherWordThatNothingKnowsIsTold() {
        Planned planned = Team.usual().taught("backfill", NOT_CACHED).planned("backfill of the pizzas");

        assertThat(Team.metrics(planned.plan())).contains(NOT_CACHED);
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains("pizzas"));
    }

    @Test
    void severalMeaningsOfAWordAllComeOnTheBoard() {
        DashboardPlan plan = Team.usual()
                .taught("moonshot", INVOICES, "parking.spaces.free", "redis.net.commands")
                .planned("moonshot")
                .plan();

        assertThat(Team.metrics(plan)).contains(INVOICES, "parking.spaces.free", "redis.net.commands");
    }

    @Test
    void whatIsToBeLeftOutIsNotBroughtIn() {
        DashboardPlan plan = Team.usual()
                .taught("moonshot", INVOICES)
                .planned("redis memory without moonshot")
                .plan();

        assertThat(Team.metrics(plan)).doesNotContain(INVOICES).contains("redis.mem.used");
    }

    @Test
    void aLessonChangesNoOtherRequest() {
        Planned before = Team.usual().planned("s3 sync status");
        Planned after = Team.usual().taught("moonshot", INVOICES).planned("s3 sync status");

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aDraftCanHaveATaughtWordAdded() {
        Team team = Team.usual().taught("moonshot", INVOICES);
        DashboardPlan redis = team.planned("redis memory").plan();
        PlanningOutcome more =
                new DraftEdits(Words.load(), new CatalogPlanner(team), team).apply("add moonshot", redis);

        assertThat(more).isInstanceOf(Planned.class);
        assertThat(Team.metrics(((Planned) more).plan())).contains(INVOICES, "redis.mem.used");
    }

    /** Of a title in a team's own word the check must not say that its metric has nothing to do with it. */
    @Test
    void aPanelCalledByTheTaughtWordIsNoStandIn() {
        Team team = Team.usual().taught("moonshot", INVOICES);
        DashboardPlan plan = team.planned("moonshot").plan();
        Panel.Chart chart = Team.charts(plan).findFirst().orElseThrow();
        DashboardPlan renamed = PlanEdits.apply(plan, List.of(new PlanEdit.RetitlePanel(chart.id(), "Moonshot")))
                .plan();

        Receipt receipt = new DashboardCheck()
                        .check(Composer.compose(renamed, team.catalog()).json(), team.catalog(), team.search())
                        .receipts()
                        .stream()
                        .filter(each -> each.title().equals("Moonshot"))
                        .findFirst()
                        .orElseThrow();

        assertThat(receipt.fit()).isNotNull().satisfies(fit -> {
            assertThat(fit.rank()).isEqualTo(1);
            assertThat(fit.fit()).isEqualTo(1);
        });
    }
}
