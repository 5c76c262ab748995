package dashwright.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.catalog.sync.Leases.Work;
import dashwright.catalog.sync.SnapshotException;
import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLeasesTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final TestClock clock = new TestClock();

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

    private CatalogLeases process(String key) {
        DatadogSettings settings = DatadogSettings.forSite("datadoghq.eu", Secret.of(key), Secret.of("app"));
        return new CatalogLeases(CatalogSnapshots.of(store, settings), clock);
    }

    @Test
    void oneProcessAtATimeHasAPieceOfWork() {
        CatalogLeases one = process("key");
        CatalogLeases other = process("key");

        assertThat(one.take(Work.LISTING, LEASE)).isEmpty();
        assertThat(other.take(Work.LISTING, LEASE)).contains(clock.instant().plus(LEASE));
        assertThat(other.take(Work.KEEPING, LEASE)).as("other work").isEmpty();
        assertThat(process("another-organisation").take(Work.LISTING, LEASE)).isEmpty();

        one.release(Work.LISTING);
        assertThat(other.take(Work.LISTING, LEASE)).isEmpty();
    }

    @Test
    void whoHasItCanProlongItAndNobodyElseCanGiveItBack() {
        CatalogLeases one = process("key");
        CatalogLeases other = process("key");
        one.take(Work.LISTING, LEASE);
        clock.advance(Duration.ofSeconds(90));

        assertThat(one.take(Work.LISTING, LEASE)).isEmpty();
        other.release(Work.LISTING);

        clock.advance(Duration.ofSeconds(90));
        assertThat(other.take(Work.LISTING, LEASE)).as("prolonged").isPresent();
    }

    @Test
    void aProcessThatDiedLosesItWhenItsTimeIsOver() {
        process("key").take(Work.LISTING, LEASE);
        clock.advance(LEASE);

        CatalogLeases next = process("key");

        assertThat(next.take(Work.LISTING, LEASE)).isEmpty();
    }

    @Test
    void ofManyWhoTryAtOnceOneHasIt() throws Exception {
        int many = 8;
        CyclicBarrier together = new CyclicBarrier(many);
        List<Future<Boolean>> tries = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                CatalogLeases mine = process("key");
                tries.add(pool.submit(() -> {
                    together.await();
                    return mine.take(Work.LISTING, LEASE).isEmpty();
                }));
            }
            int had = 0;
            for (Future<Boolean> each : tries) {
                had += each.get() ? 1 : 0;
            }
            assertThat(had).isOne();
        }
    }

    @Test
    void saysWhyTheDatabaseCannotBeUsed() {
        store.jdbi().useHandle(handle -> handle.execute("DROP TABLE catalog_leases"));
        CatalogLeases leases = process("key");

        assertThatThrownBy(() -> leases.take(Work.LISTING, LEASE))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("DASH_DB");
        assertThatThrownBy(() -> leases.release(Work.LISTING)).isInstanceOf(SnapshotException.class);
    }
}
