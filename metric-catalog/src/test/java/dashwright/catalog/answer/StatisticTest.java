package dashwright.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
    @ParameterizedTest
    @CsvSource({
        "avg, average",
        "average, average",
        "mean, average",
        "Mean, average",
        "median, median",
        "p50, median",
        "50percentile, median",
        "p95, p95",
        "95percentile, p95",
        "95th, p95",
        "95thPercentile, p95",
        "95th_percentile, p95",
        "95pct, p95",
        "95p, p95",
        "percentile_95, p95",
        "percentile95, p95",
        "quantile.95, p95",
        "P99, p99",
        "p999, p99.9",
        "p99_9, p99.9",
        "p99.9, p99.9",
        "9999percentile, p99.99",
        "p995, p99.5",
        "max, maximum",
        "maximum, maximum",
        "peak, maximum",
        "min, minimum",
        "stddev, deviation",
        "std_dev, deviation",
        "StdDev, deviation",
        "last, last",
        "sum, sum",
        "total, total",
        "count, count",
        "cnt, count",
        "bucket, bucket",
        "quantile, quantile",
        "rate, rate",
        "m15_rate, rate",
        "OneMinuteRate, rate",
        "one_minute_rate, rate",
        "rate1m, rate"
    })
    void readsHowNamesSayIt(String word, String statistic) {
        assertThat(Statistic.of(word).orElseThrow()).hasToString(statistic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "errors",
                "maxima",
                "p5",
                "p100",
                "p200",
                "p00",
                "95",
                "pct",
                "used_pct",
                "5xx",
                "counter",
                "720p"
            })
    void takesNothingElseForOne(String word) {
        assertThat(Statistic.of(word)).isEmpty();
    }

    @Test
    void ordersThemAsPeopleLookAtThem() {
        assertThat(Statistic.of("avg").orElseThrow())
                .isLessThan(Statistic.of("p95").orElseThrow());
        assertThat(Statistic.of("p95").orElseThrow())
                .isLessThan(Statistic.of("p999").orElseThrow());
        assertThat(Statistic.of("max").orElseThrow())
                .isLessThan(Statistic.of("count").orElseThrow());
    }
}
