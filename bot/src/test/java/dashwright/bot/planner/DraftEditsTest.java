package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanProblems;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.plan.Threshold;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.PlanningOutcome.Question;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftEditsTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"remove the errors", "please drop the errors section", "Hide errors"})
    void removesASection(String text) {
        assertThat(Team.sections(board)).contains("errors");
        assertThat(Team.sections(edited(text).plan())).doesNotContain("errors").contains("throughput");
    }

    @Test
    void removesThePanelThatIsMeant() {
        DashboardPlan changed = edited("remove the top worker pods").plan();
        assertThat(Team.titles(board)).contains("Top worker pods by tasks completed");
        assertThat(Team.titles(changed)).doesNotContain("Top worker pods by tasks completed");
        assertThat(changed.panels()).hasSize(board.panels().size() - 1);
    }

    @Test
    void saysThatThereIsNothingOfThatNameToRemove() {
        assertThat(refused("remove the unicorns"))
                .contains("unicorns")
                .contains("Its panels are")
                .contains("The draft stays as it is");
    }

    @Test
    void doesNotRemoveTheLastPanel() {
        DashboardPlan single = team.planned("parking.spaces.free").plan();
        DashboardPlan one = new DashboardPlan(
                single.title(),
                "",
                single.window(),
                List.of(),
                List.of(single.sections().getFirst()),
                List.of());
        assertThat(refused("remove key figures", one)).contains("nothing on the board");
    }

    @Test
    void thePanelIsFoundByAWordOfItsTitle() {
        DashboardPlan changed =
                edited("remove the limit panel", oneOfAKind("Memory limit")).plan();
        assertThat(Team.titles(changed)).doesNotContain("Memory limit");
    }

    private DashboardPlan oneOfAKind(String title) {
        return edited("rename \"" + Team.titles(board).getLast() + "\" to " + title)
                .plan();
    }

    @Test
    void asksWhichOneWhereSeveralPanelsFit() {
        Question question = (Question) edits.apply("remove the memory panel", board);
        assertThat(question.question()).contains("Which one?");
        assertThat(question.choices()).hasSize(3).allSatisfy(choice -> {
            List<String> left = Team.titles(edited(choice).plan());
            assertThat(left).hasSizeLessThan(Team.titles(board).size());
        });
        assertThat(Team.titles(edited("remove all memory panels").plan()))
                .noneMatch(title -> title.toLowerCase(Locale.ROOT).contains("memory"));
    }

    @Test
    void severalPartsGoAtOnce() {
        DashboardPlan changed = edited("remove the errors and the throughput").plan();
        assertThat(Team.sections(changed)).doesNotContain("errors", "throughput");
    }

    @Test
    void keepsOnlyWhatIsNamed() {
        assertThat(Team.sections(edited("only keep the errors section").plan())).containsExactly("errors");
    }

    @Test
    void aTitleIsFoundThoughItStandsInQuotes() {
        String title = Team.titles(board).getLast();
        assertThat(Team.titles(edited("remove \"" + title + "\"").plan())).doesNotContain(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop the notes", "no notes please", "remove all notes"})
    void dropsTheNotes(String text) {
        DashboardPlan noted = Charts.replaced(
                board,
                Map.of(
                        Team.charts(board).findFirst().orElseThrow().id(),
                        Charts.withMeaning(Team.charts(board).findFirst().orElseThrow(), "Counts twice.")));
        assertThat(Team.charts(edited(text, noted).plan()))
                .extracting(Panel.Chart::meaning)
                .containsOnly("");
    }

    @ParameterizedTest
    @CsvSource({
        "last 24 hours, PT24H",
        "make it the last week, P7D",
        "24h, P1D",
        "set the window to last 3 days please, P3D",
        "make it a week, P7D",
        "7 days, P7D",
        "zoom out to 2 days, P2D",
        "can you show the last 12 hours?, PT12H",
        "change the time range to two weeks, P14D",
        "over the past month, P30D",
        "use the last hour instead, PT1H",
        "30 minutes, PT30M",
        "could you switch to 1d please, P1D"
    })
    void setsTheWindow(String text, Duration window) {
        DashboardPlan changed = edited(text).plan();
        assertThat(changed.window()).isEqualTo(window);
        assertThat(changed.sections()).isEqualTo(board.sections());
    }

    @Test
    void aPanelGetsAWindowOfItsOwn() {
        DashboardPlan changed =
                edited("show the throughput over the last 7 days").plan();
        assertThat(changed.window()).isEqualTo(board.window());
        assertThat(Team.charts(changed).map(Panel.Chart::window)).contains(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add p95", "also show p95", "include the p95 latency please"})
    void figuresThatAreOfNothingAreOfTheBoardsSubject(String text) {
        DashboardPlan bare =
                edited("remove the key figures and the duration section").plan();
        assertThat(Team.titles(bare)).noneMatch(title -> title.contains("p95"));
        DashboardPlan changed = edited(text, bare).plan();
        assertThat(Team.titles(changed)).anyMatch(title -> title.contains("p95"));
        assertThat(changed.title()).isEqualTo(board.title());
        assertThat(Team.titles(changed)).containsAll(Team.titles(bare));
    }

    @Test
    void addsWhatTheCatalogHas() {
        Planned changed = edited("add redis memory");
        assertThat(Team.metrics(changed.plan()))
                .containsAll(Team.metrics(board))
                .contains("redis.mem.used");
        assertThat(changed.remarks()).anyMatch(remark -> remark.contains("redis memory"));
    }

    @Test
    void addsNothingTwice() {
        assertThat(refused("add s3 sync status")).contains("is on the board already.");
    }

    @Test
    void whatIsAddedUnderATakenNameGetsOneOfItsOwn() {
        DashboardPlan more = edited("add celery status").plan();
        assertThat(more.panels()).hasSizeGreaterThan(board.panels().size());
        assertThat(more.panels().stream().map(panel -> panel.id())).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatItCouldNotAdd() {
        assertThat(refused("add unicorn births"))
                .contains("Nothing in the catalog answers")
                .contains("The draft stays as it is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call it Sync watch",
                "rename it to \"Sync watch\"",
                "title: Sync watch",
                "rename to Sync watch",
                "please rename the board to Sync watch.",
                "change the title to “Sync watch”",
                "the title should be Sync watch",
                "Name this Sync watch"
            })
    void renamesTheBoard(String text) {
        assertThat(edited(text).plan().title()).isEqualTo("Sync watch");
    }

    @Test
    void boundsATitle() {
        assertThat(edited("call it " + "x".repeat(5_000)).plan().title()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void renamesAPanelAndASection() {
        String title = Team.titles(board).getLast();
        assertThat(Team.titles(edited("rename \"" + title + "\" to RAM").plan()))
                .contains("RAM")
                .doesNotContain(title);
        assertThat(edited("rename the errors section to Failures").plan().sections())
                .extracting(Section::title)
                .contains("Failures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show it by pod", "split by pod", "break it down by pod", "group by pod_name", "per pod"})
    void splitsByATagThatTheMetricsCarry(String text) {
        DashboardPlan changed = edited(text).plan();
        assertThat(Team.charts(changed)
                        .filter(chart -> chart.shape() == Panel.Shape.LINE || chart.shape() == Panel.Shape.BARS)
                        .flatMap(chart -> chart.series().stream())
                        .map(Series::by))
                .contains(List.of("pod_name"));
    }

    @Test
    void doesNotSplitByATagThatIsNotThere() {
        assertThat(refused("show it by region")).contains("region").contains("pod_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only staging",
                "switch to staging",
                "env:staging",
                "show staging instead",
                "for the staging environment"
            })
    void choosesTheEnvironment(String text) {
        assertThat(edited(text).plan().variables())
                .extracting(TemplateVariable::defaults)
                .containsExactly(List.of("staging"));
    }

    @Test
    void anEnvironmentThatIsNotThereIsSaidToBeMissing() {
        assertThat(refused("only qa")).contains("qa").contains("prod").contains("staging");
    }

    @Test
    void aTagAndAValueBecomeAVariable() {
        assertThat(edited("only pod_name:w1").plan().variables())
                .extracting(TemplateVariable::tag)
                .contains("pod_name");
        assertThat(refused("only pod_name:w77")).contains("w77").contains("w1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show the errors section as lines",
                "make the errors a line chart",
                "turn errors into lines",
                "use lines for the errors"
            })
    void drawsInAnotherWay(String text) {
        DashboardPlan bars = edited("show errors as bars", lined()).plan();
        assertThat(errors(bars)).extracting(Panel.Chart::shape).containsOnly(Panel.Shape.BARS);
        assertThat(errors(edited(text, bars).plan()))
                .extracting(Panel.Chart::shape)
                .containsOnly(Panel.Shape.LINE);
    }

    private DashboardPlan lined() {
        return ((Planned) Objects.requireNonNull(edits.apply("show errors as areas", board))).plan();
    }

    private static List<Panel.Chart> errors(DashboardPlan plan) {
        return plan.sections().stream()
                .filter(section -> section.id().equals("errors"))
                .flatMap(section -> section.panels().stream())
                .map(Panel.Chart.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"move the errors to the top", "put errors first", "errors on top", "move errors up to the top"})
    void movesASection(String text) {
        assertThat(Team.sections(edited(text).plan()).getFirst()).isEqualTo("errors");
    }

    @Test
    void movesASectionBesideAnother() {
        List<String> sections =
                Team.sections(edited("put the errors before the throughput").plan());
        assertThat(sections.indexOf("errors")).isEqualTo(sections.indexOf("throughput") - 1);
    }

    @Test
    void movesAPanelToTheTopWithItsSection() {
        String title = Team.titles(board).getLast();
        DashboardPlan changed = edited("move \"" + title + "\" to the top").plan();
        assertThat(Team.titles(changed).getFirst()).isEqualTo(title);
        assertThat(Team.titles(changed)).containsExactlyInAnyOrderElementsOf(Team.titles(board));
    }

    @Test
    void errorsAreRedFromTheFirstOneOn() {
        DashboardPlan changed = edited("make the errors red").plan();
        assertThat(Team.charts(changed).flatMap(chart -> chart.thresholds().stream()))
                .contains(new Threshold(Threshold.Comparison.ABOVE, 0, Threshold.Level.BAD));
        // The number on top counts the same, so it must not say something else.
        assertThat(Team.chart(changed, "Tasks failed, last hour").thresholds())
                .extracting(Threshold::level)
                .contains(Threshold.Level.BAD)
                .doesNotContain(Threshold.Level.WARNING);
        for (Panel.Chart chart : errors(changed)) {
            assertThat(chart.thresholds()).extracting(Threshold::level).doesNotContain(Threshold.Level.WARNING);
        }
    }

    @Test
    void otherFiguresNeedAValueToBeColoured() {
        String number = Team.charts(board)
                .filter(chart -> chart.shape() == Panel.Shape.NUMBER && chart.whenEmpty() != Panel.Emptiness.GOOD)
                .findFirst()
                .orElseThrow()
                .title();
        assertThat(refused("make \"" + number + "\" red")).contains("From which value on?");
        assertThat(Team.chart(edited("make \"" + number + "\" red above 1.5k").plan(), number)
                        .thresholds())
                .contains(new Threshold(Threshold.Comparison.ABOVE, 1_500, Threshold.Level.BAD));
        assertThat(refused("make the errors blue")).contains("red is bad");
    }

    @Test
    void severalChangesInOneSentenceAreMadeTogetherOrNotAtAll() {
        DashboardPlan changed = edited("last 24 hours, remove the errors and rename it to Sync watch")
                .plan();
        assertThat(changed.window()).isEqualTo(Duration.ofDays(1));
        assertThat(changed.title()).isEqualTo("Sync watch");
        assertThat(Team.sections(changed)).doesNotContain("errors");
        refused("last 24 hours and remove the unicorns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "how is redis doing?", "uploads", "why is this so slow", "do something nice", "\u0000"})
    void otherWordsLeaveTheDraftAndSayWhichChangesThereAre(String text) {
        assertThat(refused(text))
                .contains("so it stays as it is")
                .contains("last 24 hours")
                .contains("build …");
    }

    @Test
    void theExamplesAreChangesOfThisDraft() {
        Question question = (Question) edits.apply("frobnicate", board);
        assertThat(question.choices()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(this::edited);
        assertThat(question.choices())
                .anyMatch(choice -> choice.contains(Team.titles(board).getLast()));
    }
}
