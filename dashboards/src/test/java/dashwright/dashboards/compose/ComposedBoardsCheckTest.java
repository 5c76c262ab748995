package dashwright.dashboards.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.CatalogIndex;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.DashboardCheck;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanExamples;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is composed is what the check asks for. */
class ComposedBoardsCheckTest {
    /** Rightly said of the generated plans that read spans alone, which have no pods to choose from. */
    private static final String UNUSED = "variable-unused";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasNoFaultOfForm(long seed) {
        Composed composed = Composer.compose(PlanExamples.random(seed), Catalogs.APP);

        assertThat(new DashboardCheck().checkForm(composed.json()).findings())
                .extracting(Finding::code)
                .isSubsetOf(UNUSED);
    }

    @Test
    void readsTheFileSyncAsItsMetricsWantToBeRead() {
        assertThat(check(PlanExamples.fileSync(), Catalogs.FILE_SYNC).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsMetricsAsTheirTypesWantToBeRead(long seed) {
        assertThat(check(PlanExamples.random(seed), Catalogs.APP).findings())
                .filteredOn(finding -> !finding.code().equals(UNUSED))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesPlacesAsTheCheckDoes(long seed) {
        DashboardPlan plan = PlanExamples.random(seed);
        Composed composed = Composer.compose(plan, Catalogs.APP);
        Set<String> charts = plan.panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .map(panel -> composed.placeOfPanel().get(panel.id()))
                .collect(Collectors.toSet());

        assertThat(check(plan, Catalogs.APP).receipts())
                .extracting(Receipt::widget)
                .containsExactlyInAnyOrderElementsOf(charts);
    }

    private static CheckReport check(DashboardPlan plan, Catalog catalog) {
        CatalogIndex index = CatalogIndex.of(catalog);
        return new DashboardCheck().check(Composer.compose(plan, catalog).json(), catalog, index);
    }
}
