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
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private static Snapshot snapshot(Instant takenAt, Map<Wanted, Instant> readAt, Metric... metrics) {
        SpanGroup spans = new SpanGroup("web", "http.request", "GET /", Long.MAX_VALUE);
        return new Snapshot(
                Catalog.of(List.of(metrics), List.of(spans), takenAt), List.of("the spans: no"), false, 17, readAt);
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(new ArrayList<>(one.catalog().metrics()))
                .isEqualTo(new ArrayList<>(other.catalog().metrics()));
        assertThat(one.catalog().spans()).isEqualTo(other.catalog().spans());
        assertThat(one.catalog().takenAt()).isEqualTo(other.catalog().takenAt());
        assertThat(one.gaps()).isEqualTo(other.gaps());
        assertThat(one.complete()).isEqualTo(other.complete());
        assertThat(one.listingReads()).isEqualTo(other.listingReads());
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
