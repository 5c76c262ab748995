package dashwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    private static Metric gauge(String name, Unit unit, String... tags) {
        return new Metric(name, MetricType.GAUGE, unit, "", "", TagSet.of(List.of(tags)), Liveness.LIVE, true);
    }

    @ParameterizedTest
    @CsvSource({
        "cloud.cost.monthly_estimate,dollar,'',EXTENSIVE",
        "cloud.cost.hourly_estimate,dollar,hour,EXTENSIVE",
        "cloud.cost.saved,percent,'',INTENSIVE",
        "cloud.cost.saved_pct,'','',INTENSIVE",
        "queue.oldest_message,second,'',INTENSIVE",
        "queue.messages,'','',EXTENSIVE",
        "queue.depth,message,consumer,INTENSIVE",
        "web.latency.p95,'','',INTENSIVE",
        "web.users.active,'','',UNKNOWN",
        "arena.reward,'','',UNKNOWN"
    })
    void readsFromUnitAndNameWhetherPartsAddUp(String name, String unit, String per, Extent extent) {
        assertThat(Extent.of(gauge(name, new Unit(unit, per)))).isEqualTo(extent);
    }

    @ParameterizedTest
    @CsvSource({
        "host,SENDER",
        "pod_name,SENDER",
        "container_id,SENDER",
        "instance,SENDER",
        "region,PARTITION",
        "queue,PARTITION",
        "instance_type,PARTITION",
        "status,PARTITION"
    })
    void tellsWhoReportsFromWhatIsReportedOn(String key, TagRole role) {
        assertThat(TagRole.of(key)).isEqualTo(role);
    }

    @Test
    void aMetricWhoseTagsWereNeverReadIsSplitAsItsFamilyIs() {
        Metric read = gauge("cloud.cost.monthly", Unit.of("dollar"), "region:us", "region:eu");
        Metric unread = new Metric(
                "cloud.cost.hourly", MetricType.GAUGE, Unit.of("dollar"), "", "", TagSet.UNREAD, Liveness.LIVE, true);
        Catalog catalog = Catalog.of(List.of(read, unread), List.of(), Instant.EPOCH);

        assertThat(Parts.of(unread, List.of(), catalog)).isEqualTo(new Parts(List.of("region"), true));
        assertThat(Parts.of(unread, List.of(), Catalog.empty(Instant.EPOCH))).isEqualTo(new Parts(List.of(), false));
    }

    @Test
    void whatEachNodeReportsOfItsOwnAddsUpThoughItsTagsWereNeverRead() {
        assertThat(Parts.of(Metric.named("kubernetes.pods.running").withType(MetricType.GAUGE), List.of()))
                .isEqualTo(new Parts(List.of(), true));
        assertThat(Parts.of(Metric.named("kubernetes.cpu.load").withType(MetricType.GAUGE), List.of()))
                .isEqualTo(new Parts(List.of(), false));
    }

    @Test
    void partsOfWhichSeveralSendersMayRepeatTheWholeDoNotAddUp() {
        Unit jobs = Unit.of("job");

        assertThat(Parts.of(gauge("a.b", jobs, "queue:x", "queue:y"), List.of()).adding())
                .isTrue();
        assertThat(Parts.of(gauge("a.b", jobs, "queue:x", "queue:y", "host:1", "host:2"), List.of()))
                .isEqualTo(new Parts(List.of("queue", "host"), false));
        assertThat(Parts.of(gauge("a.b", jobs, "queue:x", "queue:y", "host:1", "host:2"), List.of("host"))
                        .adding())
                .isTrue();
        assertThat(Parts.of(gauge("a.b", jobs, "queue:x", "queue:total"), List.of())
                        .adding())
                .isFalse();
        assertThat(Parts.of(gauge("kubernetes.b", jobs, "host:1", "host:2"), List.of())
                        .adding())
                .as("each node's agent reports its own")
                .isTrue();
    }
}
