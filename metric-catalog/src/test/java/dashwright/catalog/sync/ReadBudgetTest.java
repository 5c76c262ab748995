package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.sync.ReadBudget.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadBudgetTest {
    private static final Instant RESET = MovableClock.START.plus(Duration.ofMinutes(40));

    private final MovableClock clock = new MovableClock();
    private @Nullable Allowance told;

    private ReadBudget budget(Optional<Allowance> before) {
        return new ReadBudget(() -> told, before, new ReadRules(100, Duration.ofHours(1), 10, 60), clock);
    }

    private static void spend(ReadBudget budget, int reads) {
        for (int read = 0; read < reads; read++) {
            assertThat(budget.begins(Purpose.LISTING)).as("read %d", read).isTrue();
            budget.ended();
        }
    }

    @Test
    void leavesLessToWhatMattersLess() {
        ReadBudget budget = budget(Optional.empty());
        told = new Allowance(100, 60, RESET);

        assertThat(budget.allowed(Purpose.LISTING)).isEqualTo(60);
        assertThat(budget.allowed(Purpose.REQUEST)).isEqualTo(50);
        assertThat(budget.allowed(Purpose.IDLE)).as("nobody waits for it").isZero();
        assertThat(budget.begins(Purpose.IDLE)).isFalse();
        assertThat(budget.begins(Purpose.REQUEST)).isTrue();
    }

    @Test
    void countsReadsThatAreUnderWayAsSpent() {
        ReadBudget budget = budget(Optional.empty());
        told = new Allowance(100, 11, RESET);

        assertThat(budget.begins(Purpose.REQUEST)).isTrue();
        assertThat(budget.begins(Purpose.REQUEST))
                .as("the eleventh is under way")
                .isFalse();
        budget.unused();
        assertThat(budget.begins(Purpose.REQUEST)).isTrue();
    }

    @Test
    void hasAllReadsAgainOnceThePeriodIsOver() {
        ReadBudget budget = budget(Optional.empty());
        told = new Allowance(200, 0, RESET);
        assertThat(budget.allowed(Purpose.LISTING)).isZero();
        clock.moves(Duration.ofMinutes(39).plusSeconds(59));
        assertThat(budget.allowed(Purpose.LISTING)).isZero();

        clock.moves(Duration.ofSeconds(1));

        assertThat(budget.standing()).isEqualTo(new ReadBudget.Standing(200, 200, 190, 140, null));
    }

    /** A proxy's refusal named a limit of 0, and the catalog was never asked for again. */
    @Test
    void asksAgainThoughARefusalNamedALimitOfNothing() {
        ReadBudget budget = budget(Optional.empty());
        told = new Allowance(0, 0, RESET);
        assertThat(budget.allowed(Purpose.LISTING)).isZero();

        clock.moves(Duration.ofMinutes(40));

        assertThat(budget.allowed(Purpose.LISTING)).isEqualTo(100);
    }

    @Test
    void countsForItselfWhereTheSourceTellsNothing() {
        ReadBudget budget = budget(Optional.empty());
        assertThat(budget.standing().remaining()).isEqualTo(100);
        spend(budget, 30);
        clock.moves(Duration.ofMinutes(30));
        spend(budget, 70);

        assertThat(budget.allowed(Purpose.LISTING)).isZero();
        assertThat(budget.standing().resetAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(1)));

        clock.moves(Duration.ofMinutes(30));
        assertThat(budget.allowed(Purpose.LISTING)).isEqualTo(100);
    }

    @Test
    void goesOnFromWhatWasSpentBeforeARestart() {
        ReadBudget first = budget(Optional.empty());
        spend(first, 95);

        ReadBudget second = budget(first.kept());

        assertThat(second.standing().remaining()).isEqualTo(5);
        assertThat(second.allowed(Purpose.REQUEST)).isZero();
        clock.moves(Duration.ofHours(1));
        assertThat(second.allowed(Purpose.REQUEST)).isEqualTo(90);
    }

    @Test
    void believesTheSourceBeforeItsOwnCount() {
        ReadBudget budget = budget(Optional.of(new Allowance(100, 3, RESET)));
        spend(budget, 1);
        told = new Allowance(100, 80, RESET);

        assertThat(budget.standing().remaining()).isEqualTo(80);
        assertThat(budget.kept()).contains(told);
    }

    @Test
    void saysWhyAndUntilWhen() {
        ReadBudget budget = budget(Optional.empty());
        told = new Allowance(100, 10, RESET);

        assertThat(budget.refusal(Purpose.REQUEST))
                .isEqualTo(
                        "of 100 metric reads an hour 10 are left, which are kept for others; all return at 10:40 UTC");
        told = new Allowance(100, 0, RESET);
        assertThat(budget.refusal(Purpose.REQUEST))
                .isEqualTo("of 100 metric reads an hour 0 are left; all return at 10:40 UTC");
        assertThat(budget.standing().inWords()).isEqualTo("0 of 100 metric reads left until 10:40 UTC");
    }

    @Test
    void refusesAnAllowanceBelowNothing() {
        assertThatThrownBy(() -> new Allowance(100, -1, RESET)).hasMessageContaining("negative");
    }
}
