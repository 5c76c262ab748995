package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.search.CatalogIndex;
import dashwright.dashboards.compose.Composed;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanExamples;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the composer writes, the check accepts: each keeps the other honest. */
class ComposedBoardsTest {
    private static final Catalog CATALOG = Catalog.of(
            List.of(
                    metric("app.gauge", MetricType.GAUGE),
                    metric("app.count", MetricType.COUNT),
                    metric("app.rate", MetricType.RATE),
                    metric("app.distribution", MetricType.DISTRIBUTION),
                    metric("warehouse.packaging.files.not_cached", MetricType.GAUGE),
                    metric("warehouse.packaging.total_files", MetricType.GAUGE),
                    metric("warehouse.task.complete", MetricType.COUNT),
                    metric("warehouse.task.failed", MetricType.COUNT),
                    metric("container.memory.usage", MetricType.GAUGE)),
            List.of(new SpanGroup("warehouse-worker", "celery.run", PlanExamples.SYNC, 900)),
            Metrics.NOW);

    private final DashboardCheck check = new DashboardCheck();

    private static Metric metric(String name, MetricType type) {
        TagSet tags = TagSet.of(List.of("env:prod", "pod_name:a", "pod_name:b", "task:" + PlanExamples.SYNC));
        return new Metric(name, type, Unit.NONE, "", "", tags, Liveness.LIVE, true);
    }

    @Test
    void acceptsTheFormOfEveryComposedBoard() {
        assertThat(IntStream.range(0, 300).mapToObj(PlanExamples::random)).allSatisfy(plan -> {
            Composed composed = Composer.compose(plan, CATALOG);
            assertThat(check.checkForm(composed.json()).findings()).isEmpty();
        });
    }

    @Test
    void findsNothingWrongWithAPlanThatFitsTheCatalog() {
        DashboardPlan plan = PlanExamples.fileSync();
        Composed composed = Composer.compose(plan, CATALOG);
        try (CatalogIndex search = CatalogIndex.of(CATALOG)) {
            CheckReport report = check.check(composed.json(), CATALOG, search);

            assertThat(report.findings()).isEmpty();
            assertThat(report.receipts())
                    .extracting(Receipt::widget)
                    .isSubsetOf(composed.placeOfPanel().values());
        }
    }

    @Test
    void takesThePanelsOfWhichThePlanSaysThatEmptyIsGoodByTheirPlaces() {
        Composed composed = Composer.compose(PlanExamples.fileSync(), CATALOG);
        String place = String.valueOf(composed.placeOfPanel().get("pods"));
        try (CatalogIndex search = CatalogIndex.of(CATALOG)) {
            CheckReport report = check.checkLive(
                    composed.json(),
                    CATALOG,
                    search,
                    new Answers(),
                    Metrics.NOW,
                    DashboardCheck.DEFAULT_WINDOW,
                    Set.of(place));

            assertThat(report.receipts())
                    .filteredOn(receipt -> receipt.verdict() == Receipt.Verdict.EMPTY_GOOD)
                    .extracting(Receipt::widget)
                    .contains(place);
        }
    }
}
