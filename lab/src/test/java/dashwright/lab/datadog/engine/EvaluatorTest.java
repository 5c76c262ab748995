package dashwright.lab.datadog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dashwright.dashboards.query.QueryParser;
import dashwright.lab.datadog.TestWorld;
import dashwright.lab.datadog.metrics.MetricStore;
import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
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

    private double total(String query, long from, long to) {
        return Arrays.stream(known(over(query, from, to).lines().getFirst())).sum();
    }

    @ParameterizedTest
    @CsvSource({"avg,20", "sum,40", "min,10", "max,30"})
    void joinsSendersInSpace(String aggregator, double expected) {
        assertThat(only(aggregator + ":queue.size{env:prod}")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host:a|10",
                "!host:c|40",
                "env:prod,host:b|30",
                "env:prod AND NOT host:a|30",
                "host IN (a, c)|110",
                "host:a OR host:c|110",
                "env:st*|100",
                "env:*od|40",
                "env|140",
                "HOST:A|10",
                "env:prod AND (host:a OR host:c)|10"
            })
    void takesInWhatTheScopeSays(String scope, double expected) {
        assertThat(only("sum:queue.size{" + scope + "}")).isEqualTo(expected);
    }

    @Test
    void matchesNothingWithATemplateVariable() {
        assertThat(lastHour("sum:queue.size{$env}").lines()).isEmpty();
    }

    @Test
    void splitsByTags() {
        Frame frame = lastHour("sum:queue.size{*} by {env}");
        assertThat(frame.lines())
                .extracting(Line::group)
                .containsExactly(new TreeMap<>(Map.of("env", "prod")), new TreeMap<>(Map.of("env", "staging")));
        assertThat(frame.lines().getFirst().values()).containsOnly(40);
    }

    @Test
    void namesTheGroupOfThoseWithoutTheTag() {
        assertThat(lastHour("sum:clock.minutes{*} by {env}").lines().getFirst().group())
                .containsEntry("env", "N/A");
        assertThat(lastHour("exclude_null(sum:clock.minutes{*} by {env})").lines())
                .isEmpty();
    }

    @Test
    void answersAnUnknownMetricWithNoLines() {
        assertThat(lastHour("avg:no.such.metric{*}").lines()).isEmpty();
    }

    @Test
    void answersAWindowWithoutPointsWithNoLines() {
        assertThat(lastHour("sum:quiet.errors{*}.as_count()").lines()).isEmpty();
        assertThat(lastHour("avg:never.sent{*}").lines()).isEmpty();
    }

    @Test
    void showsZeroWhereAKnownMetricIsSilentAndZeroWasAskedFor() {
        assertThat(only("default_zero(sum:quiet.errors{*}.as_count())")).isZero();
    }

    @Test
    void showsNoZeroForAMetricThatFellSilentLongAgo() {
        assertThat(lastHour("default_zero(avg:gone.metric{*})").lines()).isEmpty();
        assertThat(lastHour("default_zero(avg:no.such.metric{*})").lines()).isEmpty();
    }

    @Test
    void averagesCountsUnlessToldToCount() {
        assertThat(only("sum:task.done{*}.rollup(avg, 600)")).isEqualTo(4);
        assertThat(only("sum:task.done{*}.as_count().rollup(sum, 600)")).isEqualTo(40);
        assertThat(total("sum:task.done{*}", NOW - 4 * 24 * HOUR, NOW)).isLessThan(4 * 96 + 5);
    }

    @Test
    void countsExactlyWhatTheWindowHolds() {
        assertThat(total("sum:task.done{*}.as_count()", NOW - HOUR, NOW)).isEqualTo(240);
        assertThat(total("sum:task.done{*}.as_count()", NOW - 24 * HOUR, NOW)).isEqualTo(24 * 240);
        assertThat(total("sum:task.done{*}.as_count()", NOW - 7 * 24 * HOUR, NOW))
                .isEqualTo(7 * 24 * 240);
        assertThat(total("sum:task.failed{*}.as_count()", NOW - 24 * HOUR, NOW)).isEqualTo(48);
    }

    @Test
    void countsTheSameInAWindowThatBeginsWithinAMinute() {
        assertThat(total("sum:task.done{*}.as_count()", NOW - HOUR - 23, NOW - 23))
                .isEqualTo(240);
    }

    @Test
    void turnsRatesIntoCountsAndCountsIntoRates() {
        assertThat(only("sum:hits{*}")).isEqualTo(0.5);
        assertThat(total("sum:hits{*}.as_count()", NOW - HOUR, NOW)).isEqualTo(1_800);
        assertThat(only("sum:hits{*}.as_rate()")).isEqualTo(0.5);
        assertThat(only("sum:task.done{*}.as_rate()")).isCloseTo(4 / 60.0, within(1e-12));
    }

    @Test
    void leavesGaugesAloneWhenToldToCount() {
        assertThat(only("sum:queue.size{env:prod}.as_count()")).isEqualTo(40);
    }

    @Test
    void rollsUpInTimeAsTold() {
        assertThat(lastHour("max:clock.minutes{*}.rollup(max, 600)")
                        .lines()
                        .getFirst()
                        .values())
                .containsExactly(-51, -41, -31, -21, -11, -1);
        assertThat(lastHour("max:clock.minutes{*}.rollup(count, 600)")
                        .lines()
                        .getFirst()
                        .values())
                .containsOnly(10);
    }

    @ParameterizedTest
    @CsvSource({"1,60", "4,60", "24,300", "48,600", "168,3600", "720,14400"})
    void spacesPointsAsDatadogDoes(long hours, long step) {
        assertThat(over("avg:queue.size{*}", NOW - hours * HOUR, NOW).step()).isEqualTo(step);
    }

    @Test
    void spacesPointsNoCloserThanTheyAreSent() {
        assertThat(lastHour("avg:request.time{*}").step()).isEqualTo(20);
        assertThat(lastHour("avg:queue.total{*}").step()).isEqualTo(300);
    }

    @Test
    void knowsNothingOfTheFuture() {
        Frame frame = over("max:clock.minutes{*}", NOW - 600, NOW + 600);
        assertThat(frame.lines().getFirst().values()).hasSize(11).endsWith(0);
    }

    @Test
    void poolsDistributions() {
        assertThat(only("avg:task.run{*}")).isEqualTo(200);
        assertThat(only("count:task.run{*}.rollup(sum, 60)")).isEqualTo(12);
        assertThat(only("p50:request.time{*}")).isCloseTo(100 * Math.exp(-0.08), within(0.1));
        assertThat(only("p95:request.time{*}")).isCloseTo(100 * Math.exp(0.4 * 1.6449 - 0.08), within(0.2));
        assertThat(only("p99:request.time{*}")).isGreaterThan(only("p95:request.time{*}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p95:queue.size{*}|percentile aggregation p95 is not available for metric queue.size of type gauge",
                "p95:task.run{*}|needs a distribution with percentiles enabled",
                "count:queue.size{*}|needs a distribution",
                "last:queue.size{*}|unknown aggregator 'last'",
                "last:no.such.metric{*}|unknown aggregator 'last'",
                "avg:queue.size{*}.as_gauge()|unknown method .as_gauge()",
                "avg:queue.size{*}.rollup(median, 60)|rollup takes one of",
                "avg:queue.size{*}.fill(cubic)|fill takes",
                "sparkle(avg:queue.size{*})|unknown function sparkle",
                "anomalies(avg:queue.size{*}, 'basic', 2)|does not evaluate anomalies()",
                "top(avg:queue.size{*}, 5, 'mean', 'up')|top takes",
                "clamp_min(avg:queue.size{*})|needs a number as argument 2",
                "calendar_shift(avg:queue.size{*}, 'yesterday', 'UTC')|calendar_shift takes",
                "calendar_shift(avg:queue.size{*}, '-1d', 'Mars/Olympus')|no time zone Mars/Olympus"
            })
    void refusesWhatCannotBeAnswered(String query, String reason) {
        assertThatThrownBy(() -> lastHour(query))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void calculates() {
        assertThat(only("100 * sum:queue.size{host:a} / sum:queue.size{env:prod}"))
                .isEqualTo(25);
        assertThat(only("1 - sum:queue.size{host:a}")).isEqualTo(-9);
        assertThat(only("-(sum:queue.size{host:a} - 4)")).isEqualTo(-6);
        assertThat(lastHour("sum:queue.size{host:a} / (sum:queue.size{host:a} - 10)")
                        .lines())
                .isEmpty();
    }

    @Test
    void meetsLinesByTheirGroups() {
        Frame share = lastHour("sum:queue.size{*} by {host} / sum:queue.size{*}");
        assertThat(share.lines()).hasSize(3);
        assertThat(share.lines().getLast().values()[0]).isCloseTo(100 / 140.0, within(1e-12));
        Frame reversed = lastHour("sum:queue.size{*} - sum:queue.size{*} by {host}");
        assertThat(reversed.lines().getFirst().values()[0]).isEqualTo(130);
        Frame doubled = lastHour("sum:queue.size{*} by {host,env} + sum:queue.size{*} by {env}");
        assertThat(doubled.lines()).hasSize(3);
        assertThat(doubled.lines().getFirst().values()[0]).isEqualTo(50);
    }

    @Test
    void bridgesGaugesThatAreSentAtOtherTimes() {
        Frame frame = lastHour("avg:queue.total{*} - avg:clock.minutes{*}");
        assertThat(frame.times()).hasSize(60);
        assertThat(known(frame.lines().getFirst())).hasSizeGreaterThan(50);
        for (double value : known(frame.lines().getFirst())) {
            assertThat(value).isCloseTo(1_000, within(1e-9));
        }
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
        assertThat(known(over("sum:task.failed{*}.as_count().fill(linear, 3600)", from, NOW)
                        .lines()
                        .getFirst()))
                .hasSize(61);
    }

    @Test
    void keepsTheUnit() {
        assertThat(lastHour("avg:request.time{*}").unit()).isEqualTo(new UnitPair("millisecond", ""));
        assertThat(lastHour("avg:request.time{*} * 2").unit()).isEqualTo(new UnitPair("millisecond", ""));
        assertThat(lastHour("avg:request.time{*} / avg:request.time{*}").unit()).isEqualTo(UnitPair.NONE);
    }

    @Test
    void namesQueriesInFormulas() {
        Map<String, NamedQuery> queries = Map.of(
                "done", named("sum:task.done{*} by {task}.as_count()", "sum"),
                "minutes", named("max:clock.minutes{*}", "last"));
        Window window = Window.of(NOW - HOUR, NOW, NOW);
        Frame numbers = evaluator.numbers(QueryParser.parseFormula("done * 2"), queries, window);
        assertThat(numbers.lines()).extracting(line -> line.values()[0]).containsExactly(120.0, 360.0);
        Frame before = evaluator.numbers(QueryParser.parseFormula("minutes - hour_before(minutes)"), queries, window);
        assertThat(before.lines().getFirst().values()).containsExactly(60);
        Frame summed = evaluator.numbers(QueryParser.parseFormula("cumsum(done)"), queries, window);
        assertThat(summed.lines()).hasSize(2);
        Frame lines = evaluator.lines(QueryParser.parseFormula("done / 0.5"), queries, window);
        assertThat(lines.lines().getLast().values()).containsOnly(6);
    }

    private NamedQuery named(String query, String aggregator) {
        return new NamedQuery(window -> evaluator.lines(QueryParser.parseQuery(query), window), aggregator);
    }

    private static Evaluator overPods(String type, Signal signal) {
        List<WorldSeries> pods = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pods.add(TestWorld.series(signal, "pod", "pod-" + i));
        }
        return new Evaluator(new MetricStore(new TestWorld().with(TestWorld.metric("pods", type, 10, pods))));
    }

    @Test
    void thinsOutLevelsOverManySendersAndStaysNearTheTruth() {
        int[] readings = new int[1];
        Evaluator busy = overPods("gauge", at -> {
            readings[0]++;
            return 100 + Math.sin(at / 900.0);
        });
        Frame frame =
                busy.lines(QueryParser.parseQuery("avg:pods{*} by {pod}"), Window.of(NOW - 7 * 24 * HOUR, NOW, NOW));
        assertThat(readings[0]).isLessThan(6_000_000);
        assertThat(frame.lines()).hasSize(200);
        assertThat(frame.lines().getFirst().values()[100]).isCloseTo(100, within(1.0));
    }

    @Test
    void neverThinsOutCounts() {
        Evaluator busy = overPods("count", at -> at % 3_600 == 50 ? 1 : Double.NaN);
        Frame frame =
                busy.lines(QueryParser.parseQuery("sum:pods{*}.as_count()"), Window.of(NOW - 7 * 24 * HOUR, NOW, NOW));
        assertThat(Arrays.stream(frame.lines().getFirst().values()).sum()).isEqualTo(200 * 7 * 24);
    }
}
