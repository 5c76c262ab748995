package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Metric;
import dashwright.catalog.search.Reason.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final List<String> WORDS = List.of("waiting", "line");

    private static Match match(String name, double score, Reason... reasons) {
        return new Match(Metric.named(name), score, score / 20, List.of(reasons));
    }

    private static List<String> names(List<Match> matches) {
        return matches.stream().map(match -> match.metric().name()).toList();
    }

    @Test
    void ordersNearAnswersByMeaning() {
        List<Match> fused = Fusion.fused(
                List.of(match("first", 10), match("second", 9), match("third", 8.9), match("fourth", 8.8)),
                List.of(0.3, 0.3, 0.3, 0.8),
                WORDS);
        assertThat(names(fused)).containsExactly("first", "fourth", "second", "third");
    }

    @Test
    void theFirstInWordsIsPassedOnlyForAClearReason() {
        assertThat(names(Fusion.fused(
                        List.of(match("first", 10), match("b", 9.5), match("c", 5)), List.of(0.3, 0.8, 0.2), WORDS)))
                .containsExactly("b", "first", "c");
        assertThat(names(Fusion.fused(
                        List.of(match("first", 10), match("b", 8.9), match("c", 5)), List.of(0.3, 0.8, 0.2), WORDS)))
                .containsExactly("first", "b", "c");
    }

    @Test
    void ofTwoTheNearerGains() {
        assertThat(names(Fusion.fused(List.of(match("first", 10), match("b", 9.5)), List.of(0.3, 0.8), WORDS)))
                .containsExactly("b", "first");
    }

    @Test
    void aClearLeadInWordsStaysALead() {
        List<Match> plain = List.of(match("a", 10), match("b", 7), match("c", 4), match("d", 1));
        assertThat(names(Fusion.fused(plain, List.of(-1.0, 0.0, 0.5, 1.0), WORDS)))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void aMetricThatHasEachWordIsPassedByNoneThatHasNot() {
        Match worded = match(
                "line.waits", 9, new Reason("waiting", "waits", Field.NAME), new Reason("line", "line", Field.NAME));
        Match synonym = match(
                "queue.depth",
                8.9,
                new Reason("waiting", "pending", Field.NAME),
                new Reason("line", "queue", Field.NAME));
        List<Double> cosines = List.of(0.1, 0.1, 0.9);
        assertThat(names(Fusion.fused(List.of(match("other", 10), worded, synonym), cosines, WORDS)))
                .containsSubsequence("line.waits", "queue.depth");
        assertThat(names(Fusion.fused(List.of(match("other", 10), match("line.waits", 9), synonym), cosines, WORDS)))
                .containsSubsequence("queue.depth", "line.waits");
    }

    @Test
    void smallDifferencesOfMeaningChangeLittle() {
        List<Match> plain = List.of(match("a", 10), match("b", 9), match("c", 8.8));
        assertThat(names(Fusion.fused(plain, List.of(0.700, 0.701, 0.704), WORDS)))
                .containsExactly("a", "b", "c");
        assertThat(names(Fusion.fused(plain, List.of(0.5, 0.5, 0.9), WORDS))).containsExactly("a", "c", "b");
    }

    @Test
    void saysWhatIsCloseAndOnlyOfThat() {
        List<Match> fused = Fusion.fused(
                List.of(match("near", 10, new Reason("line", "line", Field.NAME)), match("b", 9), match("c", 8)),
                List.of(0.834, 0.2, 0.1),
                WORDS);
        assertThat(fused.getFirst().reasons())
                .containsExactly(new Reason("line", "line", Field.NAME), Reason.closeInMeaning(0.834));
        assertThat(fused.stream().skip(1)).allMatch(match -> match.reasons().isEmpty());
    }

    @Test
    void fitIsWhatWordsSayAndScoresFallInOrder() {
        List<Match> plain = List.of(match("a", 10), match("b", 9), match("c", 8.8));
        List<Match> fused = Fusion.fused(plain, List.of(0.1, 0.2, 0.9), WORDS);
        assertThat(fused).extracting(Match::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(fused)
                .allSatisfy(match -> assertThat(match.fit())
                        .isEqualTo(plain.stream()
                                .filter(before -> before.metric().equals(match.metric()))
                                .findFirst()
                                .orElseThrow()
                                .fit()));
    }

    @Test
    void equalsAndScoresOfNothingStayAsTheyAre() {
        List<Match> nothing =
                Stream.of("a", "b", "c").map(name -> match(name, 0)).toList();
        assertThat(Fusion.fused(nothing, List.of(0.1, 0.5, 0.9), WORDS)).isEqualTo(nothing);
        List<Match> equal = Stream.of("a", "b", "c").map(name -> match(name, 5)).toList();
        assertThat(names(Fusion.fused(equal, List.of(0.4, 0.4, 0.4), List.of())))
                .containsExactly("a", "b", "c");
    }
}
