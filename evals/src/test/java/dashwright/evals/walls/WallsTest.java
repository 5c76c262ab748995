package dashwright.evals.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dashwright.bot.agent.brokenfixture.AgentThatPublishes;
import dashwright.bot.brokenfixture.BotThatBreaksItsWalls;
import dashwright.bot.slack.brokenfixture.FaceThatDecides;
import dashwright.catalog.brokenfixture.CatalogThatKnowsTooMuch;
import dashwright.dashboards.brokenfixture.BoardThatCallsTheNetwork;
import dashwright.dashboards.brokenfixture.BoardThatKnowsTheDoor;
import dashwright.lab.brokenfixture.LabThatKnowsTheBot;
import dashwright.prompts.brokenfixture.PromptThatKnowsTheDoor;
import dashwright.tools.brokenfixture.ToolThatKnowsTheBot;
import dashwright.tools.brokenfixture.ToolThatReachesTheWriter;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of("catalogImportsNothingOfOurs", CatalogThatKnowsTooMuch.class, "DashboardPlan"),
                Arguments.of("catalogKnowsNoNetworkAndNoVendor", CatalogThatKnowsTooMuch.class, "java.net.http"),
                Arguments.of("dashboardsImportOnlyTheCatalog", BoardThatKnowsTheDoor.class, "DatadogReader"),
                Arguments.of("dashboardsKnowNoNetworkAndNoVendor", BoardThatCallsTheNetwork.class, "java.net.http"),
                Arguments.of("promptsImportNothingOfOurs", PromptThatKnowsTheDoor.class, "DatadogReader"),
                Arguments.of("toolsImportOnlyDashboardsAndCatalog", ToolThatKnowsTheBot.class, "Proposal"),
                Arguments.of("onlyTheDoorKnowsTheDatadogClient", BotThatBreaksItsWalls.class, "ApiClient"),
                Arguments.of("onlyPublishingReachesTheWriter", ToolThatReachesTheWriter.class, "DatadogWriter"),
                Arguments.of("theModelNeverGetsNearPublishing", AgentThatPublishes.class, "Publisher"),
                Arguments.of(
                        "theToolboxCannotReachTheWriterByDetours", ToolThatReachesTheWriter.class, "DatadogWriter"),
                Arguments.of("labKnowsOnlyTheQueryLanguage", LabThatKnowsTheBot.class, "Proposal"),
                Arguments.of("botDoesNotKnowTheLab", BotThatBreaksItsWalls.class, "Lab"),
                Arguments.of("slackOnlyTranslates", FaceThatDecides.class, "DatadogReader"),
                Arguments.of("nobodySleeps", BotThatBreaksItsWalls.class, "Thread.sleep"));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void fallsWhereItIsBreached(String wall, Class<?> fixture, String culprit) {
        assertThat(broken(rule(wall), fixture)).anyMatch(detail -> detail.contains(culprit));
    }

    @Test
    void aClassThatAnybodyCanMakeIsCaught() {
        ArchRule rule = ArchRuleDefinition.classes().should(Walls.haveNoConstructorFromOutside());
        assertThat(broken(rule, ToolThatReachesTheWriter.class)).anyMatch(detail -> detail.contains("is open"));
    }

    @Test
    void eachWallHasItsBreach() {
        Set<String> breached =
                breaches().map(breach -> (String) breach.get()[0]).collect(Collectors.toSet());
        // This one names a class that has no second; its condition is tried by itself.
        breached.add("onlyApprovalMakesApprovals");
        assertThat(Walls.all()).containsOnlyKeys(breached);
    }

    private static ArchRule rule(String wall) {
        return Objects.requireNonNull(Walls.all().get(wall), wall);
    }

    private static Iterable<String> broken(ArchRule rule, Class<?> fixture) {
        JavaClasses classes = new ClassFileImporter().importClasses(fixture);
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
