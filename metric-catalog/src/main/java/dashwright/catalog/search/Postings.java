package dashwright.catalog.search;

import java.util.Arrays;

/** Which items have each term in one field, and how often by weight: for each term a list in the order of the items. */
final class Postings {
    private final int[] starts;
    private final int[] docs;
    private final char[] frequencies;

    private Postings(int[] starts, int[] docs, char[] frequencies) {
        this.starts = starts;
        this.docs = docs;
        this.frequencies = frequencies;
    }

    /** How many items have a term. */
    int count(int term) {
        return starts[term + 1] - starts[term];
    }

    /** Where a term's list begins. */
    int start(int term) {
        return starts[term];
    }

    /** Where a term's list ends. */
    int end(int term) {
        return starts[term + 1];
    }

    /** The item at a place. */
    int doc(int at) {
        return docs[at];
    }

    /** How often, by weight, the item at a place has the term; 1 where that is not kept. */
    int frequency(int at) {
        return frequencies.length == 0 ? 1 : frequencies[at];
    }

    /** The first place of a term's list, from a place on, that is of this item or a later one; the list's end for none. */
    int advance(int from, int end, int doc) {
        int step = 1;
        int low = from;
        int high = from;
        while (high < end && docs[high] < doc) {
            low = high + 1;
            high += step;
            step *= 2;
        }
        int at = Arrays.binarySearch(docs, low, Math.min(high, end), doc);
        return at < 0 ? -at - 1 : at;
    }

    /**
     * Writes postings in two rounds over the items: in the first all are {@link #count counted}, so that in the second they
     * are {@link #add added} where they stay.
     */
    static final class Builder {
        private final boolean weighted;
        private final int[] ends;
        private int[] docs = {};
        private char[] frequencies = {};

        /**
         * Postings of so many terms.
         *
         * @param weighted true where it is kept how often an item has a term, else only that it has it
         */
        Builder(int terms, boolean weighted) {
            this.ends = new int[terms + 1];
            this.weighted = weighted;
        }

        void count(Bag bag) {
            for (int at = 0; at < bag.size(); at++) {
                ends[bag.term(at) + 1]++;
            }
        }

        /** Ends the first round. */
        void counted() {
            for (int term = 1; term < ends.length; term++) {
                ends[term] = Math.addExact(ends[term], ends[term - 1]);
            }
            docs = new int[ends[ends.length - 1]];
            frequencies = new char[weighted ? docs.length : 0];
        }

        void add(int doc, Bag bag) {
            for (int at = 0; at < bag.size(); at++) {
                int place = ends[bag.term(at)]++;
                docs[place] = doc;
                if (weighted) {
                    frequencies[place] = (char) Math.min(Character.MAX_VALUE, bag.weight(at));
                }
            }
        }

        /** Ends the second round. */
        Postings built() {
            // Each term's place has moved on to where the next term begins.
            int[] starts = new int[ends.length];
            System.arraycopy(ends, 0, starts, 1, ends.length - 1);
            return new Postings(starts, docs, frequencies);
        }
    }
}
