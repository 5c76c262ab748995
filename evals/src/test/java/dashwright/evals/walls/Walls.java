package dashwright.evals.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.LinkedHashMap;
import java.util.Map;

/** The walls of the house, each with its reason. */
final class Walls {
    private static final String WRITER = "dashwright.tools.datadog.DatadogWriter";
    private static final String[] OUTSIDE = {
        "com.datadog..",
        "com.slack..",
        "dev.langchain4j..",
        "jakarta..",
        "java.net.http..",
        "java.sql..",
        "org.eclipse.jetty.."
    };

    private Walls() {}

    /** Every rule by its name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> walls = new LinkedHashMap<>();
        walls.put(
                "catalogImportsNothingOfOurs",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright.catalog..")
                        .should()
                        .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dashwright..")
                                .and(not(JavaClass.Predicates.resideInAPackage("dashwright.catalog.."))))
                        .because("what can be measured is the ground that everything else stands on"));
        walls.put(
                "catalogKnowsNoNetworkAndNoVendor",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright.catalog..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(OUTSIDE)
                        .because("search and sync must be testable without a network: the port is MetricSource"));
        walls.put(
                "dashboardsImportOnlyTheCatalog",
                only("dashwright.dashboards..", "dashwright.dashboards..", "dashwright.catalog..")
                        .because("a dashboard is what it is whoever talks about it"));
        walls.put(
                "dashboardsKnowNoNetworkAndNoVendor",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright.dashboards..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(OUTSIDE)
                        .because("any board can be checked anywhere: the port is QueryRunner"));
        walls.put(
                "promptsImportNothingOfOurs",
                only("dashwright.prompts..", "dashwright.prompts..").because("what the model is told is text"));
        walls.put(
                "toolsImportOnlyDashboardsAndCatalog",
                only("dashwright.tools..", "dashwright.tools..", "dashwright.dashboards..", "dashwright.catalog..")
                        .because("what may be asked of the world does not depend on who asks"));
        walls.put(
                "onlyTheDoorKnowsTheDatadogClient",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright..")
                        .and()
                        .resideOutsideOfPackage("dashwright.tools.datadog..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.datadog..")
                        .because("the client's oddities must not leak"));
        walls.put(
                "onlyPublishingReachesTheWriter",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright..")
                        .and()
                        .resideOutsideOfPackages(
                                "dashwright.tools.datadog..", "dashwright.bot.publish..", "dashwright.bot")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(WRITER)
                        .because("nothing is written without an approval, and the model's tools never see the writer"));
        walls.put(
                "theModelNeverGetsNearPublishing",
                noClasses()
                        .that()
                        .resideInAnyPackage("dashwright.bot.agent..", "dashwright.bot.planner..", "dashwright.tools..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dashwright.bot.publish..", "dashwright.bot.approval..")
                        .because("who plans a board has no way to approve or publish it"));
        walls.put(
                "theToolboxCannotReachTheWriterByDetours",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright.tools..")
                        .and()
                        .resideOutsideOfPackage("dashwright.tools.datadog..")
                        .should()
                        .transitivelyDependOnClassesThat()
                        .haveFullyQualifiedName(WRITER)
                        .because("what a tool can reach through others, a model can reach"));
        walls.put(
                "onlyApprovalMakesApprovals",
                classes()
                        .that()
                        .haveFullyQualifiedName("dashwright.bot.approval.Approval")
                        .should(haveNoConstructorFromOutside())
                        .because("whoever holds an approval must have got it from the one place that asks a person"));
        walls.put(
                "labKnowsOnlyTheQueryLanguage",
                only("dashwright.lab..", "dashwright.lab..", "dashwright.dashboards.query..")
                        .because("lab stands in for services that share no code with us but a language"));
        walls.put(
                "botDoesNotKnowTheLab",
                noClasses()
                        .that()
                        .resideInAnyPackage("dashwright.bot..", "dashwright.tools..", "dashwright.dashboards..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dashwright.lab..", "dashwright.evals..")
                        .because("the demo runs the real bot, with only addresses changed"));
        walls.put(
                "slackOnlyTranslates",
                noClasses()
                        .that()
                        .resideInAPackage("dashwright.bot.slack..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dashwright.tools.datadog..",
                                "dashwright.bot.planner..",
                                "dashwright.bot.agent..",
                                "dashwright.dashboards.compose..")
                        .because("a face of the verbs decides nothing"));
        walls.put(
                "nobodySleeps",
                noClasses()
                        .that()
                        .resideInAnyPackage("dashwright.catalog..", "dashwright.dashboards..", "dashwright.bot..")
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", java.time.Duration.class)
                        .because("waiting is done by what can be interrupted and tested"));
        return walls;
    }

    private static ClassesShouldConjunction only(String of, String... allowed) {
        return noClasses()
                .that()
                .resideInAPackage(of)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dashwright..")
                        .and(not(JavaClass.Predicates.resideInAnyPackage(allowed))));
    }

    /** No constructor of a class can be called from another package. */
    static ArchCondition<JavaClass> haveNoConstructorFromOutside() {
        return new ArchCondition<>("have no constructor that other packages can call") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit constructor : type.getConstructors()) {
                    boolean open = constructor.getModifiers().contains(JavaModifier.PUBLIC)
                            || constructor.getModifiers().contains(JavaModifier.PROTECTED);
                    if (open) {
                        events.add(SimpleConditionEvent.violated(constructor, constructor.getFullName() + " is open"));
                    }
                }
            }
        };
    }
}
