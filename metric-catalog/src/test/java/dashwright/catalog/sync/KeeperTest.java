package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dashwright.catalog.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private static final Keeper.Pace PACE = new Keeper.Pace(Duration.ofMinutes(1), 4);

    private final MovableClock clock = new MovableClock();
    private final Disk disk = new Disk();
    private final ListedSource source = new ListedSource(100)
            .hasLive(IntStream.range(0, 50).mapToObj(i -> "many.m" + i).toArray(String[]::new));
    private final List<Keeper.Round> rounds = Collections.synchronizedList(new ArrayList<>());

    private record Running(MemoryStore store, LiveCatalog catalog, Keeper keeper) {}

    private Running process(Keeper.Pace pace) {
        MemoryStore store = new MemoryStore(disk, clock);
        LiveCatalog catalog = new LiveCatalog(source, clock, SyncSettings.DEFAULT, store.sharing());
        return new Running(store, catalog, new Keeper(catalog, store, clock, pace, rounds::add));
    }

    private static long described(LiveCatalog catalog) {
        return catalog.catalog().metrics().stream().filter(Metric::described).count();
    }

    @Test
    void listsAtOnceAndReadsDetailsWhileReadsAreIdle() {
        Running process = process(PACE);
        source.allows(100);

        Keeper.Round first = process.keeper().round();

        assertThat(first).isEqualTo(new Keeper.Round(true, true, 4, List.of()));
        assertThat(process.keeper().round()).isEqualTo(new Keeper.Round(true, false, 4, List.of()));
        for (int minute = 0; minute < 20; minute++) {
            clock.moves(PACE.every());
            process.keeper().round();
        }
        assertThat(source.readsLeft()).isEqualTo(ReadRules.DEFAULT.keptForRequests());
        assertThat(process.keeper().round().read()).isZero();
    }

    @Test
    void listsAgainWhatBecameOld() {
        Running process = process(PACE);
        process.keeper().round();
        clock.moves(Duration.ofMinutes(61));

        assertThat(process.keeper().round().listed()).isTrue();
        assertThat(process.catalog().catalog().takenAt()).isEqualTo(clock.instant());
    }

    @Test
    void oneProcessKeepsTheCatalogAndTheOthersKnowWhatItRead() {
        Running one = process(PACE);
        Running other = process(PACE);
        one.keeper().round();
        int reads = source.asked().size();

        assertThat(other.keeper().round()).isEqualTo(new Keeper.Round(false, false, 0, List.of()));

        assertThat(source.asked()).hasSize(reads);
        assertThat(described(other.catalog())).isEqualTo(4);
    }

    @Test
    void anotherProcessTakesOverAtOnceFromOneThatEndsAndSoonFromOneThatDies() {
        Running one = process(PACE);
        Running other = process(PACE);
        Running third = process(PACE);
        one.keeper().round();
        one.keeper().close();
        assertThat(other.keeper().round().mine()).isTrue();

        assertThat(third.keeper().round().mine()).isFalse();
        clock.moves(PACE.every().multipliedBy(3));
        assertThat(third.keeper().round().mine()).isTrue();
        assertThat(other.keeper().round().mine()).as("it only stood still").isFalse();
    }

    @Test
    void saysWhatWentWrongAndGoesOn() {
        Running process = process(PACE);
        source.refuses(read -> true);
        assertThat(process.keeper().round().gaps()).singleElement().asString().contains("503");
        source.refuses(read -> false);
        clock.moves(PACE.every());

        assertThat(process.keeper().round()).isEqualTo(new Keeper.Round(true, true, 4, List.of()));
    }

    @Test
    void leavesASourceInPeaceThatTellsNothing() {
        Running process = process(PACE);
        process.keeper().round();
        source.refuses(read -> read.startsWith("metadata"));
        assertThat(process.keeper().round().read()).isZero();
        int reads = source.asked().size();
        clock.moves(Duration.ofMinutes(14));
        process.keeper().round();
        assertThat(source.asked()).hasSize(reads);

        source.refuses(read -> false);
        clock.moves(Duration.ofMinutes(1));
        assertThat(process.keeper().round().read()).isEqualTo(4);
    }

    @Test
    void goesOnWhereTheDatabaseCannotTellWhoKeeps() {
        Running process = process(PACE);
        process.store().tellsNoLeases();

        assertThat(process.keeper().round().read()).isEqualTo(4);
        process.keeper().close();
    }

    @Test
    void worksByItselfUntilItIsClosed() {
        source.allows(null);
        Running process = process(new Keeper.Pace(Duration.ofMillis(1), 1));
        try (Keeper keeper = process.keeper().start()) {
            await().until(() -> rounds.size() >= 5);
            assertThat(keeper).isNotNull();
        }
        int reads = source.asked().size();
        int before = rounds.size();

        assertThat(described(process.catalog())).isPositive();
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        assertThat(rounds).hasSize(before);
        assertThat(source.asked()).hasSize(reads);
        assertThat(disk.leases).isEmpty();
    }

    @Test
    void keepsWhatItWasReadingWhenItIsClosed() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Running process = process(new Keeper.Pace(Duration.ofHours(1), 4));
        process.catalog().refresh();
        source.waitsFor(gate);
        process.keeper().start();
        await().until(() -> source.askedFor("metadata") == 4);
        Thread closing = Thread.ofVirtual().start(process.keeper()::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        gate.countDown();
        closing.join();

        assertThat(rounds).containsExactly(new Keeper.Round(true, false, 4, List.of()));
        assertThat(described(process.catalog())).isEqualTo(4);
        assertThat(source.askedFor("metadata")).isEqualTo(4);
    }

    @Test
    void refusesAPaceThatMakesNoSense() {
        assertThatThrownBy(() -> new Keeper.Pace(Duration.ZERO, 1)).hasMessageContaining("between its rounds");
        assertThatThrownBy(() -> new Keeper.Pace(Duration.ofMinutes(1), 0)).hasMessageContaining("at least one read");
    }
}
