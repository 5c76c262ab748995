package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanProblems;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.plan.Threshold;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.PlanningOutcome.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change must not do in silence: mix environments, drop a part of a sentence, or take another figure. */
class CandidEditsTest {
    private final Team team = Team.usual();
    private final DashboardPlan board = team.planned("s3 sync status").plan();
    private final DraftEdits edits = new DraftEdits(Words.load(), new CatalogPlanner(team), team);

    private Planned edited(String text) {
        return edited(text, board);
    }

    private Planned edited(String text, DashboardPlan plan) {
        PlanningOutcome outcome = edits.apply(text, plan);
        assertThat(outcome).as(text).isInstanceOf(Planned.class);
        Planned changed = (Planned) outcome;
        assertThat(PlanProblems.of(changed.plan())).as(text).isEmpty();
        assertThat(Composer.compose(changed.plan(), team.catalog()).problems())
                .as(text)
                .isEmpty();
        assertThat(Team.titles(changed.plan())).as(text).doesNotHaveDuplicates();
        assertThat(changed.plan()).as(text).isNotEqualTo(plan);
        return changed;
    }

    /** What is said where the draft stays as it is. */
    private String refused(String text) {
        return refused(text, board);
    }

    private String refused(String text, DashboardPlan plan) {
        PlanningOutcome outcome = edits.apply(text, plan);
        assertThat(outcome).as(text).isInstanceOf(Question.class);
        return ((Question) outcome).question();
    }

    @Test
    void whatWasNeverSeenInTheChosenEnvironmentIsSaidAndIsNoGoodNews() {
        String failed = "warehouse.task.failed";
        Team prod = Team.with(metric -> metric.name().equals(failed) ? metric.withTags(inProdAlone(metric)) : metric);
        DashboardPlan before = prod.planned("s3 sync status").plan();
        DraftEdits there = new DraftEdits(Words.load(), new CatalogPlanner(prod), prod);

        Planned changed = (Planned) there.apply("show only staging", before);

        assertThat(changed.remarks())
                .anyMatch(remark -> remark.startsWith("Never seen with env:staging") && remark.contains(failed));
        assertThat(showing(failed, before)).anyMatch(chart -> chart.whenEmpty() == Panel.Emptiness.GOOD);
        assertThat(showing(failed, changed.plan())).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.whenEmpty()).isEqualTo(Panel.Emptiness.UNKNOWN);
            assertThat(chart.formulas())
                    .noneMatch(formula -> formula.expression().contains("default_zero"));
        });
        Planned back = (Planned) there.apply("only prod", changed.plan());
        assertThat(Team.chart(back.plan(), "Tasks failed, last hour"))
                .isEqualTo(Team.chart(before, "Tasks failed, last hour"));
        assertThat(prod.planned("s3 sync status for staging").remarks())
                .anyMatch(remark -> remark.startsWith("Never seen with env:staging") && remark.contains(failed));
    }

    private static TagSet inProdAlone(Metric metric) {
        return TagSet.of(metric.tags().asMap().entrySet().stream()
                .flatMap(tag -> tag.getValue().stream().map(value -> tag.getKey() + ":" + value))
                .filter(tag -> !tag.equals("env:staging"))
                .toList());
    }

    private static List<Panel.Chart> showing(String metric, DashboardPlan plan) {
        return Team.charts(plan)
                .filter(chart -> chart.series().stream()
                        .anyMatch(series -> series instanceof Series.OfMetric one
                                && one.metric().equals(metric)))
                .toList();
    }

    @Test
    void whatIsAddedTakesTheBoardsEnvironment() {
        DashboardPlan staging = edited("only staging").plan();

        Planned added = edited("add redis memory", staging);

        assertThat(added.plan().variables())
                .extracting(TemplateVariable::defaults)
                .containsExactly(List.of("staging"));
        assertThat(added.remarks())
                .noneMatch(remark -> remark.contains("env:prod") || remark.contains("shows all of them"))
                .anyMatch(remark -> remark.contains("een with env:staging") && remark.contains("redis.mem.used"));
        assertThat(refused("add redis memory in prod", staging))
                .contains("staging")
                .contains("only prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"only the last 90 days in env:qa", "last 90 days in env:qa", "env:qa for the last 90 days"})
    void allOfASentenceIsDoneOrNothingAndThenItIsSaidWhy(String text) {
        assertThat(refused(text))
                .contains("nothing was changed")
                .contains("30 days")
                .contains("90 days")
                .contains("qa")
                .contains("prod");
    }

    @Test
    void aWindowAndAnEnvironmentInOneSentenceAreBothTaken() {
        Planned changed = edited("only the last 7 days in staging");
        assertThat(changed.plan().window()).isEqualTo(Duration.ofDays(7));
        assertThat(changed.plan().variables())
                .extracting(TemplateVariable::defaults)
                .containsExactly(List.of("staging"));
        assertThat(refused("last 7 days and remove the unicorns"))
                .contains("unicorns")
                .contains("nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last 90 days", "90d", "last year"})
    void aWindowThatIsTooLongIsNotShortenedInSilence(String text) {
        assertThat(refused(text)).contains("30 days").contains("is longer");
    }

    @Test
    void coloursFromAnAmountInAnotherUnitOn() {
        Planned changed = edited("make memory red above 500 MB");
        assertThat(changed.remarks()).anyMatch(remark -> remark.contains("500,000,000 byte"));
        assertThat(Team.charts(changed.plan()).flatMap(chart -> chart.thresholds().stream()))
                .contains(new Threshold(Threshold.Comparison.ABOVE, 5e8, Threshold.Level.BAD));
        assertThat(edited("make task run yellow above 2 s").remarks())
                .anyMatch(remark -> remark.contains("2,000 millisecond"));
        assertThat(refused("make memory red above 3 minutes")).contains("it is in byte");
    }

    @Test
    void aPercentileThatIsNotReportedIsNotReplacedByAnother() {
        assertThat(refused("add p99")).contains("p99").contains("p95");
    }

    @ParameterizedTest
    @ValueSource(strings = {"is this good?", "what does p95 mean?", "why is this so slow"})
    void questionsAreAnsweredInOneLine(String text) {
        assertThat(refused(text))
                .contains("so it stays as it is")
                .doesNotContain("\n")
                .hasSizeLessThan(200);
    }
}
