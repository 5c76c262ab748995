package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningTextTest {
    @Test
    void readsANameAsWordsAndAddsUnitAndDescription() {
        assertThat(MeaningText.of(Sample.metric("redis.mem.used", "byte", "The total amount\n of memory")))
                .isEqualTo("redis mem used, byte: The total amount of memory");
        assertThat(MeaningText.of(Sample.metric("ci.pipeline.HTTPErrorCount_95percentile", "", "")))
                .isEqualTo("ci pipeline HTTP Error Count 95percentile");
        assertThat(MeaningText.of(Metric.named("größe.файлы"))).isEqualTo("größe файлы");
        assertThat(MeaningText.of(Metric.named("._."))).isEqualTo("._.");
    }

    @Test
    void saysNothingOfTagsOrTheIntegration() {
        Metric metric = new Metric(
                "a.b",
                MetricType.COUNT,
                Unit.NONE,
                "what it is",
                "secretive",
                TagSet.of(List.of("customer:acme")),
                Liveness.LIVE,
                true);
        assertThat(MeaningText.of(metric)).isEqualTo("a b: what it is");
    }

    @Test
    void isOneBoundedLineWhateverPeopleWrote() {
        String book = "\u202ewords\u0000 and\u001b[31m more ".repeat(10_000);
        assertThat(MeaningText.of(book))
                .hasSizeLessThanOrEqualTo(MeaningText.LONGEST)
                .startsWith("words and [31m more");
        assertThat(MeaningText.of(Sample.metric("a." + "x".repeat(50_000), "", book)))
                .hasSizeLessThanOrEqualTo(MeaningText.LONGEST)
                .startsWith("a xxx");
        assertThat(MeaningText.of(" \t\u0007\u200b ")).isEmpty();
    }

    @Test
    void cutsNoCharacterInHalf() {
        assertThat(MeaningText.of("x" + "🎉".repeat(1_000)).codePoints())
                .doesNotContain(0xD83C)
                .hasSize(1 + (MeaningText.LONGEST - 1) / 2);
    }
}
