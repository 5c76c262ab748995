package dashwright.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a catalog in an index of their own: its postings, and beside them in arrays what a search needs of each
 * item. Immutable and safe for threads.
 */
final class Segment<T> {
    private final LeafReader reader;
    private final List<T> items;
    private final int[] namespaces;
    private final byte[] lengths;
    private final byte[] nameLengths;
    private final @Nullable FixedBitSet replaced;

    private Segment(
            LeafReader reader,
            List<T> items,
            int[] namespaces,
            byte[] lengths,
            byte[] nameLengths,
            @Nullable FixedBitSet replaced) {
        this.reader = reader;
        this.items = items;
        this.namespaces = namespaces;
        this.lengths = lengths;
        this.nameLengths = nameLengths;
        this.replaced = replaced;
    }

    /**
     * What was written for these items.
     *
     * @param items in the order in which they were written
     * @param namespaces the number of each item's namespace
     */
    static <T> Segment<T> of(LeafReader reader, List<T> items, int[] namespaces) {
        return new Segment<>(
                reader,
                items,
                namespaces,
                lengths(reader, IndexBuilder.WORDS, items.size()),
                lengths(reader, IndexBuilder.NAMING, items.size()),
                null);
    }

    private static byte[] lengths(LeafReader reader, String field, int items) {
        byte[] lengths = new byte[items];
        try {
            NumericDocValues norms = reader.getNormValues(field);
            while (norms != null && norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                lengths[norms.docID()] = (byte) norms.longValue();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return lengths;
    }

    /** The same without the items of these names. */
    Segment<T> without(Collection<String> names) {
        FixedBitSet gone = replaced == null ? new FixedBitSet(items.size()) : replaced.clone();
        names.forEach(name -> postings(IndexBuilder.NAME, name, PostingsEnum.NONE, (doc, any) -> gone.set(doc)));
        return new Segment<>(reader, items, namespaces, lengths, nameLengths, gone);
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

    /** Of how many words the item's own name is made, its namespace left aside; at least 1. */
    int nameLength(int doc) {
        return Math.max(1, SmallFloat.byte4ToInt(nameLengths[doc]));
    }

    /** The sum of all lengths. */
    long totalLength() {
        try {
            Terms terms = reader.terms(IndexBuilder.WORDS);
            return terms == null ? 0 : terms.getSumTotalTermFreq();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** How many items have a word in a field, replaced ones among them. */
    int frequency(String field, String stem) {
        try {
            return reader.docFreq(new Term(field, stem));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Takes an item and how often, by weight, it has the word. */
    interface Visitor {
        void visit(int doc, int frequency);
    }

    /** Visits all items that have a word in a field, in their order. */
    void visit(String field, String stem, Visitor visitor) {
        postings(field, stem, PostingsEnum.FREQS, visitor);
    }

    private void postings(String field, String stem, int flags, Visitor visitor) {
        try {
            PostingsEnum postings = reader.postings(new Term(field, stem), flags);
            if (postings == null) {
                return;
            }
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (replaced == null || !replaced.get(doc)) {
                    visitor.visit(doc, flags == PostingsEnum.FREQS ? postings.freq() : 1);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Visits those among some items that have a word in a field, by their places among them.
     *
     * @param docs the items, in ascending order
     */
    void visitAmong(int[] docs, String field, String stem, Visitor visitor) {
        try {
            PostingsEnum postings = reader.postings(new Term(field, stem), PostingsEnum.NONE);
            if (postings == null) {
                return;
            }
            for (int at = 0; at < docs.length; at++) {
                if (postings.docID() < docs[at] && postings.advance(docs[at]) == DocIdSetIterator.NO_MORE_DOCS) {
                    return;
                }
                if (postings.docID() == docs[at]) {
                    visitor.visit(at, 1);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException("the catalog's index in memory could not be read", cause);
    }
}
