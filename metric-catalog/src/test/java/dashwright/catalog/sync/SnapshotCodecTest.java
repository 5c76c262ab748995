package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotCodecTest {
    private static final Instant NOW = MovableClock.START;
    private static final Metric FULL = Metric.named("a.full")
            .withMetadata(MetricType.RATE, new Unit("byte", "second"), "Ü, 漢 and 🦓\nlines", "web")
            .withTags(TagSet.of(List.of("env:prod", "env:dev", "lonely")))
            .withLiveness(Liveness.QUIET);
    private static final Metric PART =
            Metric.named("b.part").withType(MetricType.DISTRIBUTION).withTags(TagSet.UNREAD.plus("task", "feed"));
    private static final Metric NAME = Metric.named("c.name");

    /** A snapshot as the first version kept it: a.full with metadata and tags, b.gone, one kind of spans. */
    private static final String FIRST_FORM =
            "44574341011f8b08000000000000ff2d8e4d6ec23010854d6302b44961c182a54f10f6ecba8810a20a52c5cf3aa1932211d9"
                    + "2936a01ea7b7e8317a8c1ea1cbbea732d2a7791ecfcf53aaf3f95ba7aaa394ea0366461a0e627c5b5a3f33d6a17007f81997"
                    + "597d6e9a5b45bf3cad73e808e8e7c536678b26d54710e42e88bdec9d7da502c9d2baab35ae36ae61ad07a2ab54580f27a31f"
                    + "6ca0187fa3ce6d741589bddc9e0364dd9e1c47ef415c656fcef2d403e86d8a65b1da159009d0f355417bffc16dbc9682e410"
                    + "429b9de4fd2c3ee0fd08baf37c6da6100c367260087428fd1179445d8be0362d4ebefe00fc4c20d53e010000";

    private static Snapshot snapshot(Instant takenAt, Map<Wanted, Instant> readAt, Metric... metrics) {
        return snapshot(takenAt, readAt, null, metrics);
    }

    private static Snapshot snapshot(
            Instant takenAt, Map<Wanted, Instant> readAt, @Nullable UnfinishedListing unfinished, Metric... metrics) {
        SpanGroup spans = new SpanGroup("web", "http.request", "GET /", Long.MAX_VALUE);
        return new Snapshot(
                Catalog.of(List.of(metrics), List.of(spans), takenAt),
                new Listed(
                        NOW.minusSeconds(60), 17, 2, false, List.of("the distributions: no"), List.of("the spans: no")),
                Map.of(spans, NOW.minusSeconds(11)),
                Map.of("c.name", NOW.minusSeconds(9)),
                new Demand(Set.of("a.full"), Map.of("b.part", NOW.minusSeconds(7))),
                unfinished,
                readAt);
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(new ArrayList<>(one.catalog().metrics()))
                .isEqualTo(new ArrayList<>(other.catalog().metrics()));
        assertThat(one.catalog().spans()).isEqualTo(other.catalog().spans());
        assertThat(one.catalog().takenAt()).isEqualTo(other.catalog().takenAt());
        assertThat(one.listed()).isEqualTo(other.listed());
        assertThat(one.spansAt()).isEqualTo(other.spansAt());
        assertThat(one.goneAt()).isEqualTo(other.goneAt());
        assertThat(one.demand()).isEqualTo(other.demand());
        assertThat(one.unfinished()).isEqualTo(other.unfinished());
        assertThat(one.readAt()).isEqualTo(other.readAt());
    }

    @Test
    void readsWhatItWrote() {
        Snapshot snapshot = snapshot(
                NOW,
                Map.of(
                        new Wanted.Metadata("a.full"), NOW.plusSeconds(1),
                        new Wanted.Tags("a.full"), NOW.plusSeconds(2),
                        new Wanted.Carriers("task", "feed"), NOW.plusSeconds(3)),
                FULL,
                PART,
                NAME);

        assertSame(SnapshotCodec.read(SnapshotCodec.write(snapshot)), snapshot);
    }

    @Test
    void readsAListingThatStoppedHalfway() {
        UnfinishedListing listing = new UnfinishedListing(
                NOW,
                true,
                List.of(
                        new UnfinishedListing.Part("ALL", Set.of("a.full", "é"), false, true, "cursor=", 3, 1),
                        new UnfinishedListing.Part("HOUR", Set.of(), true, false, null, 1, 0)));
        Snapshot snapshot = snapshot(NOW, Map.of(), listing, FULL);

        assertSame(SnapshotCodec.read(SnapshotCodec.write(snapshot)), snapshot);
    }

    @Test
    void readsWhatTheVersionBeforeKept() {
        Snapshot old = SnapshotCodec.read(HexFormat.of().parseHex(FIRST_FORM));

        assertThat(old.catalog().takenAt()).isEqualTo(NOW);
        assertThat(old.catalog().metric("a.full").map(Metric::description)).contains("Known of old");
        assertThat(old.catalog().spans()).hasSize(1);
        assertThat(old.listed()).isEqualTo(new Listed(NOW, 8, 4, true, List.of("the spans: no"), List.of()));
        assertThat(old.goneAt()).isEqualTo(Map.of("b.gone", NOW));
        assertThat(old.readAt())
                .isEqualTo(Map.of(
                        new Wanted.Metadata("a.full"),
                        NOW.plusSeconds(1),
                        new Wanted.Tags("a.full"),
                        NOW.plusSeconds(2),
                        new Wanted.Carriers("task", "feed"),
                        NOW.plusSeconds(3)));
    }

    @Test
    void goesOnWithTheListingThatNobodyBroughtToItsEndYet() {
        UnfinishedListing listing = new UnfinishedListing(NOW, true, List.of());
        Snapshot before = snapshot(NOW.minusSeconds(60), Map.of(), listing, NAME);
        Snapshot idle = snapshot(NOW.minusSeconds(60), Map.of(), NAME);
        Snapshot after = snapshot(NOW.plusSeconds(1), Map.of(), NAME);

        assertThat(before.with(idle).unfinished()).isEqualTo(listing);
        assertThat(idle.with(before).unfinished()).isEqualTo(listing);
        assertThat(after.with(before).unfinished()).isNull();
        assertThat(before.with(after).unfinished()).isNull();
    }

    @Test
    void noticesEveryWayInWhichBytesCanBeDamaged() {
        Snapshot snapshot = snapshot(NOW, Map.of(), FULL, PART, NAME);
        byte[] whole = SnapshotCodec.write(snapshot);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SnapshotCodec.read(cut)).isInstanceOf(SnapshotException.class);
        }
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] spoilt = whole.clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 + random.nextInt(255));
            // Some bits of the compression's frame mean nothing; a change of any other is noticed.
            try {
                assertSame(SnapshotCodec.read(spoilt), snapshot);
            } catch (SnapshotException noticed) {
                assertThat(noticed).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void refusesAFormThatItDoesNotKnow() {
        byte[] bytes = SnapshotCodec.write(snapshot(NOW, Map.of(), NAME));
        bytes[4] = 99;

        assertThatThrownBy(() -> SnapshotCodec.read(bytes))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("another version (form 99");
    }

    @Test
    void bringsTogetherWhatTwoProcessesRead() {
        Metric described = NAME.withMetadata(MetricType.GAUGE, Unit.NONE, "older", "");
        Metric newer = NAME.withMetadata(MetricType.COUNT, Unit.NONE, "newer", "");
        Wanted.Metadata metadata = new Wanted.Metadata("c.name");
        Snapshot mine =
                snapshot(NOW.plus(Duration.ofHours(1)), Map.of(metadata, NOW), described, Metric.named("a.full"));
        Snapshot theirs = snapshot(
                NOW,
                Map.of(
                        metadata,
                        NOW.plusSeconds(9),
                        new Wanted.Tags("a.full"),
                        NOW,
                        new Wanted.Carriers("k", "v"),
                        NOW),
                newer,
                FULL,
                PART);

        for (Snapshot both : List.of(mine.with(theirs), theirs.with(mine))) {
            assertThat(both.catalog().takenAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
            assertThat(both.catalog().metrics()).extracting(Metric::name).containsExactly("a.full", "c.name");
            assertThat(both.catalog().metric("c.name").map(Metric::description)).contains("newer");
            assertThat(both.catalog().metric("a.full").map(Metric::tags)).contains(FULL.tags());
            assertThat(both.readAt()).hasSize(3).containsEntry(metadata, NOW.plusSeconds(9));
        }
    }
}
