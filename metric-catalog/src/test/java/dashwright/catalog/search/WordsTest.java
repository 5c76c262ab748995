package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    @Test
    void givesAWordOneNumberWhereverItStands() {
        int first = words.number("queue.depth", 0, 5);

        assertThat(words.number("depth", 0, 5)).isEqualTo(first + 1);
        assertThat(words.number("the queue", 4, 9)).isEqualTo(first);
        assertThat(words.word(first)).isEqualTo("queue");
        assertThat(words.count()).isEqualTo(2);
    }

    @Test
    void tellsWordsApartOfWhichOneBeginsTheOther() {
        int whole = words.number("requests", 0, 8);

        assertThat(words.number("requests", 0, 7)).isNotEqualTo(whole);
        assertThat(words.number("request", 0, 7)).isEqualTo(whole + 1);
    }

    @Test
    void tellsWordsApartThatHashAlike() {
        // "Aa" and "BB" have one hash, and so has everything made of them.
        List<String> alike = List.of("AaAa", "BBBB", "AaBB", "BBAa");

        assertThat(alike.stream().map(word -> words.number(word, 0, 4))).containsExactly(0, 1, 2, 3);
        assertThat(alike.stream().map(word -> words.number(word, 0, 4))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void keepsTheNumbersWhileItGrows() {
        Random random = new Random(7);
        Map<String, Integer> expected = new HashMap<>();
        List<String> inOrder = new ArrayList<>();
        for (int round = 0; round < 50_000; round++) {
            String word = Integer.toString(random.nextInt(20_000), 36);
            if (expected.putIfAbsent(word, inOrder.size()) == null) {
                inOrder.add(word);
            }
            assertThat(words.number(" " + word + " ", 1, word.length() + 1)).isEqualTo(expected.get(word));
        }
        assertThat(words.count()).isEqualTo(inOrder.size()).isGreaterThan(10_000);
        for (int number = 0; number < inOrder.size(); number++) {
            assertThat(words.word(number)).isEqualTo(inOrder.get(number));
        }
    }
}
