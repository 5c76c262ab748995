package dashwright.catalog.search;

/**
 * What each item of a segment has scored for a question so far. A word counts once by its best reading: readings are
 * {@link #offer offered}, then the word is {@link #settle settled}.
 */
final class Scores {
    private final float[] sum;
    private final float[] best;
    private final Occurrences touched = new Occurrences();
    private int settledTo;

    Scores(int items) {
        this.sum = new float[items];
        this.best = new float[items];
    }

    void offer(int doc, double value) {
        if (best[doc] == 0) {
            touched.add(doc, 0);
        }
        best[doc] = Math.max(best[doc], (float) value);
    }

    void settle() {
        for (; settledTo < touched.size(); settledTo++) {
            int doc = touched.doc(settledTo);
            sum[doc] += best[doc];
            best[doc] = 0;
        }
    }

    float of(int doc) {
        return sum[doc];
    }

    int size() {
        return sum.length;
    }
}
