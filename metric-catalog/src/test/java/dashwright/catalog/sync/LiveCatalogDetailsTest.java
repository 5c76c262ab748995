package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveCatalogDetailsTest {
    private static final int RESERVE = 3;

    private final MovableClock clock = new MovableClock();
    private final ListedSource source = new ListedSource(100)
            .has("a.first", MetricType.COUNT, Duration.ZERO, "Counts zebras", "task:feed_lions", "env:prod")
            .has("b.second", MetricType.GAUGE, Duration.ZERO, "Weighs elephants", "env:prod")
            .has("c.third", MetricType.GAUGE, Duration.ZERO, "");
    private final LiveCatalog live = new LiveCatalog(
            source,
            clock,
            new SyncSettings(
                    Duration.ofHours(6),
                    Duration.ofHours(1),
                    Duration.ofDays(1),
                    Duration.ofHours(1),
                    Duration.ofMinutes(1),
                    Duration.ofDays(90),
                    new ReadRules(100, Duration.ofHours(1), RESERVE, 50)));

    @BeforeEach
    void sync() {
        live.refresh();
    }

    @Test
    void readsMetadataAndTagsOnDemand() {
        Enriched enriched = live.enrich(List.of("a.first"));

        Metric read = enriched.catalog().metric("a.first").orElseThrow();
        assertThat(read.described()).isTrue();
        assertThat(read.type()).isEqualTo(MetricType.COUNT);
        assertThat(read.unit()).isEqualTo(Unit.of("byte"));
        assertThat(read.tags().has("task", "feed_lions")).isTrue();
        assertThat(enriched.unread()).isEmpty();
        assertThat(enriched.why()).isEmpty();
        assertThat(live.catalog()).isSameAs(enriched.catalog());
        assertThat(enriched.catalog().metric("b.second").orElseThrow().described())
                .isFalse();
    }

    @Test
    void makesWhatWasReadSearchable() {
        assertThat(live.search().search("zebras", 1).metrics()).isEmpty();

        live.enrich(List.of("a.first"));

        assertThat(found("zebras")).isEqualTo("a.first");
        assertThat(found("lions")).isEqualTo("a.first");
    }

    @Test
    void readsDescriptionsAloneForHalfThePrice() {
        live.describe(List.of("a.first", "b.second"));

        assertThat(source.askedFor("metadata")).isEqualTo(2);
        assertThat(source.askedFor("tags")).isZero();
    }

    @Test
    void asksForNothingTwice() {
        live.enrich(List.of("a.first", "a.first", "b.second"));
        live.describe(List.of("a.first"));
        live.enrich(List.of("b.second", "a.first"));

        assertThat(source.askedFor("metadata")).isEqualTo(2);
        assertThat(source.askedFor("tags")).isEqualTo(2);
    }

    @Test
    void readsAgainWhatWasReadLongAgo() {
        live.enrich(List.of("a.first"));
        source.has("a.first", MetricType.COUNT, Duration.ZERO, "Counts giraffes");
        clock.moves(Duration.ofHours(7));

        Enriched enriched = live.enrich(List.of("a.first"));

        assertThat(source.askedFor("metadata a.first")).isEqualTo(2);
        assertThat(enriched.catalog().metric("a.first").orElseThrow().description())
                .isEqualTo("Counts giraffes");
        assertThat(found("giraffes")).isEqualTo("a.first");
        assertThat(live.search().search("zebras", 1).metrics()).isEmpty();
    }

    @Test
    void keepsOldDetailsWhereTheyCannotBeReadAgain() {
        live.enrich(List.of("a.first"));
        clock.moves(Duration.ofHours(7));
        source.refuses(read -> true);

        Enriched enriched = live.enrich(List.of("a.first"));

        assertThat(enriched.unread()).isEmpty();
        assertThat(enriched.catalog().metric("a.first").orElseThrow().description())
                .isEqualTo("Counts zebras");
    }

    @Test
    void readsTheMostWantedFirstAndLeavesTheReserve() {
        source.allows(RESERVE + 3);

        Enriched enriched = live.enrich(List.of("b.second", "a.first", "c.third"));

        assertThat(source.readsLeft()).isEqualTo(RESERVE);
        assertThat(enriched.catalog().metric("b.second").orElseThrow().tags().known())
                .isTrue();
        assertThat(enriched.catalog().metric("a.first").orElseThrow().described())
                .isTrue();
        assertThat(enriched.catalog().metric("a.first").orElseThrow().tags().known())
                .isFalse();
        assertThat(enriched.names()).containsExactly("a.first", "c.third");
        assertThat(enriched.why())
                .contains("3 are left")
                .contains("kept for others")
                .contains("11:00 UTC");
    }

    @Test
    void givesWhatItKnowsEvenWithoutAnyReadLeft() {
        live.enrich(List.of("b.second"));
        source.allows(0);

        Enriched enriched = live.enrich(List.of("a.first", "b.second"));

        assertThat(enriched.names()).containsExactly("a.first");
        assertThat(source.askedFor("metadata a.first")).isZero();
    }

    @Test
    void leavesUnknownWhatTheSourceRefusesAndReadsTheRest() {
        source.refuses(read -> read.endsWith("a.first"));

        Enriched enriched = live.enrich(List.of("a.first", "b.second"));

        assertThat(enriched.names()).containsExactly("a.first");
        assertThat(enriched.why()).contains("503").contains("a.first");
        assertThat(enriched.catalog().metric("a.first").orElseThrow().described())
                .isFalse();
        assertThat(enriched.catalog().metric("b.second").orElseThrow().described())
                .isTrue();
    }

    @Test
    void triesAgainWhatWasRefusedBefore() {
        source.refuses(read -> true);
        live.enrich(List.of("a.first"));
        source.refuses(read -> false);

        assertThat(live.enrich(List.of("a.first")).unread()).isEmpty();
    }

    @Test
    void givesUpOnASourceThatRefusesEverything() {
        String[] many = IntStream.range(0, 50).mapToObj(i -> "many.m" + i).toArray(String[]::new);
        source.hasLive(many);
        live.refresh();
        source.refuses(read -> true);

        Enriched enriched = live.describe(List.of(many));

        assertThat(enriched.unread()).hasSize(50);
        assertThat(source.askedFor("metadata")).isLessThan(10);
        assertThat(enriched.why()).contains("metadata many.m0: 503").endsWith("; and 6 more reasons");
    }

    @Test
    void isNotStoppedByAFewMetricsThatVanished() {
        source.loses("a.first");
        source.loses("b.second");

        Enriched enriched = live.enrich(List.of("a.first", "b.second", "c.third"));

        assertThat(enriched.names()).containsExactly("a.first", "b.second");
        assertThat(enriched.why()).contains("404");
    }

    @Test
    void doesNotAskAgainForAWhileForWhatTheSourceDoesNotHave() {
        source.loses("a.first");
        live.enrich(List.of("a.first"));

        Enriched again = live.enrich(List.of("a.first"));

        assertThat(source.askedFor("metadata")).isEqualTo(1);
        assertThat(again.why()).contains("404");
        clock.moves(Duration.ofHours(1));
        source.has("a.first", MetricType.COUNT, Duration.ZERO, "Back");
        source.allows(100);
        assertThat(live.enrich(List.of("a.first")).unread()).isEmpty();
    }

    @Test
    void asksForNoMetricThatTheCatalogDoesNotHave() {
        Enriched enriched = live.enrich(List.of("invented.metric", "a.first"));

        assertThat(enriched.names()).containsExactly("invented.metric");
        assertThat(enriched.why()).isEqualTo("the catalog has no metric invented.metric");
        assertThat(source.asked()).noneMatch(read -> read.contains("invented"));
    }

    @Test
    void findsTheCarriersOfATagValueByOneRead() {
        Enriched found = live.carrying("env", "prod");
        live.carrying("env", "prod");

        assertThat(source.askedFor("carrying")).isEqualTo(1);
        assertThat(found.catalog().metrics().stream()
                        .filter(metric -> metric.tags().has("env", "prod"))
                        .map(Metric::name))
                .containsExactly("a.first", "b.second");
        assertThat(found.catalog().metric("a.first").orElseThrow().tags().known())
                .as("one tag is not all tags")
                .isFalse();
        assertThat(found("prod")).isEqualTo("a.first");
    }

    @Test
    void keepsTagsThatWereFoundByTheirValue() {
        live.carrying("env", "prod");
        source.has("a.first", MetricType.COUNT, Duration.ZERO, "", "team:zoo");

        live.refresh();
        Enriched enriched = live.enrich(List.of("a.first"));

        Metric read = enriched.catalog().metric("a.first").orElseThrow();
        assertThat(read.tags().keys()).containsExactly("env", "team");
        assertThat(read.tags().known()).isTrue();
    }

    @Test
    void saysWhyTheCarriersAreNotKnown() {
        source.refuses(read -> read.startsWith("carrying"));

        Enriched refused = live.carrying("env", "prod");

        assertThat(refused.names()).containsExactly("env:prod");
        assertThat(refused.why()).contains("503");
    }

    @Test
    void sharesOneReadAmongAllWhoAskAtOnce() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        source.waitsFor(gate);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Enriched>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(pool.submit(() -> live.enrich(List.of("a.first", "b.second"))));
            }
            await().until(() -> source.askedFor("tags") == 2);
            gate.countDown();
            for (Future<Enriched> call : calls) {
                assertThat(call.get().unread()).isEmpty();
            }
        }
        assertThat(source.askedFor("metadata")).isEqualTo(2);
        assertThat(source.askedFor("tags")).isEqualTo(2);
    }

    @Test
    void losesNoDetailToASyncThatRunsMeanwhile() throws Exception {
        String[] many = IntStream.range(0, 40).mapToObj(i -> "many.m" + i).toArray(String[]::new);
        source.hasLive(many);
        live.refresh();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (String name : many) {
                calls.add(pool.submit(() -> live.enrich(List.of(name))));
                calls.add(pool.submit(live::refresh));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        Catalog after = live.catalog();
        assertThat(after.metricsUnder("many.")).hasSize(40).allMatch(Metric::described);
        assertThat(live.search().catalog()).isSameAs(after);
    }

    private String found(String text) {
        return live.search().search(text, 1).metrics().getFirst().metric().name();
    }
}
