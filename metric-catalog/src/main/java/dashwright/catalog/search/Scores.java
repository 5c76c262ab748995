package dashwright.catalog.search;

import java.util.Arrays;

/**
 * What each item of a segment has scored for a question so far. A word counts once by its best reading: readings are
 * {@link #offer offered}, then the word is {@link #settle settled}. It is used again for other questions, because for a
 * million items a new one costs more than most searches.
 */
final class Scores {
    private final float[] sum;
    private final float[] best;

    /** Every item with a score, each once, in the order in which they got one. */
    private int[] scored = new int[256];

    private int size;

    /** The items that the present word was offered for. */
    private int[] touched = new int[256];

    private int offered;

    Scores(int items) {
        this.sum = new float[items];
        this.best = new float[items];
    }

    void offer(int doc, double value) {
        if (best[doc] == 0) {
            if (offered == touched.length) {
                touched = Arrays.copyOf(touched, 2 * offered);
            }
            touched[offered++] = doc;
        }
        best[doc] = Math.max(best[doc], (float) value);
    }

    void settle() {
        for (int at = 0; at < offered; at++) {
            int doc = touched[at];
            if (sum[doc] == 0 && best[doc] > 0) {
                if (size == scored.length) {
                    scored = Arrays.copyOf(scored, 2 * size);
                }
                scored[size++] = doc;
            }
            sum[doc] += best[doc];
            best[doc] = 0;
        }
        offered = 0;
    }

    float of(int doc) {
        return sum[doc];
    }

    /** How many items have a score. */
    int size() {
        return size;
    }

    /** One of the items that have a score. */
    int doc(int at) {
        return scored[at];
    }

    /** Forgets all scores. */
    void clear() {
        for (int at = 0; at < size; at++) {
            sum[scored[at]] = 0;
        }
        for (int at = 0; at < offered; at++) {
            best[touched[at]] = 0;
        }
        size = 0;
        offered = 0;
    }
}
