package dashwright.catalog.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items of one sort that can be ranked: a large segment, and a small one with those that were replaced since, so that
 * replacing a few costs little however many there are. Immutable and safe for threads.
 */
final class ItemIndex<T> {
    /** More replaced items than this, or than a tenth of all, are worth an index of their own no longer. */
    private static final int MOST_REPLACED = 2_000;

    /** So many numbers of spreads are kept: sixteen megabytes. */
    private static final long MOST_NUMBERS = 4_000_000;

    private final Indexing<T> indexing;
    private final Compounds compounds;
    private final List<T> base;
    private final Map<String, T> replaced;
    private final Namespaces namespaces;
    private final List<Segment<T>> segments;

    /** How words are spread that were asked for; the same words are asked for again and again. */
    private final Cache<String, Spread> spreads = Caffeine.newBuilder()
            .maximumWeight(MOST_NUMBERS)
            .<String, Spread>weigher((stem, spread) -> spread.size())
            .build();

    private ItemIndex(
            Indexing<T> indexing,
            Compounds compounds,
            List<T> base,
            Map<String, T> replaced,
            Namespaces namespaces,
            List<Segment<T>> segments) {
        this.indexing = indexing;
        this.compounds = compounds;
        this.base = base;
        this.replaced = replaced;
        this.namespaces = namespaces;
        this.segments = segments;
    }

    /** An index of items whose words were read. */
    static <T> ItemIndex<T> of(ItemWords<T> items, Terms terms, Compounds compounds) {
        Indexing<T> indexing = items.indexing();
        Namespaces namespaces = Namespaces.NONE.with(namespaces(indexing, items.items()));
        return new ItemIndex<>(
                indexing, compounds, items.items(), Map.of(), namespaces, segment(items, terms, namespaces));
    }

    private static <T> ItemIndex<T> of(Indexing<T> indexing, Compounds compounds, Collection<T> items) {
        Words words = new Words();
        ItemWords<T> said = ItemWords.of(indexing, items, words);
        return of(said, new Terms(words, new Tokenizer(compounds)), compounds);
    }

    /** The same index with some items replaced or added. */
    ItemIndex<T> with(Collection<T> read) {
        Map<String, T> changed = new LinkedHashMap<>(replaced);
        read.forEach(item -> changed.put(indexing.name().apply(item), item));
        if (changed.size() > Math.max(MOST_REPLACED, base.size() / 10)) {
            return of(indexing, compounds, merged(changed));
        }
        Words words = new Words();
        ItemWords<T> said = ItemWords.of(indexing, changed.values(), words);
        List<T> added = said.items().stream()
                .filter(item -> !isKnown(indexing.name().apply(item)))
                .toList();
        Namespaces grown = namespaces.with(namespaces(indexing, added));
        List<Segment<T>> both = new ArrayList<>();
        if (!base.isEmpty()) {
            both.add(segments.getFirst().without(changed.keySet()));
        }
        both.addAll(segment(said, new Terms(words, new Tokenizer(compounds)), grown));
        return new ItemIndex<>(indexing, compounds, base, changed, grown, both);
    }

    private boolean isKnown(String name) {
        return replaced.containsKey(name)
                || (!base.isEmpty() && segments.getFirst().has(name));
    }

    private List<T> merged(Map<String, T> changed) {
        List<T> all = new ArrayList<>(changed.values());
        base.stream()
                .filter(item -> !changed.containsKey(indexing.name().apply(item)))
                .forEach(all::add);
        return all;
    }

    private static <T> List<Segment<T>> segment(ItemWords<T> items, Terms terms, Namespaces namespaces) {
        if (items.items().isEmpty()) {
            return List.of();
        }
        int[] numbers = items.items().stream()
                .mapToInt(item -> namespaces.number(items.indexing().namespace().apply(item)))
                .toArray();
        return List.of(new IndexBuilder<>(items, terms).build(numbers));
    }

    private static <T> List<String> namespaces(Indexing<T> indexing, List<T> items) {
        return items.stream().map(indexing.namespace()).toList();
    }

    /** How many items have a word, in the field where the most have it. */
    int frequency(String stem) {
        int together = 0;
        int apart = 0;
        for (Segment<T> segment : segments) {
            together += segment.frequency(IndexBuilder.WORDS, stem);
            apart += segment.frequency(IndexBuilder.APART, stem);
        }
        return Math.max(together, apart);
    }

    /** How many items there are. */
    int size() {
        return segments.stream().mapToInt(Segment::size).sum();
    }

    /** The mean length of an item's text, at least 1. */
    double meanLength() {
        long all = segments.stream().mapToLong(Segment::totalLength).sum();
        return Math.max(1, (double) all / Math.max(1, size()));
    }

    /** How a word is spread over the namespaces. */
    Spread spread(String stem) {
        return spreads.get(stem, word -> Spread.of(segments, namespaces, word));
    }

    Namespaces namespaces() {
        return namespaces;
    }

    List<Segment<T>> segments() {
        return segments;
    }

    Indexing<T> indexing() {
        return indexing;
    }
}
