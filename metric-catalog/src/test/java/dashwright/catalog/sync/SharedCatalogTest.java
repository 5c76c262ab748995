package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several processes that share one database and one budget. */
class SharedCatalogTest {
    private final MovableClock clock = new MovableClock();
    private final Disk disk = new Disk();
    private final ListedSource source =
            new ListedSource(100).hasLive("a").has("b", MetricType.COUNT, Duration.ZERO, "Letters");

    private LiveCatalog process() {
        return process(time -> {});
    }

    private LiveCatalog process(Pause pause) {
        return new LiveCatalog(source, clock, SyncSettings.DEFAULT, new MemoryStore(disk, clock).sharing(pause));
    }

    @Test
    void aSecondProcessTakesOverWhatTheFirstListed() {
        LiveCatalog one = process();
        LiveCatalog other = process();
        assertThat(other.catalog().metrics()).isEmpty();
        one.ensureFresh();
        int reads = source.asked().size();

        assertThat(other.ensureFresh().catalog().metrics()).hasSize(2);

        clock.moves(Duration.ofMinutes(61));
        other.ensureFresh();
        reads += 3;
        assertThat(source.asked()).hasSize(reads);
        one.ensureFresh();
        assertThat(source.asked()).as("one of them lists").hasSize(reads);
        assertThat(one.catalog().takenAt()).isEqualTo(clock.instant());
    }

    @Test
    void twoProcessesNeverListAtOnce() {
        LiveCatalog one = process();
        LiveCatalog other = process(time -> {
            throw new AssertionError("a known catalog is given at once");
        });
        one.ensureFresh();
        other.ensureFresh();
        clock.moves(Duration.ofMinutes(61));
        source.meanwhile(() -> assertThat(other.ensureFresh().gaps())
                .singleElement()
                .asString()
                .contains("as it was at 2026-11-20T10:00:00Z", "another process lists", "11:03:00 UTC"));

        one.ensureFresh();

        assertThat(source.askedFor("active 1h")).isEqualTo(2);
        assertThat(other.ensureFresh().catalog().takenAt())
                .as("as soon as it is there")
                .isEqualTo(clock.instant());
        assertThat(source.askedFor("active 1h")).isEqualTo(2);
    }

    @Test
    void whoHasNothingYetWaitsForTheOther() {
        MemoryStore busy = new MemoryStore(disk, clock);
        busy.take(Leases.Work.LISTING, Duration.ofMinutes(2));
        LiveCatalog first = process();
        LiveCatalog waiting = process(time -> {
            assertThat(time).isPositive();
            busy.release(Leases.Work.LISTING);
            first.ensureFresh();
        });

        assertThat(waiting.ensureFresh().catalog().metrics()).hasSize(2);

        assertThat(source.askedFor("active 1h")).isEqualTo(1);
    }

    @Test
    void doesNotWaitForEver() {
        new MemoryStore(disk, clock).take(Leases.Work.LISTING, Duration.ofMinutes(2));

        assertThatThrownBy(process()::refresh)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("another process lists the metrics now")
                .hasMessageContaining("10:02:00 UTC");
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void aProcessThatDiedHoldsNobodyUpForLong() {
        new MemoryStore(disk, clock).take(Leases.Work.LISTING, Duration.ofMinutes(2));

        LiveCatalog next = process(clock::moves);

        assertThatThrownBy(next::refresh).as("it waits a minute").isInstanceOf(SourceException.class);
        assertThat(next.refresh().catalog().metrics()).as("and another one").hasSize(2);
    }

    @Test
    void stopsWhereAnotherTookOver() {
        source.meanwhile(() -> {
            clock.moves(Duration.ofMinutes(3));
            new MemoryStore(disk, clock).take(Leases.Work.LISTING, Duration.ofMinutes(2));
        });

        assertThatThrownBy(process()::refresh).hasMessageContaining("another process took over the listing");
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void listsAllTheSameWhereNobodyCanTellWhoElseDoes() {
        MemoryStore store = new MemoryStore(disk, clock);
        store.tellsNoLeases();
        LiveCatalog live = new LiveCatalog(source, clock, SyncSettings.DEFAULT, store.sharing());

        Synced synced = live.refresh();

        assertThat(synced.catalog().metrics()).hasSize(2);
        assertThat(synced.gaps()).singleElement().asString().contains("is not known: the table is gone");
    }

    @Test
    void knowsWhatTheOtherRead() {
        LiveCatalog one = process();
        one.ensureFresh();
        LiveCatalog other = process();
        other.ensureFresh();
        one.describe(List.of("b"));
        one.save();

        other.adopt();

        assertThat(other.catalog().metric("b").map(Metric::description)).contains("Letters");
        assertThat(other.search().search("letters", 1).metrics()).hasSize(1);
        other.describe(List.of("b"));
        assertThat(source.askedFor("metadata")).isEqualTo(1);
    }

    @Test
    void losesNothingWhereBothKeepWhatTheyRead() {
        LiveCatalog one = process();
        one.ensureFresh();
        LiveCatalog other = process();
        other.ensureFresh();
        one.describe(List.of("a"));
        other.describe(List.of("b"));
        one.save();
        other.save();
        one.adopt();
        other.adopt();

        assertThat(one.catalog().metrics()).allMatch(Metric::described);
        assertThat(other.catalog().metrics()).allMatch(Metric::described);
        assertThat(process().catalog().metrics()).allMatch(Metric::described);
    }
}
