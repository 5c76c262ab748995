package dashwright.lab.datadog.engine;

/** Collects the readings of one sender (or of many, for a distribution) within one point in time. */
public final class Bucket {
    private double sum;
    private double weight;
    private double min;
    private double max;
    private double last;

    /** An empty bucket. */
    public Bucket() {
        clear();
    }

    /** Forgets all readings. */
    void clear() {
        sum = 0;
        weight = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        last = Double.NaN;
    }

    /**
     * Adds a reading; NaN, which is no reading, is passed over.
     *
     * @param value the reading
     * @param times how many readings it stands for, where only some were taken
     */
    public void add(double value, double times) {
        if (Double.isNaN(value)) {
            return;
        }
        sum += value * times;
        weight += times;
        min = Math.min(min, value);
        max = Math.max(max, value);
        last = value;
    }

    /** True where nothing was read. */
    boolean isEmpty() {
        return weight == 0;
    }

    double sum() {
        return isEmpty() ? Double.NaN : sum;
    }

    double average() {
        return isEmpty() ? Double.NaN : sum / weight;
    }

    double min() {
        return isEmpty() ? Double.NaN : min;
    }

    double max() {
        return isEmpty() ? Double.NaN : max;
    }

    double count() {
        return isEmpty() ? Double.NaN : weight;
    }

    double last() {
        return last;
    }
}
