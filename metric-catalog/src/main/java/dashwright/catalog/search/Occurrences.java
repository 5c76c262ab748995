package dashwright.catalog.search;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The items of a segment that have one word in one field, in their order; a view that copies nothing. */
final class Occurrences {
    private final Postings list;
    private final int start;
    private final int end;
    private final @Nullable FixedBitSet replaced;

    /** The places of a list from a start to an end, those of replaced items left out. */
    Occurrences(Postings list, int start, int end, @Nullable FixedBitSet replaced) {
        this.list = list;
        this.start = start;
        this.end = end;
        this.replaced = replaced;
    }

    /** The first place, for {@link #next}, or -1 where there is none. */
    int first() {
        return from(start);
    }

    /** The place after this one, or -1 at the end. */
    int next(int place) {
        return from(place + 1);
    }

    private int from(int place) {
        int at = place;
        while (at < end && replaced != null && replaced.get(list.doc(at))) {
            at++;
        }
        return at < end ? at : -1;
    }

    /** The item at a place. */
    int doc(int place) {
        return list.doc(place);
    }

    /** How often, by weight, the item at a place has the word. */
    int frequency(int place) {
        return list.frequency(place);
    }
}
