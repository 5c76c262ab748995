package dashwright.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.Settings;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.catalog.sync.Allowance;
import dashwright.catalog.sync.Demand;
import dashwright.catalog.sync.Listed;
import dashwright.catalog.sync.Snapshot;
import dashwright.catalog.sync.SnapshotException;
import dashwright.catalog.sync.Wanted;
import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogSnapshotsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(new Settings.Store("jdbc:sqlite:" + folder.resolve("d.db"), folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private CatalogSnapshots of(String site, String key) {
        return CatalogSnapshots.of(store, DatadogSettings.forSite(site, Secret.of(key), Secret.of("app")));
    }

    private static Snapshot snapshot(Metric... metrics) {
        return snapshot(Map.of(), metrics);
    }

    private static Snapshot snapshot(Map<Wanted, Instant> readAt, Metric... metrics) {
        return new Snapshot(
                Catalog.of(List.of(metrics), List.of(), NOW),
                new Listed(NOW, 6, 2, true, List.of(), List.of()),
                Map.of(),
                Map.of(),
                Demand.NONE,
                null,
                readAt);
    }

    private static List<String> names(CatalogSnapshots snapshots) {
        return snapshots.load().orElseThrow().catalog().metrics().stream()
                .map(Metric::name)
                .toList();
    }

    @Test
    void keepsACatalogAndItsBudgetOverARestart() {
        of("datadoghq.eu", "key").save(snapshot(Metric.named("a.b")));
        of("datadoghq.eu", "key").save(new Allowance(100, 7, NOW));
        close();
        open();

        assertThat(names(of("datadoghq.eu", "key"))).containsExactly("a.b");
        assertThat(of("datadoghq.eu", "key").allowance()).contains(new Allowance(100, 7, NOW));
    }

    @Test
    void neverMixesOrganisationsOrSites() {
        of("datadoghq.eu", "one").save(snapshot(Metric.named("of.one")));
        of("datadoghq.eu", "one").save(new Allowance(100, 7, NOW));
        of("datadoghq.eu", "two").save(snapshot(Metric.named("of.two")));

        assertThat(names(of("datadoghq.eu", "one"))).containsExactly("of.one");
        assertThat(names(of("datadoghq.eu", "two"))).containsExactly("of.two");
        assertThat(of("datadoghq.com", "one").load()).isEmpty();
        assertThat(of("datadoghq.com", "one").allowance()).isEmpty();
        assertThat(of("datadoghq.eu", "two").allowance()).isEmpty();
    }

    @Test
    void keepsNoKey() {
        of("datadoghq.eu", "very-secret-key").save(snapshot());

        List<String> sources = store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT source FROM catalog_snapshots")
                        .mapTo(String.class)
                        .list());
        assertThat(sources).singleElement().asString().contains("datadoghq.eu").doesNotContain("secret");
    }

    @Test
    void losesNothingThatAnotherProcessReadInTheMeantime() {
        CatalogSnapshots mine = of("datadoghq.eu", "key");
        CatalogSnapshots theirs = of("datadoghq.eu", "key");
        mine.save(snapshot(Metric.named("a"), Metric.named("b")));
        theirs.load();
        Metric described = Metric.named("a").withMetadata(MetricType.COUNT, Unit.NONE, "theirs", "");
        theirs.save(snapshot(Map.of(new Wanted.Metadata("a"), NOW), described, Metric.named("b")));

        Metric mineToo = Metric.named("b").withMetadata(MetricType.COUNT, Unit.NONE, "mine", "");
        mine.save(snapshot(Map.of(new Wanted.Metadata("b"), NOW), Metric.named("a"), mineToo));

        assertThat(theirs.load().orElseThrow().catalog().metrics())
                .extracting(Metric::description)
                .containsExactly("theirs", "mine");
    }

    @Test
    void tellsWhatAnotherProcessKeptUntilItIsTakenOver() {
        CatalogSnapshots mine = of("datadoghq.eu", "key");
        CatalogSnapshots theirs = of("datadoghq.eu", "key");
        assertThat(mine.loadIfChanged()).isEmpty();
        theirs.save(snapshot(Metric.named("a")));
        assertThat(theirs.loadIfChanged()).as("its own").isEmpty();

        mine.save(snapshot(Metric.named("a")));
        assertThat(mine.loadIfChanged())
                .as("kept together with theirs, and not known here")
                .isPresent();

        assertThat(mine.loadIfChanged()).as("known now").isEmpty();
        assertThat(theirs.loadIfChanged()).isPresent();
    }

    @Test
    void saysWhatIsWrongWithADamagedRowAndReplacesIt() {
        of("datadoghq.eu", "key").save(snapshot(Metric.named("a")));
        store.jdbi().useHandle(handle -> handle.execute("UPDATE catalog_snapshots SET content = x'0102030405'"));
        CatalogSnapshots snapshots = of("datadoghq.eu", "key");

        assertThatThrownBy(snapshots::load)
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("no catalog");
        snapshots.save(snapshot(Metric.named("b")));

        assertThat(names(of("datadoghq.eu", "key"))).containsExactly("b");
    }

    @Test
    void saysWhyTheDatabaseCannotBeUsed() {
        store.jdbi().useHandle(handle -> {
            handle.execute("DROP TABLE catalog_snapshots");
            handle.execute("DROP TABLE read_budgets");
        });
        CatalogSnapshots snapshots = of("datadoghq.eu", "key");

        assertThatThrownBy(snapshots::load)
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("DASH_DB");
        assertThatThrownBy(() -> snapshots.save(snapshot())).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> snapshots.save(new Allowance(1, 1, NOW))).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(snapshots::allowance).isInstanceOf(SnapshotException.class);
    }
}
