package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveCatalogRestartTest {
    private static final SpanGroup SPANS = new SpanGroup("web", "http.request", "GET /", 10);

    private final MovableClock clock = new MovableClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final ListedSource source = new ListedSource(100)
            .has("a.first", MetricType.COUNT, Duration.ZERO, "Counts zebras", "task:feed_lions", "env:prod")
            .has("b.second", MetricType.GAUGE, Duration.ofHours(3), "Weighs elephants", "env:prod")
            .has("c.third", MetricType.DISTRIBUTION, Duration.ZERO, "");

    private LiveCatalog start() {
        return new LiveCatalog(source, clock, SyncSettings.DEFAULT, store.sharing());
    }

    private int asked() {
        return source.asked().size();
    }

    @Test
    void knowsAfterARestartWhatItKnewBeforeWithoutAnyRead() {
        source.hasSpans(SPANS);
        LiveCatalog before = start();
        before.ensureFresh();
        before.enrich(List.of("a.first"));
        before.carrying("env", "prod");
        Catalog kept = before.catalog();
        before.close();
        int reads = asked();
        clock.moves(Duration.ofMinutes(20));

        LiveCatalog after = start();
        Synced synced = after.ensureFresh();
        Enriched enriched = after.enrich(List.of("a.first"));
        after.carrying("env", "prod");

        assertThat(asked()).isEqualTo(reads);
        assertThat(new ArrayList<>(after.catalog().metrics())).isEqualTo(new ArrayList<>(kept.metrics()));
        assertThat(after.catalog().spans()).containsExactly(SPANS);
        assertThat(synced.gaps()).isEmpty();
        assertThat(after.stats().age()).isEqualTo(Duration.ofMinutes(20));
        assertThat(enriched.unread()).isEmpty();
        assertThat(after.search().search("zebras", 1).metrics()).hasSize(1);
    }

    @Test
    void listsAgainWhatIsOlderThanTheSettingsAllow() {
        try (LiveCatalog before = start()) {
            before.ensureFresh();
        }
        source.hasLive("d.new");
        clock.moves(Duration.ofMinutes(61));

        LiveCatalog after = start();
        assertThat(after.search().catalog().metrics()).as("used at once").hasSize(3);

        assertThat(after.ensureFresh().catalog().metrics()).hasSize(4);
    }

    @Test
    void readsAgainAfterARestartWhatWasReadLongAgo() {
        try (LiveCatalog before = start()) {
            before.ensureFresh();
            before.describe(List.of("a.first"));
        }
        clock.moves(Duration.ofHours(25));
        source.has("a.first", MetricType.COUNT, Duration.ZERO, "Counts giraffes");

        LiveCatalog after = start();
        after.describe(List.of("a.first"));

        assertThat(after.catalog().metric("a.first").map(Metric::description)).contains("Counts giraffes");
    }

    @Test
    void spendsTheReadsOfAnHourOnceHoweverOftenItIsStarted() {
        source.allows(null);
        String[] many = IntStream.range(0, 200).mapToObj(i -> "many.m" + i).toArray(String[]::new);
        source.hasLive(many);
        for (int run = 0; run < 4; run++) {
            try (LiveCatalog live = start()) {
                live.ensureFresh();
                live.describe(List.of(many));
            }
        }
        long reads =
                source.asked().stream().filter(read -> !read.equals("spans")).count();
        assertThat(reads).isEqualTo(100L - ReadRules.DEFAULT.reserve());

        clock.moves(Duration.ofHours(1));
        try (LiveCatalog live = start()) {
            assertThat(live.budget().allowed(ReadBudget.Purpose.REQUEST)).isEqualTo(90);
        }
    }

    @Test
    void saysThatAKeptCatalogCannotBeReadAndListsAgain() {
        try (LiveCatalog before = start()) {
            before.ensureFresh();
        }
        store.isDamaged();

        LiveCatalog after = start();
        Synced synced = after.ensureFresh();

        assertThat(synced.catalog().metrics()).hasSize(3);
        assertThat(synced.gaps())
                .singleElement()
                .asString()
                .contains("cannot be used, so it is listed again")
                .contains("damaged");
        assertThat(after.ensureFresh().gaps()).as("said once").isEmpty();
        after.close();
        assertThat(start().catalog().metrics()).as("kept anew").hasSize(3);
    }

    @Test
    void worksWithoutAStoreThatCanBeReadOrWritten() {
        store.isUnreadable();
        store.isUnwritable();
        try (LiveCatalog live = start()) {
            Synced synced = live.ensureFresh();

            assertThat(synced.catalog().metrics()).hasSize(3);
            assertThat(synced.gaps())
                    .hasSize(2)
                    .anyMatch(gap -> gap.contains("the disk is gone"))
                    .anyMatch(gap -> gap.contains("the disk is full"));
            assertThat(live.describe(List.of("a.first")).unread()).isEmpty();
        }
    }

    @Test
    void keepsAListingThatStoppedHalfwayAndTakesItUpWhenThereAreReads() {
        source.allows(3);
        try (LiveCatalog before = start()) {
            assertThat(before.ensureFresh().gaps()).isNotEmpty();
        }
        clock.moves(Duration.ofMinutes(5));
        LiveCatalog after = start();
        assertThat(after.ensureFresh().gaps()).as("still nothing to spend").isNotEmpty();

        source.allows(50);

        assertThat(after.ensureFresh().gaps()).isEmpty();
    }

    @Test
    void keepsTheOldListingWhereTheReadsAreNotEnoughForAnother() {
        try (LiveCatalog live = start()) {
            live.ensureFresh();
            int reads = asked();
            clock.moves(Duration.ofMinutes(61));
            source.allows(1, clock.instant().plus(Duration.ofMinutes(10)));

            Synced synced = live.ensureFresh();

            assertThat(asked()).isEqualTo(reads);
            assertThat(synced.gaps())
                    .singleElement()
                    .asString()
                    .contains("as it was at 2026-11-20T10:00:00Z")
                    .contains("11:11 UTC");
            clock.moves(Duration.ofMinutes(10));
            source.allows(100);
            assertThat(live.ensureFresh().gaps()).isEmpty();
        }
    }

    @Test
    void listsLessOftenWhereAListingTakesManyReads() {
        ListedSource large = new ListedSource(2);
        for (int i = 0; i < 20; i++) {
            large.hasLive("many.m" + i);
        }
        large.allows(null);
        large.refuses(read -> read.startsWith("active"));
        LiveCatalog live = new LiveCatalog(large, clock, SyncSettings.DEFAULT, store.sharing());
        live.ensureFresh();
        int reads = large.asked().size();
        clock.moves(Duration.ofMinutes(71));

        live.ensureFresh();
        assertThat(large.asked()).as("24 reads of 100: every 72 minutes").hasSize(reads);

        clock.moves(Duration.ofMinutes(2));
        live.ensureFresh();
        assertThat(large.asked().size()).isGreaterThan(reads);
    }

    @Test
    void doesNotWriteALargeCatalogForEachFewDetails() {
        LiveCatalog live = start();
        live.ensureFresh();
        live.describe(List.of("a.first"));
        live.describe(List.of("b.second"));
        assertThat(store.saves()).isEqualTo(1);

        clock.moves(Duration.ofMinutes(1));
        live.describe(List.of("c.third"));
        assertThat(store.saves()).isEqualTo(2);

        live.close();
        live.close();
        assertThat(store.saves()).isEqualTo(2);
    }
}
