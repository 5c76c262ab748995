package dashwright.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a catalog in the order of their names, their postings, and in arrays what a search needs of each item.
 * Immutable and safe for threads.
 */
final class Segment<T> {
    private final Indexing<T> indexing;
    private final List<T> items;
    private final Map<String, Integer> terms;
    private final Map<String, Postings> postings;
    private final int[] namespaces;
    private final byte[] lengths;
    private final long totalLength;
    private final @Nullable FixedBitSet replaced;

    /** Scores that searches gave back. */
    private final Queue<Scores> idle;

    /**
     * What {@link IndexBuilder} made of these items.
     *
     * @param terms the number of each stem
     * @param postings by field
     * @param namespaces the number of each item's namespace
     * @param lengths how long each item's text is, in weighted words, as one byte
     * @param totalLength the sum of the lengths as they were
     */
    Segment(
            Indexing<T> indexing,
            List<T> items,
            Map<String, Integer> terms,
            Map<String, Postings> postings,
            int[] namespaces,
            byte[] lengths,
            long totalLength) {
        this(indexing, items, terms, postings, namespaces, lengths, totalLength, null, new ConcurrentLinkedQueue<>());
    }

    private Segment(
            Indexing<T> indexing,
            List<T> items,
            Map<String, Integer> terms,
            Map<String, Postings> postings,
            int[] namespaces,
            byte[] lengths,
            long totalLength,
            @Nullable FixedBitSet replaced,
            Queue<Scores> idle) {
        this.indexing = indexing;
        this.items = items;
        this.terms = terms;
        this.postings = postings;
        this.namespaces = namespaces;
        this.lengths = lengths;
        this.totalLength = totalLength;
        this.replaced = replaced;
        this.idle = idle;
    }

    /** Scores to use alone, without any; to be {@link #giveBack given back}. */
    Scores borrowScores() {
        Scores some = idle.poll();
        return some == null ? new Scores(items.size()) : some;
    }

    /** Takes scores back for other searches. */
    void giveBack(Scores borrowed) {
        borrowed.clear();
        idle.add(borrowed);
    }

    /** The same without the items of these names. */
    Segment<T> without(Collection<String> names) {
        FixedBitSet gone = replaced == null ? new FixedBitSet(items.size()) : replaced.clone();
        names.stream().mapToInt(this::place).filter(place -> place >= 0).forEach(gone::set);
        return new Segment<>(indexing, items, terms, postings, namespaces, lengths, totalLength, gone, idle);
    }

    /** True where an item has this name, a replaced one too. */
    boolean has(String name) {
        return place(name) >= 0;
    }

    /** The place of the item with this name, or a negative number. */
    private int place(String name) {
        int low = 0;
        int high = items.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = indexing.name().apply(items.get(middle)).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int size() {
        return items.size();
    }

    T item(int doc) {
        return items.get(doc);
    }

    int namespace(int doc) {
        return namespaces[doc];
    }

    /** How long the item's text is, in weighted words, as Lucene keeps it in one byte; 0 to 255. */
    int lengthByte(int doc) {
        return Byte.toUnsignedInt(lengths[doc]);
    }

    /** The sum of all lengths. */
    long totalLength() {
        return totalLength;
    }

    /** How many items have a word in a field, replaced ones among them. */
    int frequency(String field, String stem) {
        int term = term(stem);
        return term < 0 ? 0 : in(field).count(term);
    }

    /** The items that have a word in a field. */
    Occurrences occurrences(String field, String stem) {
        int term = term(stem);
        Postings list = in(field);
        return term < 0
                ? new Occurrences(list, 0, 0, replaced)
                : new Occurrences(list, list.start(term), list.end(term), replaced);
    }

    /** Takes the place of an item among some. */
    interface Visitor {
        void visit(int at);
    }

    /**
     * Visits those among some items that have a word in a field, by their places among them.
     *
     * @param docs the items, in ascending order
     */
    void visitAmong(int[] docs, String field, String stem, Visitor visitor) {
        int term = term(stem);
        if (term < 0) {
            return;
        }
        Postings list = in(field);
        int place = list.start(term);
        int end = list.end(term);
        for (int at = 0; at < docs.length && place < end; at++) {
            place = list.advance(place, end, docs[at]);
            if (place < end && list.doc(place) == docs[at]) {
                visitor.visit(at);
            }
        }
    }

    private int term(String stem) {
        return terms.getOrDefault(stem, -1);
    }

    private Postings in(String field) {
        Postings list = postings.get(field);
        if (list == null) {
            throw new IllegalArgumentException("there is no field " + field);
        }
        return list;
    }
}
