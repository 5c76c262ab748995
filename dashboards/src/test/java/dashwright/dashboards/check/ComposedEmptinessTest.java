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
import dashwright.dashboards.plan.PlanExamples;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The composer tells where a panel lies, the check takes that place. */
class ComposedEmptinessTest {
    private static final Catalog CATALOG = Catalog.of(
            List.of(
                    metric("warehouse.packaging.files.not_cached", MetricType.GAUGE),
                    metric("warehouse.packaging.total_files", MetricType.GAUGE),
                    metric("warehouse.task.complete", MetricType.COUNT),
                    metric("warehouse.task.failed", MetricType.COUNT),
                    metric("container.memory.limit", MetricType.GAUGE),
                    metric("container.memory.usage", MetricType.GAUGE)),
            List.of(new SpanGroup("warehouse-worker", "celery.run", PlanExamples.SYNC, 900)),
            Metrics.NOW);

    private final DashboardCheck check = new DashboardCheck();

    private static Metric metric(String name, MetricType type) {
        TagSet tags = TagSet.of(List.of("env:prod", "pod_name:a", "pod_name:b", "task:" + PlanExamples.SYNC));
        return new Metric(name, type, Unit.NONE, "", "", tags, Liveness.LIVE, true);
    }

    @Test
    void takesThePanelsOfWhichThePlanSaysThatEmptyIsGoodByTheirPlaces() {
        Composed composed = Composer.compose(PlanExamples.fileSync(), CATALOG);
        String place = String.valueOf(composed.placeOfPanel().get("pods"));
        CatalogIndex search = CatalogIndex.of(CATALOG);
        CheckReport report = check.checkLive(
                composed.json(),
                CATALOG,
                search,
                new Answers().data("avg:container.memory.limit{", Duration.ZERO, 5),
                Metrics.NOW,
                DashboardCheck.DEFAULT_WINDOW,
                Set.of(place));

        assertThat(report.receipts())
                .filteredOn(receipt -> receipt.verdict() == Receipt.Verdict.EMPTY_GOOD)
                .extracting(Receipt::widget)
                .contains(place);
    }
}
