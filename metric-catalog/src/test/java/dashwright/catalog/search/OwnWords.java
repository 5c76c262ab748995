package dashwright.catalog.search;

import java.util.Arrays;
import java.util.Set;

/** Compounds by the words of one text. */
final class OwnWords {
    private OwnWords() {}

    static Compounds compounds(String text, Set<String> known) {
        Words words = new Words();
        int[] counts = new int[text.length() + 1];
        WordBreaks.find(
                text, (normal, start, end) -> counts[Math.min(counts.length - 1, words.number(normal, start, end))]++);
        return Compounds.of(words, Arrays.copyOf(counts, Math.max(counts.length, words.count())), known);
    }
}
