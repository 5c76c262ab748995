package dashwright.lab.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Share;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of metrics: what a row means, and what is said of a wrong one. */
class MetricTableTest {
    private static final long START = 1_786_924_800;

    private static List<MetricDefinition> read(String text) throws IOException {
        return MetricTable.read(new StringReader(text), "table.tsv");
    }

    private static WorldMetric made(String row) throws IOException {
        Sender one = new Sender("one", Map.of("host", "a"), new Share(0, 0.5));
        Sender two = new Sender("two", Map.of("host", "b"), new Share(0.5, 1));
        Map<String, List<SenderGroup>> groups =
                Map.of("hosts", List.of(new SenderGroup("hosts", 1, List.of(one, two))));
        return new SeriesFactory(4, START, groups).metric(read(row).getFirst());
    }

    @Test
    void aRowTakesWhatItLeavesOutFromTheLineAboveIt() throws IOException {
        List<MetricDefinition> rows = read("""
                # of the disks
                @ integration=system interval=300 senders=hosts
                disk.read\tgauge\tbyte/second\tlevel=5 interval=60\tBytes read

                disk.total\tgauge\tbyte\tlevel=9\t
                """);
        assertThat(rows).extracting(MetricDefinition::name).containsExactly("disk.read", "disk.total");
        assertThat(rows).extracting(MetricDefinition::interval).containsExactly(60, 300);
        assertThat(rows.getFirst().unit()).isEqualTo("byte");
        assertThat(rows.getFirst().perUnit()).isEqualTo("second");
        assertThat(rows.getFirst().description()).isEqualTo("Bytes read");
        assertThat(rows.getLast().options().text("integration", "")).isEqualTo("system");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\tgauge\t\tlevle=5', no option is called 'levle'",
        "'a\tgauge\t\tlevel=5 level=6', there twice",
        "'a\tmeter\t\tlevel=5', 'meter' is no type",
        "'a\tgauge\tlevel=5', separated by tabs",
        "'\tgauge\t\tlevel=5', needs a name"
    })
    void aWrongRowIsRefusedWithItsPlace(String row, String message) {
        assertThatThrownBy(() -> read("# a comment\n" + row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table.tsv, line 2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\tgauge\t\tsenders=nobody level=1', no senders are called 'nobody'",
        "'a\tgauge\t\tsenders=hosts level=much', takes a number",
        "'a\tgauge\t\tsenders=hosts level=1 alive=6w', ends with d"
    })
    void aRowThatCannotBeMadeIsRefused(String row, String message) {
        assertThatThrownBy(() -> made(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> MetricTable.read(MetricTableTest.class, "nowhere.tsv"))
                .hasMessageContaining("nowhere.tsv");
    }

    @Test
    void aSplitHasASeriesForEachValueTheFirstBeingTheLargest() throws IOException {
        WorldMetric metric = made("queue.length\tgauge\t\tsenders=hosts level=100 even split=queue:most~used,less");
        assertThat(metric.series())
                .extracting(WorldSeries::tags)
                .contains(Map.of("host", "a", "queue", "most used"), Map.of("host", "b", "queue", "less"))
                .hasSize(4);
    }

    @Test
    void aCountMakesItsDailyTotalOverAllSenders() throws IOException {
        WorldMetric metric = made("mail.sent\tcount\temail\tsenders=hosts per_day=2400 cycle=0 noise=0");
        double sum = 0;
        for (WorldSeries series : metric.series()) {
            for (long second = START; second < START + 86_400; second += 60) {
                double value = series.signal().at(second);
                sum += Double.isNaN(value) ? 0 : value;
            }
        }
        assertThat(sum).isEqualTo(2_400);
    }

    @Test
    void aGaugeStaysWithinItsBoundsAndEndsWhenItFellSilent() throws IOException {
        WorldMetric metric = made("cpu.used\tgauge\tpercent\tsenders=hosts level=95 noise=0.4 max=100 alive=6d");
        for (WorldSeries series : metric.series()) {
            assertThat(series.signal().at(START - 6 * 86_400)).isNaN();
            for (long second = START - 8 * 86_400; second < START - 6 * 86_400; second += 3_600) {
                assertThat(series.signal().at(second)).isBetween(50.0, 100.0);
            }
        }
    }
}
