package dashwright.catalog.search;

import java.util.Arrays;

/** The items of a segment that have one word, and how often by weight; lists of numbers that grow. */
final class Occurrences {
    private int[] docs = new int[64];
    private int[] frequencies = new int[64];
    private int size;

    void add(int doc, int frequency) {
        if (size == docs.length) {
            docs = Arrays.copyOf(docs, 2 * size);
            frequencies = Arrays.copyOf(frequencies, 2 * size);
        }
        docs[size] = doc;
        frequencies[size++] = frequency;
    }

    int size() {
        return size;
    }

    int doc(int at) {
        return docs[at];
    }

    int frequency(int at) {
        return frequencies[at];
    }
}
