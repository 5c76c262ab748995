package dashwright.dashboards.live;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1524        |             |        | 1,524",
                "8000000     | file        |        | 8.0 M",
                "8149233     |             |        | 8.1 M",
                "19012       | task        |        | 19,012",
                "0           | error       |        | 0",
                "1400        | millisecond |        | 1.4 s",
                "850         | millisecond |        | 850 ms",
                "0.25        | millisecond |        | 250 µs",
                "90          | second      |        | 90 s",
                "5400        | second      |        | 90 min",
                "37.5        | day         |        | 37.5 d",
                "12000000000 | byte        |        | 12 GB",
                "512         | mebibyte    |        | 537 MB",
                "51.27       | percent     |        | 51.3 %",
                "0.5         | fraction    |        | 50 %",
                "1532.5      | dollar      |        | $1,533",
                "12.5        | request     | second | 12.5/s",
                "0.000000001 | second      |        | 1.0 ns",
                "-3.25       |             |        | -3.25",
                "1e15        |             |        | 1.0 Q",
            })
    void printsWhatPeopleSay(double value, String unit, String per, String expected) {
        assertThat(HumanValue.of(value, new Unit(unit == null ? "" : unit, per == null ? "" : per)))
                .isEqualTo(expected);
    }

    @Test
    void neverPrintsANumberWhereThereIsNone() {
        assertThat(HumanValue.of(null, Unit.NONE)).isEqualTo("no data");
        assertThat(HumanValue.of(Double.NaN, Unit.of("byte"))).isEqualTo("no data");
        assertThat(HumanValue.of(Double.POSITIVE_INFINITY, Unit.NONE)).isEqualTo("no data");
    }
}
