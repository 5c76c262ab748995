package dashwright.catalog.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often words occur in a catalog: the measure of how much each word of a request says. Not safe for threads. */
final class Lexicon {
    private final List<ItemIndex<?>> indexes;
    private final int all;
    private final Map<String, Integer> frequencies = new HashMap<>();

    Lexicon(List<ItemIndex<?>> indexes) {
        this.indexes = indexes;
        this.all = indexes.stream().mapToInt(ItemIndex::size).sum();
    }

    /** In how many metrics or span groups a stem occurs: the most among their fields. */
    int frequency(String stem) {
        return frequencies.computeIfAbsent(
                stem,
                any -> indexes.stream()
                        .mapToInt(index -> index.frequency(stem))
                        .max()
                        .orElse(0));
    }

    /** True where the stem occurs anywhere in the catalog. */
    boolean has(String stem) {
        return frequency(stem) > 0;
    }

    /**
     * How much a word says that is found under any of these stems: BM25's inverse document frequency of them together. A
     * word that occurs nowhere says the most.
     */
    double information(Collection<String> stems) {
        return rarity(stems.stream().mapToInt(this::frequency).sum(), all);
    }

    /** BM25's inverse document frequency: how rare something is that so many of all have. */
    static double rarity(int having, int all) {
        int some = Math.min(all, having);
        return Math.log(1 + (all - some + 0.5) / (some + 0.5));
    }
}
