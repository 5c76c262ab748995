package dashwright.lab.datadog.engine;

/**
 * How the values of a distribution, and the durations of spans, lie around their mean: log-normally with a fixed width,
 * which is close to what request and task durations look like. A world gives the mean alone.
 */
public final class Spread {
    private static final double WIDTH = 0.4;

    private Spread() {}

    /**
     * The value below which a share of the values lies.
     *
     * @param mean the mean of all values
     * @param share between 0 and 1, both excluded
     */
    public static double quantile(double mean, double share) {
        return mean * Math.exp(WIDTH * normalQuantile(share) - WIDTH * WIDTH / 2);
    }

    /** The least value that is to be expected among a thousand. */
    public static double least(double mean) {
        return quantile(mean, 0.001);
    }

    /** The greatest value that is to be expected among a thousand. */
    public static double greatest(double mean) {
        return quantile(mean, 0.999);
    }

    /** The quantile of the normal distribution by its rational approximation (Abramowitz and Stegun, 26.2.23). */
    static double normalQuantile(double share) {
        if (share <= 0 || share >= 1) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
        double tail = Math.min(share, 1 - share);
        double t = Math.sqrt(-2 * Math.log(tail));
        double top = 2.515517 + t * (0.802853 + t * 0.010328);
        double bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        double deviation = t - top / bottom;
        return share < 0.5 ? -deviation : deviation;
    }
}
