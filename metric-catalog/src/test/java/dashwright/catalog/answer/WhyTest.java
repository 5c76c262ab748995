package dashwright.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.search.Reason;
import dashwright.catalog.search.Reason.Field;
import dashwright.catalog.search.Reason.Likeness;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhyTest {
    @Test
    void saysEachWordOnceByWhereItStands() {
        assertThat(Why.words(List.of(
                        reason("redis", "redis", Field.NAMESPACE, Likeness.SAME),
                        reason("memory", "mem", Field.NAME, Likeness.SYNONYM),
                        reason("used", "used", Field.NAME, Likeness.SAME),
                        reason("keys", "key", Field.DESCRIPTION, Likeness.FORM),
                        reason("size", "bytes", Field.UNIT, Likeness.NEAR),
                        reason("prod", "prod", Field.TAG, Likeness.SAME))))
                .isEqualTo(
                        "redis in the namespace; memory (as mem) and used in the name; keys (as key) in the description;"
                                + " size (near bytes) in the unit; prod in a tag");
    }

    @Test
    void theNameIsEnoughWhereTheDescriptionSaysItToo() {
        assertThat(Why.words(List.of(
                        reason("memory", "memory", Field.DESCRIPTION, Likeness.SAME),
                        reason("memory", "mem", Field.NAME, Likeness.SYNONYM))))
                .isEqualTo("memory (as mem) in the name");
    }

    @Test
    void aPercentileIsCalledOne() {
        assertThat(Why.words(List.of(
                        reason("latency", "latency", Field.NAME, Likeness.SAME),
                        reason("p95", "p95", Field.NAME, Likeness.SAME))))
                .isEqualTo("latency in the name; p95 is the percentile");
    }

    @Test
    void spansAreExplainedByTheirParts() {
        assertThat(Why.words(List.of(
                        reason("celery", "celery", Field.OPERATION, Likeness.SAME),
                        reason("worker", "worker", Field.SERVICE, Likeness.SAME),
                        reason("sync", "sync", Field.RESOURCE, Likeness.SAME))))
                .isEqualTo("worker in the service; celery in the operation; sync in the resource");
    }

    @Test
    void noReasonsAreNoWords() {
        assertThat(Why.words(List.of())).isEmpty();
    }

    @Test
    void aLongTextIsToldInShort() {
        List<Reason> many = IntStream.range(0, 64)
                .mapToObj(at -> reason("word" + at, "word" + at, Field.NAME, Likeness.SAME))
                .toList();

        assertThat(Why.words(many)).contains("word11 in the name").endsWith("; and 52 words more");
    }

    private static Reason reason(String word, String matched, Field field, Likeness likeness) {
        return new Reason(word, matched, field, likeness);
    }
}
