package dashwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static Metric metric(String name, String description) {
        return Metric.named(name).withMetadata(MetricType.GAUGE, Unit.NONE, description, "");
    }

    private static Catalog catalog(Metric... metrics) {
        return Catalog.of(List.of(metrics), List.of(), Instant.EPOCH);
    }

    private static List<String> names(Collection<Metric> metrics) {
        return metrics.stream().map(Metric::name).toList();
    }

    @Test
    void hasItsMetricsByName() {
        Catalog catalog = catalog(Metric.named("b"), Metric.named("a.z"), Metric.named("a"));

        assertThat(names(catalog.metrics())).containsExactly("a", "a.z", "b");
        assertThat(catalog.metric("a.z")).hasValue(Metric.named("a.z"));
        assertThat(catalog.metric("a.y")).isEmpty();
        assertThat(catalog.metric("c")).isEmpty();
    }

    @Test
    void keepsTheLaterOfTwoWithOneName() {
        Catalog catalog = catalog(metric("a", "first"), Metric.named("b"), metric("a", "second"), metric("a", "third"));

        assertThat(names(catalog.metrics())).containsExactly("a", "b");
        assertThat(catalog.metric("a").orElseThrow().description()).isEqualTo("third");
    }

    @Test
    void findsWhatBeginsWithAPrefix() {
        Catalog catalog = catalog(
                Metric.named("aws.s3.bytes"), Metric.named("aws.s3"), Metric.named("aws.sqs"), Metric.named("b"));

        assertThat(names(catalog.metricsUnder("aws.s3"))).containsExactly("aws.s3", "aws.s3.bytes");
        assertThat(names(catalog.metricsUnder("aws.s3."))).containsExactly("aws.s3.bytes");
        assertThat(catalog.metricsUnder("aws.t")).isEmpty();
        assertThat(catalog.metricsUnder("z")).isEmpty();
        assertThat(names(catalog.metricsUnder(""))).hasSize(4);
    }

    @Test
    void isNotChangedByWhoeverReadsIt() {
        Collection<Metric> metrics = catalog(Metric.named("a")).metrics();

        assertThatThrownBy(metrics::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void replacesAndAddsWhatWasReadSince() {
        Random random = new Random(11);
        TreeMap<String, Metric> expected = new TreeMap<>();
        Catalog catalog = Catalog.empty(Instant.EPOCH);
        for (int round = 0; round < 60; round++) {
            List<Metric> read = new ArrayList<>();
            for (int left = random.nextInt(12); left > 0; left--) {
                read.add(metric("m" + random.nextInt(90), "round " + round + ", " + left));
            }
            read.forEach(metric -> expected.put(metric.name(), metric));
            Catalog before = catalog;
            List<Metric> as = List.copyOf(before.metrics());

            catalog = before.with(read);

            assertThat(catalog.metrics()).containsExactlyElementsOf(expected.values());
            assertThat(before.metrics()).containsExactlyElementsOf(as);
        }
    }
}
