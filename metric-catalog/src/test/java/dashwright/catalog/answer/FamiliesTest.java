package dashwright.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.CatalogFile;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.pay.time.avg shop.pay.time.median shop.pay.time.95percentile shop.pay.time.max shop.pay.time.count",
                "shop.latency_avg shop.latency_p99",
                "shop.rpc.duration.seconds.bucket shop.rpc.duration.seconds.count shop.rpc.duration.seconds.sum",
                "shop.rpc_seconds_count shop.rpc_seconds_sum",
                "shop.gc_ns.count shop.gc_ns.quantile shop.gc_ns.sum",
                "shop.answers.avg.seconds shop.answers.max.seconds shop.answers.min.seconds",
                "shop.p50_latency shop.p99_latency",
                "shop.lag_average_msec shop.lag_max_msec",
                "shop.lake.latency_80 shop.lake.latency_90 shop.lake.latency_99 shop.lake.latency_999",
                "shop.requestLatencyAvg shop.requestLatencyP95 shop.requestLatencyMax",
                "shop.disk.Mean shop.disk.StdDev shop.disk.99thPercentile shop.disk.Count shop.disk.OneMinuteRate",
                "shop.depth.mean shop.depth.peak shop.depth.min",
                "shop.flush.mean shop.flush.last shop.flush.max",
                "shop.load.p75 shop.load.p95 shop.load.total",
                "shop.size.percentile_50 shop.size.percentile_99",
                "latency.p50 latency.p95 latency.count"
            })
    void figuresOfOneThingAreOneFamilyWhicheverIsAsked(String names) {
        Set<String> all = Set.of(names.split(" "));
        Families families = new Families(catalog(names + " shop.other.thing"));

        assertThat(all)
                .allSatisfy(name ->
                        assertThat(names(families.of(Metric.named(name)))).isEqualTo(all));
        assertThat(families.of(Metric.named("shop.other.thing"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.requests.count shop.requests.errors",
                "shop.threads.count shop.threads.max",
                "shop.pool.max shop.pool.min shop.pool.active",
                "shop.memory.max shop.memory.total shop.memory.used",
                "shop.joins_count shop.joins_rate",
                "shop.files.count shop.files.total",
                "shop.status.200 shop.status.404 shop.status.99",
                "shop.port.80 shop.port.90",
                "shop.load.1 shop.load.5 shop.load.15",
                "shop.average shop.sum shop.recall",
                "shop.latency.p95 shop.size.p99",
                "shop.latency.avg",
                "shop.max.pods shop.min.pods",
                "shop.requestcount shop.requestavg"
            })
    void differentThingsStayApart(String names) {
        Families families = new Families(catalog(names));

        assertThat(names.split(" "))
                .allSatisfy(name -> assertThat(families.of(Metric.named(name))).isEmpty());
    }

    @Test
    void theMeasuredThingItselfBelongsToItsFiguresWhereTheirUnitsAreOne() {
        List<Metric> metrics = List.of(
                metric("shop.duration", "second"),
                metric("shop.duration.max", "second"),
                metric("shop.duration.p99", "second"),
                metric("shop.gets", "task"),
                metric("shop.gets.avg", "microsecond"),
                metric("shop.gets.p99", "microsecond"));
        Families families = new Families(Catalog.of(metrics, List.of(), Instant.EPOCH));

        assertThat(names(families.of(metrics.getFirst())))
                .containsExactlyInAnyOrder("shop.duration", "shop.duration.max", "shop.duration.p99");
        assertThat(families.of(metric("shop.gets", "task"))).isEmpty();
        assertThat(names(families.of(metrics.get(4)))).containsExactlyInAnyOrder("shop.gets.avg", "shop.gets.p99");
    }

    @Test
    void aTotalOfAnotherUnitIsAnotherThing() {
        List<Metric> metrics = List.of(
                metric("shop.req.p50", "minute"),
                metric("shop.req.p95", "minute"),
                metric("shop.req.total", "request"));

        assertThat(names(new Families(Catalog.of(metrics, List.of(), Instant.EPOCH)).of(metrics.getFirst())))
                .containsExactlyInAnyOrder("shop.req.p50", "shop.req.p95");
    }

    @Test
    void aNameWithTwoWordsForFiguresBelongsToOneFamilyOnly() {
        Families families = new Families(
                catalog(
                        "shop.max.latency.avg shop.max.latency.p99 shop.avg.latency.avg shop.avg.latency.p99 shop.min.latency.avg"));

        assertThat(names(families.of(Metric.named("shop.max.latency.avg"))))
                .containsExactlyInAnyOrder("shop.max.latency.avg", "shop.max.latency.p99");
        assertThat(families.of(Metric.named("shop.min.latency.avg"))).isEmpty();
    }

    @Test
    void membersStandInTheOrderInWhichPeopleLookAtThem() {
        Family family = new Families(catalog("a.t.count a.t.max a.t.p99 a.t.median a.t.avg a.t.p95"))
                .of(Metric.named("a.t.max"))
                .orElseThrow();

        assertThat(family.members().stream().map(Family.Variant::word))
                .containsExactly("avg", "median", "p95", "p99", "max", "count");
    }

    @Test
    void looksAtABoundedNumberOfSiblings() {
        List<Metric> many = IntStream.range(0, 100_000)
                .mapToObj(at -> Metric.named("crowd.avg.x" + at))
                .toList();
        Families families = new Families(Catalog.of(many, List.of(), Instant.EPOCH));

        assertThat(families.of(Metric.named("crowd.avg.x99999"))).isEmpty();
        assertThat(families.siblingsRead()).isLessThan(20_000);
    }

    /** Against names that products really have; it prints nothing of them. */
    @Test
    void partsTheMetricsOfRealProductsWithoutOverlap() {
        Path file = Path.of(System.getProperty("dashwright.root", "."))
                .resolveSibling("shared")
                .resolve("data/retrieval/catalog.jsonl");
        Assumptions.assumeTrue(Files.isReadable(file), "the retrieval data are not beside the project");
        Catalog catalog = CatalogFile.read(file).catalog();
        Families families = new Families(catalog);
        Set<Family> all = new HashSet<>();
        catalog.metrics().forEach(metric -> families.of(metric).ifPresent(all::add));

        List<String> grouped = all.stream()
                .flatMap(family -> names(Optional.of(family)).stream())
                .toList();
        assertThat(grouped).doesNotHaveDuplicates().hasSizeBetween(700, 1_000);
        assertThat(all).allSatisfy(family -> assertThat(integrations(family)).hasSize(1));
        assertThat(all)
                .allSatisfy(family -> assertThat(family.members().stream()
                                .filter(member -> member.statistic().isInTheUnit())
                                .map(member -> member.metric().unit())
                                .filter(unit -> !unit.isNone())
                                .distinct())
                        .hasSizeLessThan(2));
    }

    private static Set<String> integrations(Family family) {
        return family.members().stream()
                .map(member -> member.metric().integration())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Optional<Family> family) {
        return family.stream()
                .flatMap(some -> some.members().stream())
                .map(member -> member.metric().name())
                .collect(Collectors.toSet());
    }

    private static Metric metric(String name, String unit) {
        return Metric.named(name).withMetadata(MetricType.GAUGE, Unit.of(unit), "", "");
    }

    private static Catalog catalog(String names) {
        Stream<Metric> metrics = Arrays.stream(names.split(" ")).map(Metric::named);
        return Catalog.of(metrics.toList(), List.of(), Instant.EPOCH);
    }
}
