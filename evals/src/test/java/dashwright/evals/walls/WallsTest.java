package dashwright.evals.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dashwright.dashboards.brokenfixture.BoardThatCallsTheNetwork;
import dashwright.tools.brokenfixture.ToolThatReachesTheWriter;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dashwright");

    static Stream<String> walls() {
        return Walls.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void stands(String wall) {
        ArchRule rule = Objects.requireNonNull(Walls.all().get(wall));
        assertThat(rule.evaluate(HOUSE).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void theHouseIsLookedAtAsAWhole() {
        Set<String> modules = new TreeSet<>();
        HOUSE.forEach(type -> modules.add(type.getPackageName().replaceAll("^(dashwright\\.[a-z]+).*", "$1")));
        assertThat(modules)
                .contains(
                        "dashwright.bot",
                        "dashwright.catalog",
                        "dashwright.dashboards",
                        "dashwright.lab",
                        "dashwright.prompts",
                        "dashwright.tools");
    }

    @Test
    void aToolThatReachesTheWriterIsCaught() {
        assertThat(broken("onlyPublishingReachesTheWriter", ToolThatReachesTheWriter.class))
                .anyMatch(detail -> detail.contains("DatadogWriter"));
    }

    @Test
    void aBoardThatCallsTheNetworkIsCaught() {
        assertThat(broken("dashboardsKnowNoNetworkAndNoVendor", BoardThatCallsTheNetwork.class))
                .anyMatch(detail -> detail.contains("java.net.http"));
    }

    private static Iterable<String> broken(String wall, Class<?> fixture) {
        JavaClasses classes = new ClassFileImporter().importClasses(fixture);
        return Objects.requireNonNull(Walls.all().get(wall))
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }
}
