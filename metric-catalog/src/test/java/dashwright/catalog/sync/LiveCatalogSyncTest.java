package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LiveCatalogSyncTest {
    private static final SpanGroup SPANS = new SpanGroup("web", "http.request", "GET /", 10);

    private final MovableClock clock = new MovableClock();
    private final ListedSource source = new ListedSource(2);
    private final LiveCatalog live = new LiveCatalog(source, clock, SyncSettings.DEFAULT);

    @Test
    void knowsNothingBeforeItsFirstSync() {
        assertThat(live.catalog().metrics()).isEmpty();
        assertThat(live.search().search("cpu", 3).answered()).isFalse();
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void readsAllPagesOfNamesTypesLivenessAndSpans() {
        source.has("a.live", MetricType.GAUGE, Duration.ofMinutes(5), "")
                .has("b.recent", MetricType.DISTRIBUTION, Duration.ofHours(5), "")
                .has("c.quiet", MetricType.COUNT, Duration.ofDays(5), "")
                .has("d.live", MetricType.DISTRIBUTION, Duration.ofMinutes(1), "")
                .has("e.forgotten", MetricType.GAUGE, Duration.ofDays(40), "");
        source.hasSpans(SPANS);

        Synced synced = live.refresh();

        assertThat(synced.gaps()).isEmpty();
        assertThat(synced.catalog()).isSameAs(live.catalog());
        assertThat(live.catalog().metrics())
                .extracting(Metric::name, Metric::type, Metric::liveness)
                .containsExactly(
                        tuple("a.live", MetricType.UNKNOWN, Liveness.LIVE),
                        tuple("b.recent", MetricType.DISTRIBUTION, Liveness.RECENT),
                        tuple("c.quiet", MetricType.UNKNOWN, Liveness.QUIET),
                        tuple("d.live", MetricType.DISTRIBUTION, Liveness.LIVE));
        assertThat(live.catalog().spans()).containsExactly(SPANS);
        assertThat(live.catalog().takenAt()).isEqualTo(MovableClock.START);
    }

    @Test
    void readsNoMetricOneByOne() {
        source.hasLive("a", "b", "c", "d");

        live.refresh();

        assertThat(source.asked())
                .allMatch(read -> read.startsWith("names") || read.startsWith("active") || read.equals("spans"));
    }

    @Test
    void goesOnWhereAnInterruptedSyncStopped() {
        source.hasLive("a", "b", "c", "d", "e", "f");
        source.refuses(read -> read.equals("names all 720h 4"));
        assertThatThrownBy(live::refresh).isInstanceOf(SourceException.class).hasMessageContaining("names all 720h 4");
        assertThat(live.catalog().metrics()).isEmpty();
        source.refuses(read -> false);
        clock.moves(Duration.ofMinutes(5));

        live.refresh();

        assertThat(live.catalog().metrics()).hasSize(6);
        assertThat(source.askedFor("names all 720h first")).isEqualTo(1);
        assertThat(live.catalog().takenAt()).as("as old as its oldest page").isEqualTo(MovableClock.START);
    }

    @Test
    void beginsAnewWhereTheOldPlaceIsRefused() {
        source.hasLive("a", "b", "c", "d");
        source.refuses(read -> read.equals("names all 720h 2"));
        assertThatThrownBy(live::refresh).isInstanceOf(SourceException.class);
        assertThatThrownBy(live::refresh).isInstanceOf(SourceException.class);
        source.refuses(read -> false);

        live.refresh();

        assertThat(source.askedFor("names all 720h first")).isEqualTo(2);
        assertThat(live.catalog().metrics()).hasSize(4);
    }

    @Test
    void beginsAnewWhereTheInterruptionWasLong() {
        source.hasLive("a", "b", "c");
        source.refuses(read -> read.equals("names all 720h 2"));
        assertThatThrownBy(live::refresh).isInstanceOf(SourceException.class);
        source.refuses(read -> false);
        clock.moves(SyncSettings.DEFAULT.resumeWithin());

        live.refresh();

        assertThat(source.askedFor("names all 720h first")).isEqualTo(2);
        assertThat(live.catalog().takenAt()).isEqualTo(clock.instant());
    }

    @Test
    void publishesWhatItHasWhenTheReadsRunOutAndGoesOnLater() {
        source.hasLive("a", "b").has("c.quiet", MetricType.DISTRIBUTION, Duration.ofDays(3), "");
        source.allows(3);

        Synced first = live.refresh();

        assertThat(first.catalog().metrics()).hasSize(3);
        assertThat(first.gaps()).hasSize(3).allMatch(gap -> gap.contains("the next sync goes on there"));
        assertThat(liveness("a")).isEqualTo(Liveness.UNKNOWN);
        assertThat(liveness("c.quiet")).isEqualTo(Liveness.UNKNOWN);
        assertThat(live.ensureFresh(Duration.ofHours(1)).gaps())
                .as("nothing to spend yet")
                .isEqualTo(first.gaps());

        source.allows(100);
        Synced second = live.ensureFresh(Duration.ofHours(1));

        assertThat(second.gaps()).isEmpty();
        assertThat(liveness("a")).isEqualTo(Liveness.LIVE);
        assertThat(liveness("c.quiet")).isEqualTo(Liveness.QUIET);
        assertThat(source.askedFor("names all 720h")).as("not paid for twice").isEqualTo(3);
    }

    @Test
    void leavesUnknownWhatALesserListDidNotTell() {
        source.hasLive("a").has("b.recent", MetricType.DISTRIBUTION, Duration.ofHours(3), "");
        source.refuses(read -> read.startsWith("active 1h")
                || read.startsWith("names all 1h")
                || read.startsWith("names DISTRIBUTION"));

        Synced synced = live.refresh();

        assertThat(synced.gaps())
                .hasSize(2)
                .anyMatch(gap -> gap.startsWith("the metrics that reported within an hour: ") && gap.contains("503"));
        assertThat(liveness("a")).as("live or not, nobody said").isEqualTo(Liveness.UNKNOWN);
        assertThat(live.catalog().metric("b.recent").orElseThrow().type()).isEqualTo(MetricType.UNKNOWN);
    }

    @Test
    void keepsTheSpansThatItHadWhereTheyAreRefused() {
        source.hasLive("a");
        source.hasSpans(SPANS);
        live.refresh();
        source.refuses(read -> read.equals("spans"));

        Synced synced = live.refresh();

        assertThat(synced.catalog().spans()).containsExactly(SPANS);
        assertThat(synced.gaps()).singleElement().asString().contains("apm_read");
    }

    @Test
    void keepsWhatWasReadBeforeAndMarksWhatIsGone() {
        source.has("a.kept", MetricType.COUNT, Duration.ZERO, "A description", "env:prod")
                .hasLive("b.lost");
        live.refresh();
        live.enrich(List.of("a.kept"));
        source.loses("b.lost");

        live.refresh();

        Metric kept = live.catalog().metric("a.kept").orElseThrow();
        assertThat(kept.description()).isEqualTo("A description");
        assertThat(kept.type()).isEqualTo(MetricType.COUNT);
        assertThat(kept.tags().has("env", "prod")).isTrue();
        assertThat(liveness("b.lost")).isEqualTo(Liveness.GONE);
    }

    @Test
    void keepsTheSnapshotWhereASyncFails() {
        source.hasLive("a");
        live.refresh();
        Catalog before = live.catalog();
        source.refuses(read -> true);

        assertThatThrownBy(live::refresh).isInstanceOf(SourceException.class);

        assertThat(live.catalog()).isSameAs(before);
    }

    @Test
    void syncsOnlyWhenTheSnapshotIsTooOld() {
        source.hasLive("a");
        live.ensureFresh(Duration.ofMinutes(10));
        long reads = source.asked().size();
        clock.moves(Duration.ofMinutes(10));
        live.ensureFresh(Duration.ofMinutes(10));
        assertThat(source.asked()).hasSize((int) reads);

        clock.moves(Duration.ofSeconds(1));
        live.ensureFresh(Duration.ofMinutes(10));

        assertThat(source.asked()).hasSizeGreaterThan((int) reads);
    }

    @Test
    void saysHowOldTheSnapshotIsThatItFallsBackTo() {
        source.hasLive("a");
        live.refresh();
        clock.moves(Duration.ofHours(2));
        source.refuses(read -> true);

        Synced old = live.ensureFresh(Duration.ofHours(1));

        assertThat(old.catalog().metrics()).hasSize(1);
        assertThat(old.gaps())
                .singleElement()
                .asString()
                .contains("2026-11-20T10:00:00Z")
                .contains("503");
    }

    @Test
    void throwsWhereThereIsNothingToFallBackTo() {
        source.refuses(read -> true);

        assertThatThrownBy(() -> live.ensureFresh(Duration.ofHours(1))).hasMessageContaining("503");
    }

    @Test
    void asksAFailingSourceOnlyNowAndThen() {
        source.refuses(read -> true);
        assertThatThrownBy(() -> live.ensureFresh(Duration.ofHours(1))).isInstanceOf(SourceException.class);
        int reads = source.asked().size();
        assertThatThrownBy(() -> live.ensureFresh(Duration.ofHours(1))).isInstanceOf(SourceException.class);
        assertThat(source.asked()).hasSize(reads);

        source.refuses(read -> false);
        clock.moves(SyncSettings.DEFAULT.retryAfter());

        assertThat(live.ensureFresh(Duration.ofHours(1)).gaps()).isEmpty();
    }

    @Test
    void neverSyncsTwiceAtOnce() throws Exception {
        source.hasLive("a", "b", "c");
        CountDownLatch gate = new CountDownLatch(1);
        source.waitsFor(gate);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Synced>> calls = new ArrayList<>();
            calls.add(pool.submit(live::refresh));
            await().until(() -> !source.asked().isEmpty());
            List<Thread> waiting = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                calls.add(pool.submit(() -> {
                    synchronized (waiting) {
                        waiting.add(Thread.currentThread());
                    }
                    return live.refresh();
                }));
            }
            await().until(() -> {
                synchronized (waiting) {
                    return waiting.size() == 7
                            && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
                }
            });
            gate.countDown();
            for (Future<Synced> call : calls) {
                assertThat(call.get().catalog().metrics()).hasSize(3);
            }
        }
        assertThat(source.askedFor("names all 720h first")).isEqualTo(1);
        assertThat(source.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void beginsWithWhatWasKnownBefore() {
        Metric known = Metric.named("a.kept")
                .withMetadata(MetricType.COUNT, Unit.of("request"), "Known of old", "web")
                .withTags(TagSet.of(List.of("env:prod")));
        source.hasLive("a.kept", "b.new");
        LiveCatalog restarted = new LiveCatalog(
                source,
                clock,
                SyncSettings.DEFAULT,
                Catalog.of(List.of(known), List.of(), clock.instant().minus(Duration.ofHours(3))));

        restarted.ensureFresh(Duration.ofHours(1));
        Enriched enriched = restarted.enrich(List.of("a.kept"));

        assertThat(enriched.catalog().metric("a.kept").orElseThrow().description())
                .isEqualTo("Known of old");
        assertThat(enriched.unread()).isEmpty();
        assertThat(source.askedFor("metadata")).isZero();
        assertThat(source.askedFor("tags")).isZero();
    }

    @Test
    void passesOverNamesThatAreNone() {
        source.hasLive("a", "", "  ");

        assertThat(live.refresh().catalog().metrics()).extracting(Metric::name).containsExactly("a");
    }

    @Test
    void syncsAnEmptySource() {
        assertThat(live.refresh().catalog().metrics()).isEmpty();
        assertThat(live.ensureFresh(Duration.ofHours(1)).gaps()).isEmpty();
    }

    @Test
    void countsWhatItHas() {
        source.has("redis.mem", MetricType.GAUGE, Duration.ZERO, "Memory", "env:prod")
                .has("redis.lat", MetricType.DISTRIBUTION, Duration.ofDays(2), "")
                .hasLive("uptime");
        source.hasSpans(SPANS);
        source.allows(50);
        live.refresh();
        live.enrich(List.of("redis.mem"));
        live.describe(List.of("redis.lat"));
        clock.moves(Duration.ofMinutes(7));

        CatalogStats stats = live.stats();

        assertThat(stats.metrics()).isEqualTo(3);
        assertThat(stats.spans()).isEqualTo(1);
        assertThat(stats.described()).isEqualTo(2);
        assertThat(stats.tagged()).isEqualTo(1);
        assertThat(stats.byType())
                .isEqualTo(Map.of(MetricType.GAUGE, 1, MetricType.DISTRIBUTION, 1, MetricType.UNKNOWN, 1));
        assertThat(stats.byNamespace()).isEqualTo(Map.of("redis", 2, "uptime", 1));
        assertThat(stats.byLiveness()).isEqualTo(Map.of(Liveness.LIVE, 2, Liveness.QUIET, 1));
        assertThat(stats.age()).isEqualTo(Duration.ofMinutes(7));
        assertThat(stats.budget().remaining()).isEqualTo(source.readsLeft());
    }

    private Liveness liveness(String name) {
        return live.catalog().metric(name).orElseThrow().liveness();
    }
}
