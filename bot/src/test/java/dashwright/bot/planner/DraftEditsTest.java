package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanProblems;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftEditsTest {
    private final Team team = Team.usual();
    private final DashboardPlan board = team.planned("s3 sync status").plan();
    private final DraftEdits edits = new DraftEdits(Words.load());

    private Planned edited(String text) {
        Planned changed = edits.apply(text, board, new CatalogPlanner(team)).orElseThrow();
        assertThat(PlanProblems.of(changed.plan())).isEmpty();
        assertThat(Composer.compose(changed.plan(), team.catalog()).problems()).isEmpty();
        assertThat(Team.titles(changed.plan())).doesNotHaveDuplicates();
        return changed;
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
        Planned same = edited("remove the unicorns");
        assertThat(same.plan()).isEqualTo(board);
        assertThat(same.remarks())
                .singleElement()
                .asString()
                .contains("unicorns")
                .contains("Its sections are");
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
        Planned same =
                edits.apply("remove key figures", one, new CatalogPlanner(team)).orElseThrow();
        assertThat(same.plan()).isEqualTo(one);
        assertThat(same.remarks()).singleElement().asString().startsWith("The board stays as it is");
    }

    @ParameterizedTest
    @CsvSource({
        "last 24 hours, PT24H",
        "make it the last week, P7D",
        "24h, P1D",
        "set the window to last 3 days please, P3D"
    })
    void setsTheWindow(String text, Duration window) {
        DashboardPlan changed = edited(text).plan();
        assertThat(changed.window()).isEqualTo(window);
        assertThat(changed.sections()).isEqualTo(board.sections());
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
        Planned same = edited("add s3 sync status");
        assertThat(same.plan()).isEqualTo(board);
        assertThat(same.remarks()).containsExactly("The board shows that already.");
    }

    @Test
    void whatIsAddedUnderATakenNameGetsOneOfItsOwn() {
        DashboardPlan more = edited("add celery status").plan();
        assertThat(more.panels()).hasSizeGreaterThan(board.panels().size());
        assertThat(more.panels().stream().map(panel -> panel.id())).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatItCouldNotAdd() {
        Planned same = edited("add unicorn births");
        assertThat(same.plan()).isEqualTo(board);
        assertThat(same.remarks()).singleElement().asString().contains("nothing was added");
        assertThat(edited("add errors").remarks()).singleElement().asString().contains("Errors of what?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call it Sync watch", "rename it to \"Sync watch\"", "title: Sync watch"})
    void renamesTheBoard(String text) {
        assertThat(edited(text).plan().title()).isEqualTo("Sync watch");
    }

    @Test
    void boundsATitle() {
        assertThat(edited("call it " + "x".repeat(5_000)).plan().title()).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "thanks!", "how is redis doing?", "uploads last 24 hours", "\u0000"})
    void leavesOtherWordsToThePlanner(String text) {
        assertThat(edits.apply(text, board, new CatalogPlanner(team))).isEmpty();
    }
}
