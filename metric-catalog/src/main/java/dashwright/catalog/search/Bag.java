package dashwright.catalog.search;

import java.util.Arrays;

/** The different terms of one item, each with its weight. It is emptied and filled again for each item. */
final class Bag {
    private final int[] weights;
    private int[] terms = new int[64];
    private int size;
    private int total;

    /** A bag for terms of numbers below this. */
    Bag(int terms) {
        weights = new int[terms];
    }

    void add(int term, int weight) {
        if (weights[term] == 0) {
            if (size == terms.length) {
                terms = Arrays.copyOf(terms, 2 * size);
            }
            terms[size++] = term;
        }
        weights[term] += weight;
        total += weight;
    }

    void clear() {
        for (int at = 0; at < size; at++) {
            weights[terms[at]] = 0;
        }
        size = 0;
        total = 0;
    }

    /** How many different terms there are. */
    int size() {
        return size;
    }

    int term(int at) {
        return terms[at];
    }

    int weight(int at) {
        return weights[terms[at]];
    }

    /** The sum of the weights. */
    int total() {
        return total;
    }
}
