package dashwright.lab.world.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dashwright.lab.world.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The building blocks of series, each alone. */
class SignalsTest {
    private static final long DAY = 86_400;
    /** Monday, 17 August 2026. */
    private static final long MONDAY = 1_786_924_800;

    private static final Signal NOTHING = second -> Double.NaN;

    @Test
    void aCycleHasAMeanOfOneAndPeaksAtItsHour() {
        WeekCycle cycle = new WeekCycle(0.8, 15);
        double sum = 0;
        for (int hour = 0; hour < 168; hour++) {
            sum += cycle.ofHour(MONDAY / 3600 + hour);
        }
        assertThat(sum / 168).isEqualTo(1, within(1e-9));
        assertThat(cycle.at(MONDAY + 15 * 3600)).isGreaterThan(1.5).isGreaterThan(cycle.at(MONDAY + 14 * 3600));
        assertThat(cycle.at(MONDAY + 3 * 3600)).isLessThan(0.6);
        assertThat(cycle.at(MONDAY + 5 * DAY + 15 * 3600)).isLessThan(cycle.at(MONDAY + 15 * 3600));
    }

    @Test
    void noiseStaysWithinItsAmplitudeAndMovesSmoothly() {
        Noise noise = new Noise(7, 0.2, 600);
        double farthest = 0;
        double before = noise.at(0);
        for (long second = 0; second < 40 * 600; second += 10) {
            double value = noise.at(second);
            assertThat(value).isBetween(0.8, 1.2);
            assertThat(Math.abs(value - before)).isLessThan(0.02);
            farthest = Math.max(farthest, Math.abs(value - 1));
            before = value;
        }
        assertThat(farthest).isGreaterThan(0.1);
    }

    @Test
    void aBurstRisesStandsAndFalls() {
        Burst burst = new Burst(1_000, 1_800, 3);
        assertThat(burst.at(999)).isEqualTo(1);
        assertThat(burst.at(1_050)).isEqualTo(2, within(1e-9));
        assertThat(burst.at(1_400)).isEqualTo(3);
        assertThat(burst.at(1_800)).isEqualTo(1);
    }

    @Test
    void nothingIsNotZero() {
        assertThat(new Product(NOTHING, new Level(2)).at(0)).isNaN();
        assertThat(new Sum(NOTHING, new Level(2)).at(0)).isEqualTo(2);
        assertThat(new Sum(NOTHING, NOTHING).at(0)).isNaN();
        assertThat(new Mapped(NOTHING, value -> 0).at(0)).isNaN();
        assertThat(new When(NOTHING, new Level(2)).at(0)).isNaN();
        assertThat(new Bounded(NOTHING, 0, 1, true).at(0)).isNaN();
        assertThat(new OrZero(NOTHING).at(0)).isZero();
        assertThat(new Ratio(NOTHING, NOTHING).at(0)).isZero();
    }

    @Test
    void aSignalIsSilentOutsideItsLifeAndWithinAnOutage() {
        assertThat(new Within(new Level(1), 100, 200).at(99)).isNaN();
        assertThat(new Within(new Level(1), 100, 200).at(100)).isEqualTo(1);
        assertThat(new Within(new Level(1), 100, 200).at(200)).isNaN();
        assertThat(new Outage(new Level(1), 100, 200).at(150)).isNaN();
        assertThat(new Outage(new Level(1), 100, 200).at(200)).isEqualTo(1);
    }

    @Test
    void aTaperedFactorIsCalmAroundItsTimeAndRestlessFarAway() {
        Tapered tapered = new Tapered(new Level(1.4), 1_000, 60, 100);
        assertThat(tapered.at(1_000)).isEqualTo(1);
        assertThat(tapered.at(940)).isEqualTo(1);
        assertThat(tapered.at(890)).isEqualTo(1.2, within(1e-9));
        assertThat(tapered.at(500)).isEqualTo(1.4, within(1e-9));
        assertThat(tapered.at(1_050)).isEqualTo(1.2, within(1e-9));
    }

    @Test
    void daysEndWithTheirLastValueAndStepOrGlide() {
        Days stepped = new Days(10 * DAY, List.of(1.0, 2.0, 5.0), true);
        assertThat(stepped.at(10 * DAY)).isEqualTo(5);
        assertThat(stepped.at(9 * DAY)).isEqualTo(5);
        assertThat(stepped.at(9 * DAY - 1)).isEqualTo(2);
        assertThat(stepped.at(0)).isEqualTo(1);
        Days gliding = new Days(10 * DAY, List.of(1.0, 2.0, 5.0), false);
        assertThat(gliding.at(9 * DAY + DAY / 2)).isEqualTo(5);
        assertThat(gliding.at(9 * DAY)).isEqualTo(3.5);
        assertThat(gliding.at(20 * DAY)).isEqualTo(5);
    }

    @Test
    void aSawtoothGrowsAndFallsBack() {
        Sawtooth saw = new Sawtooth(3, 0.5, 1_000);
        long falls = 0;
        for (long second = 1; second < 10_000; second++) {
            assertThat(saw.at(second)).isBetween(1.0, 1.5);
            falls += saw.at(second) < saw.at(second - 1) ? 1 : 0;
        }
        assertThat(falls).isEqualTo(10);
    }

    @Test
    void partsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Burst(10, 10, 2)).hasMessageContaining("ends after it begins");
        assertThatThrownBy(() -> new WeekCycle(1.5, 3)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new Noise(1, 0.1, 0)).hasMessageContaining("at least a second");
        assertThatThrownBy(() -> new Bounded(new Level(1), 2, 1, false)).hasMessageContaining("below the least");
        assertThatThrownBy(() -> new Tapered(new Level(1), 0, 0, 0)).hasMessageContaining("at least a second");
        assertThatThrownBy(() -> new Share(0.5, 0.2)).hasMessageContaining("within [0, 1]");
        assertThatThrownBy(() -> new Days(0, List.of(), true)).hasMessageContaining("at least one day");
    }
}
