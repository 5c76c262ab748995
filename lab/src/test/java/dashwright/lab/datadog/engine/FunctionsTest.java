package dashwright.lab.datadog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dashwright.dashboards.query.QueryParser;
import dashwright.lab.datadog.TestWorld;
import dashwright.lab.datadog.metrics.MetricStore;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private static final long NOW = TestWorld.NOON.getEpochSecond();
    private static final long HOUR = 3_600;

    private final Evaluator evaluator = new Evaluator(new MetricStore(new TestWorld()));

    private Frame over(String query, long from, long to) {
        return evaluator.lines(QueryParser.parseQuery(query), Window.of(from, to, NOW));
    }

    private Frame lastHour(String query) {
        return over(query, NOW - HOUR, NOW);
    }

    private double only(String query) {
        Frame frame = lastHour(query);
        assertThat(frame.lines()).hasSize(1);
        double[] values = known(frame.lines().getFirst());
        assertThat(Arrays.stream(values).distinct().count()).isOne();
        return values[0];
    }

    private static double[] known(Line line) {
        return Arrays.stream(line.values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    @Test
    void picksTheTop() {
        Frame top = lastHour("top(avg:queue.size{*} by {host}, 2, 'mean', 'desc')");
        assertThat(top.lines()).extracting(line -> line.group().get("host")).containsExactly("c", "b");
        Frame bottom = lastHour("top(avg:queue.size{*} by {host}, 1, 'max', 'asc')");
        assertThat(bottom.lines()).extracting(line -> line.group().get("host")).containsExactly("a");
        assertThat(lastHour("top5_max(avg:queue.size{*} by {host})")
                        .lines()
                        .getFirst()
                        .group())
                .containsEntry("host", "c");
        assertThat(lastHour("bottom5(avg:queue.size{*} by {host})")
                        .lines()
                        .getFirst()
                        .group())
                .containsEntry("host", "a");
    }

    @Test
    void countsLines() {
        assertThat(only("count_nonzero(avg:queue.size{*} by {host})")).isEqualTo(3);
        assertThat(only("count_not_null(avg:queue.size{env:prod} by {host})")).isEqualTo(2);
        assertThat(only("count_nonzero(avg:queue.size{*} by {host} - 30)")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeshift(max:clock.minutes{*}, -600)|10",
                "hour_before(max:clock.minutes{*})|60",
                "day_before(max:clock.minutes{*})|1440",
                "week_before(max:clock.minutes{*})|10080",
                "month_before(max:clock.minutes{*})|40320",
                "calendar_shift(max:clock.minutes{*}, '-1d', 'UTC')|1440",
                "calendar_shift(max:clock.minutes{*}, '-1w', 'Europe/Berlin')|10080",
                "calendar_shift(max:clock.minutes{*}, '-1mo', 'UTC')|40320"
            })
    void looksBack(String query, double minutes) {
        Frame frame = over(query, NOW - 600, NOW);
        assertThat(frame.times()[0]).isEqualTo(NOW - 600);
        assertThat(frame.lines().getFirst().values()[0]).isEqualTo(-10 - minutes);
    }

    @Test
    void looksAtPointsOneByOne() {
        assertThat(only("abs(sum:queue.size{host:a} - 30)")).isEqualTo(20);
        assertThat(only("log10(sum:queue.size{host:c})")).isEqualTo(2);
        assertThat(only("log2(sum:queue.size{host:a} - 2)")).isEqualTo(3);
        assertThat(only("clamp_max(sum:queue.size{host:a}, 5)")).isEqualTo(5);
        assertThat(only("clamp_min(sum:queue.size{host:a}, 50)")).isEqualTo(50);
        assertThat(lastHour("cutoff_max(sum:queue.size{host:a}, 5)").lines()).isEmpty();
        assertThat(known(
                        lastHour("cutoff_min(max:clock.minutes{*}, -3)").lines().getFirst()))
                .containsExactly(-3, -2, -1);
    }

    @Test
    void looksAlongLines() {
        assertThat(only("diff(max:clock.minutes{*})")).isEqualTo(1);
        assertThat(only("dt(max:clock.minutes{*})")).isEqualTo(60);
        assertThat(only("derivative(max:clock.minutes{*})")).isCloseTo(1 / 60.0, within(1e-12));
        assertThat(only("per_minute(max:clock.minutes{*})")).isCloseTo(1, within(1e-9));
        assertThat(only("per_hour(sum:task.done{*}.as_count())")).isEqualTo(240);
        assertThat(lastHour("monotonic_diff(0 - max:clock.minutes{*})").lines()).isEmpty();
        assertThat(lastHour("cumsum(sum:task.done{*}.as_count())")
                        .lines()
                        .getFirst()
                        .values())
                .endsWith(240);
        assertThat(lastHour("integral(sum:hits{*})").lines().getFirst().values())
                .endsWith(1_800);
    }

    @Test
    void smooths() {
        assertThat(lastHour("moving_rollup(sum:task.done{*}.as_count(), 300, 'sum')")
                        .lines()
                        .getFirst()
                        .values())
                .startsWith(4, 8, 12, 16, 20, 20)
                .endsWith(20);
        assertThat(lastHour("rollup(sum:task.done{*}.as_count(), 'sum', 1200)")
                        .lines()
                        .getFirst()
                        .values())
                .containsExactly(80, 80, 80);
        assertThat(lastHour("ewma_3(max:clock.minutes{*})").lines().getFirst().values())
                .startsWith(-60, -59.5, -58.75);
        assertThat(lastHour("median_3(max:clock.minutes{*})").lines().getFirst().values())
                .endsWith(-3, -2);
        assertThat(lastHour("trend_line(max:clock.minutes{*})")
                        .lines()
                        .getFirst()
                        .values()[59])
                .isCloseTo(-1, within(1e-6));
        assertThat(lastHour("autosmooth(max:clock.minutes{*})").lines()).hasSize(1);
    }

    @Test
    void fillsGapsAsTold() {
        long from = NOW - 2 * HOUR;
        assertThat(known(
                        over("sum:task.failed{*}.as_count()", from, NOW).lines().getFirst()))
                .containsExactly(2, 2);
        assertThat(over("sum:task.failed{*}.as_count().fill(zero)", from, NOW)
                        .lines()
                        .getFirst()
                        .values())
                .hasSize(120)
                .startsWith(2, 0);
        assertThat(known(over("sum:task.failed{*}.as_count().fill(last, 120)", from, NOW)
                        .lines()
                        .getFirst()))
                .hasSize(6);
        assertThat(known(over("sum:task.failed{*}.as_count().fill(3600)", from, NOW)
                        .lines()
                        .getFirst()))
                .hasSize(61);
    }
}
