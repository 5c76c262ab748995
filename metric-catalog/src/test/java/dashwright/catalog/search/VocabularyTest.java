package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private final Vocabulary builtIn = Vocabulary.builtIn();

    @ParameterizedTest
    @CsvSource({
        "req,request",
        "memory,mem",
        "failures,error",
        "duration,latency",
        "backlog,queue",
        "backlog,pending",
        "kubernetes,k8s",
        "database,db",
        "conn,connections"
    })
    void knowsTheFieldsWordsForOneThing(String asked, String there) {
        assertThat(builtIn.alternatives(stem(asked))).containsKey(stem(there));
    }

    @Test
    void countsASpellingForMoreThanANeighbour() {
        double spelling = worth("memory", "mem");
        double neighbour = worth("error", "failure");

        assertThat(spelling).isLessThan(1).isGreaterThan(neighbour);
        assertThat(neighbour).isPositive();
    }

    @Test
    void followsAnArrowOneWayOnly() {
        Vocabulary vocabulary = Vocabulary.of(List.of("[near]", "rps > request, rate"), List.of());

        assertThat(vocabulary.alternatives(stem("rps"))).containsOnlyKeys("request", "rate");
        assertThat(vocabulary.alternatives("rate")).isEmpty();
    }

    @Test
    void keepsTheHigherWorthWhereTwoLinesDiffer() {
        Vocabulary vocabulary = Vocabulary.of(List.of("[near]", "a, b", "[same]", "a, b"), List.of());

        assertThat(vocabulary.alternatives("a")).isEqualTo(Map.of("b", 0.9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "dashboard", "trend", "top", "current", "status", "please", "overview"})
    void setsWordsAboutFormAside(String word) {
        assertThat(builtIn.isShape(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency", "errors", "memory", "sync", "rate", "count", "time"})
    void keepsWordsThatSayWhatIsMeasured(String word) {
        assertThat(builtIn.isShape(word)).isFalse();
        assertThat(builtIn.isGrammar(word)).isFalse();
    }

    @Test
    void refusesASpellingWithoutItsShortName() {
        assertThatThrownBy(() -> Vocabulary.of(List.of("[spelled out]", "pull request"), List.of()))
                .hasMessageContaining("pull request > pr");
    }

    @Test
    void knowsNoWordAsItsOwnSynonym() {
        builtIn.words().stream()
                .map(this::stem)
                .forEach(stem -> assertThat(builtIn.alternatives(stem)).doesNotContainKey(stem));
    }

    @Test
    void refusesALineThatBelongsToNoSection() {
        assertThatThrownBy(() -> Vocabulary.of(List.of("a, b"), List.of())).hasMessageContaining("\"a, b\"");
        assertThatThrownBy(() -> Vocabulary.of(List.of("[similar]", "a, b"), List.of()))
                .hasMessageContaining("[similar]")
                .hasMessageContaining("[near]");
        assertThatThrownBy(() -> Vocabulary.of(List.of(), List.of("[odd]", "x")))
                .hasMessageContaining("[odd]");
    }

    private double worth(String asked, String there) {
        return builtIn.alternatives(stem(asked)).getOrDefault(stem(there), 0.0);
    }

    private String stem(String word) {
        return new Tokenizer(Compounds.NONE).stem(word);
    }
}
