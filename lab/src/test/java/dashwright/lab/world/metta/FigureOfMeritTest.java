package dashwright.lab.world.metta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dashwright.lab.world.Readings;
import dashwright.lab.world.World;
import dashwright.lab.world.Worlds;
import dashwright.lab.world.table.MetricDefinition;
import dashwright.lab.world.table.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of the figures of merit, and that the figures are at all times those of their sources. */
class FigureOfMeritTest {
    @ParameterizedTest
    @CsvSource({
        "positive,0,0",
        "positive,0.01,1",
        "'falling(0,5)',2,0.6",
        "'falling(0,5)',31,0",
        "'falling(3,10)',1,1",
        "'falling(3,10)',6.5,0.5",
        "'falling(24,72)',59.89,0.2523",
        "'rising(0,7)',3,0.4286",
        "'rising(0,7)',9,1",
        "accuracy,50,0.5",
        "accuracy,0.5,0.5",
        "hours,0.5,0.3",
        "hours,8,1",
        "hours,12,0.5"
    })
    void followsTheTeamsFormulas(String formula, double value, double figure) {
        assertThat(FigureOfMerit.of(formula).applyAsDouble(value)).isEqualTo(figure, within(5e-5));
    }

    @Test
    void refusesAFormulaItDoesNotKnow() {
        assertThatThrownBy(() -> FigureOfMerit.of("sideways(1,2)")).hasMessageContaining("sideways(1,2)");
    }

    /** Runs only where the measuring data lie beside the project: input and figure for every formula that was in use. */
    @Test
    void agreesWithTheRecordedPoints() throws IOException {
        Path recorded = Path.of(
                System.getProperty("dashwright.root", "."), "..", "shared", "data", "metta", "fom-vectors.json");
        assumeTrue(Files.exists(recorded), "skipped: the measuring data are not beside the project");
        Map<String, String> formulas = new HashMap<>();
        formulas().forEach((name, formula) -> formulas.put(name, formula[0]));
        int compared = 0;
        for (JsonNode figure :
                JsonMapper.builder().build().readTree(recorded.toFile()).get("fom")) {
            String formula = formulas.getOrDefault(figure.get("metric").asText(), "");
            assertThat(formula).as(figure.get("metric").asText()).isNotEmpty();
            for (JsonNode point : figure.get("vectors")) {
                assertThat(FigureOfMerit.of(formula).applyAsDouble(point.get(0).asDouble()))
                        .as(figure.get("metric").asText() + " of " + point.get(0))
                        .isEqualTo(point.get(1).asDouble(), within(5e-5));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void everyFigureIsAtAllTimesThatOfItsSource() {
        World world = Worlds.named("metta", 9);
        Map<String, String[]> formulas = formulas();
        assertThat(formulas).hasSize(14);
        formulas.forEach((name, formula) -> {
            List<Double> expected = new ArrayList<>();
            Readings.of(world, formula[1])
                    .last(Duration.ofDays(8))
                    .forEach(value -> expected.add(FigureOfMerit.of(formula[0]).applyAsDouble(value)));
            assertThat(Readings.of(world, name).last(Duration.ofDays(8)))
                    .as(name)
                    .isNotEmpty()
                    .isEqualTo(expected)
                    .allMatch(figure -> figure >= 0 && figure <= 1);
        });
    }

    private static Map<String, String[]> formulas() {
        Map<String, String[]> formulas = new HashMap<>();
        for (String table : List.of("health_fom.tsv", "passing.tsv")) {
            for (MetricDefinition definition : MetricTable.read(MettaWorld.class, table)) {
                if (definition.options().has("fom")) {
                    formulas.put(
                            definition.name(),
                            definition.options().text("fom", "").split(":", 2));
                }
            }
        }
        return formulas;
    }
}
