package dashwright.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every world. */
class WorldRulesTest {
    private static List<World> worlds() {
        return Worlds.names().stream().map(name -> Worlds.named(name, 3)).toList();
    }

    private static List<Double> someValues(World world) {
        List<Double> values = new ArrayList<>();
        for (WorldMetric metric : world.metrics()) {
            for (WorldSeries series : metric.series()) {
                values.add(series.signal().at(world.start().getEpochSecond() - 3L * metric.interval()));
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theSameSeedGivesTheSameValuesInWhateverOrderTheyAreAsked(World world) {
        List<Double> first = someValues(world);
        assertThat(someValues(Worlds.named(world.name(), 3))).isEqualTo(first);
        assertThat(someValues(world)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void anotherSeedGivesOtherNoise(World world) {
        List<Double> first = someValues(world);
        List<Double> other = someValues(Worlds.named(world.name(), 4));
        assertThat(other).hasSameSizeAs(first);
        long differing = 0;
        for (int i = 0; i < first.size(); i++) {
            differing += first.get(i).equals(other.get(i)) ? 0 : 1;
        }
        assertThat(differing).isGreaterThan(first.size() / 5);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void countsAreWholeAndNothingIsNegative(World world) {
        for (WorldMetric metric : world.metrics()) {
            Readings readings = Readings.of(world, metric.name());
            List<Double> points = readings.last(Duration.ofSeconds(20L * metric.interval()));
            assertThat(points).as(metric.name()).allMatch(value -> value >= 0 && Double.isFinite(value));
            if (metric.type().equals("count")) {
                assertThat(points).as(metric.name()).allMatch(value -> value == Math.rint(value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everySeriesOfAMetricHasTagsOfItsOwn(World world) {
        for (WorldMetric metric : world.metrics()) {
            Set<Map<String, String>> seen = new HashSet<>();
            assertThat(metric.series()).as(metric.name()).isNotEmpty().allMatch(series -> seen.add(series.tags()));
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void intervalsDivideTheHourAndOnlyDistributionsHavePercentiles(World world) {
        assertThat(world.metrics())
                .allMatch(metric -> metric.interval() >= 60 && 3600 % metric.interval() == 0)
                .allMatch(metric -> !metric.percentiles() || metric.type().equals("distribution"));
        assertThat(world.start().getEpochSecond() % 3600).isZero();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void spansAreNeverNegativeAndFailAtMostAlways(World world) {
        assertThat(world.spans()).isNotEmpty();
        for (WorldSpans spans : world.spans()) {
            for (int minute = 1; minute <= 60; minute++) {
                long second = world.start().getEpochSecond() - 60L * minute;
                assertThat(spans.perMinute().at(second)).isNotNegative();
                assertThat(spans.errorShare().at(second)).isBetween(0.0, 1.0);
                assertThat(spans.durationMillis().at(second)).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void boardsMonitorsAndObjectivesAreJsonWithAnIdEach(World world) throws Exception {
        Set<String> ids = new HashSet<>();
        for (List<String> texts : List.of(world.dashboards(), world.monitors(), world.objectives())) {
            assertThat(texts).isNotEmpty();
            for (String text : texts) {
                JsonNode document = JsonMapper.builder().build().readTree(text);
                assertThat(ids.add(document.path("id").asText())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theCatalogHasALineForEachMetric(World world) throws Exception {
        List<String> lines = WorldCatalog.lines(world);
        assertThat(lines).hasSameSizeAs(world.metrics());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = JsonMapper.builder().build().readTree(lines.get(i));
            WorldMetric metric = world.metrics().get(i);
            assertThat(line.get("name").asText()).isEqualTo(metric.name());
            assertThat(line.get("type").asText()).isEqualTo(metric.type());
            assertThat(line.get("description").asText()).isEqualTo(metric.description());
            metric.series()
                    .getFirst()
                    .tags()
                    .forEach((key, value) ->
                            assertThat(line.get("tags").toString()).contains('"' + key + ':' + value + '"'));
        }
    }

    @Test
    void anUnknownWorldIsRefusedWithTheNamesOfTheKnownOnes() {
        assertThatThrownBy(() -> Worlds.named("mars", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mars")
                .hasMessageContaining("pypi, metta");
    }
}
