package dashwright.lab.world.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events: exact totals, spread over minutes and senders without losing one. */
class EventsTest {
    private static final long HOUR = 489_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 59, 60, 61, 1_524, 325_000})
    void theMinutesOfAnHourMakeItsTotal(long total) {
        for (long key = 0; key < 200; key++) {
            EventPlan plan = new EventPlan.Irregular(key, hour -> total);
            long sum = 0;
            for (int minute = 0; minute < 60; minute++) {
                long inMinute = plan.inMinute(HOUR * 60 + minute);
                assertThat(inMinute).isNotNegative();
                sum += inMinute;
            }
            assertThat(sum).isEqualTo(total);
        }
    }

    @Test
    void minutesDifferAsTheyDoInLife() {
        EventPlan plan = new EventPlan.Irregular(11, hour -> 1_524);
        Set<Long> counts = new HashSet<>();
        for (int minute = 0; minute < 60; minute++) {
            counts.add(plan.inMinute(HOUR * 60 + minute));
        }
        assertThat(counts).hasSizeGreaterThan(15);
    }

    @Test
    void sendersShareEveryEventAndHostsCountWhatTheirPodsCount() {
        EventPlan plan = new EventPlan.Irregular(5, hour -> 1_524);
        double[] cuts = {0, 0.02, 0.1, 0.35, 0.351, 0.9, 1};
        for (int minute = 0; minute < 600; minute++) {
            long second = HOUR * 3600 + 60L * minute;
            double sum = 0;
            double firstThree = 0;
            for (int i = 0; i + 1 < cuts.length; i++) {
                double count = new OrZero(new Counted(plan, new Share(cuts[i], cuts[i + 1]))).at(second);
                sum += count;
                firstThree += i < 3 ? count : 0;
            }
            assertThat(sum).isEqualTo((double) plan.inMinute(second / 60));
            assertThat(new OrZero(new Counted(plan, new Share(0, cuts[3]))).at(second))
                    .isEqualTo(firstThree);
        }
    }

    @Test
    void aShareGetsItsPartInTheLongRun() {
        EventPlan plan = new EventPlan.Irregular(5, hour -> 1_000);
        double sum = 0;
        for (int minute = 0; minute < 6_000; minute++) {
            sum += new OrZero(new Counted(plan, new Share(0.3, 0.4))).at(HOUR * 3600 + 60L * minute);
        }
        assertThat(sum).isEqualTo(10_000, within(300.0));
    }

    @Test
    void nothingIsSentWhereNothingWasCounted() {
        assertThat(new Counted(new EventPlan.Irregular(5, hour -> 0), Share.ALL).at(0))
                .isNaN();
        EventPlan everyQuarter = new EventPlan.Scheduled(5, 15, 0);
        assertThat(new Counted(everyQuarter, Share.ALL).at(15 * 60)).isEqualTo(1);
        assertThat(new Counted(everyQuarter, Share.ALL).at(16 * 60)).isNaN();
        assertThat(new Counted(everyQuarter, Share.ALL, 60).at(0)).isEqualTo(4);
    }

    @Test
    void aCalibratedDayHasItsTotalAndItsLastHour() {
        HourTotals usual = new SteadyHours(1, 735, new WeekCycle(0.6, 15), 0.12);
        HourTotals day = new CalibratedDay(usual, HOUR, 19_043, 1_524);
        long sum = 0;
        for (long hour = HOUR - 24; hour < HOUR; hour++) {
            sum += day.in(hour);
            assertThat(day.in(hour)).isBetween(100L, 2_000L);
        }
        assertThat(sum).isEqualTo(19_043);
        assertThat(day.in(HOUR - 1)).isEqualTo(1_524);
        assertThat(day.in(HOUR)).isEqualTo(usual.in(HOUR));
        assertThat(day.in(HOUR - 25)).isEqualTo(usual.in(HOUR - 25));
    }

    @Test
    void rareEventsComeAsOftenAsTheyShould() {
        HourTotals rare = new SteadyHours(9, 0.05, new WeekCycle(0, 0), 0);
        long sum = 0;
        for (long hour = 0; hour < 20_000; hour++) {
            sum += rare.in(hour);
        }
        assertThat(sum).isBetween(850L, 1_150L);
    }
}
