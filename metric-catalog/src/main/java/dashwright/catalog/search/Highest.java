package dashwright.catalog.search;

import java.util.Arrays;

/** Keeps the items of the highest scores. Of two with one score it keeps the earlier. */
final class Highest {
    /** A heap whose least is at its head: the bits of a score above those of the item, in which the earlier is the greater. */
    private final long[] heap;

    private int size;

    /** Keeps so many at the most. */
    Highest(int most) {
        heap = new long[most];
    }

    /** Offers an item; its score is positive. */
    void offer(int doc, float score) {
        long entry = ((long) Float.floatToRawIntBits(score) << Integer.SIZE) | (Integer.MAX_VALUE - doc);
        if (size < heap.length) {
            heap[size] = entry;
            up(size++);
        } else if (entry > heap[0]) {
            heap[0] = entry;
            down();
        }
    }

    /** The items, in the order of their numbers. */
    int[] docs() {
        int[] docs = new int[size];
        for (int at = 0; at < size; at++) {
            docs[at] = Integer.MAX_VALUE - (int) heap[at];
        }
        Arrays.sort(docs);
        return docs;
    }

    private void up(int from) {
        int at = from;
        while (at > 0 && heap[at] < heap[(at - 1) / 2]) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down() {
        int at = 0;
        while (true) {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                least = heap[child] < heap[least] ? child : least;
            }
            if (least == at) {
                return;
            }
            swap(at, least);
            at = least;
        }
    }

    private void swap(int one, int other) {
        long entry = heap[one];
        heap[one] = heap[other];
        heap[other] = entry;
    }
}
