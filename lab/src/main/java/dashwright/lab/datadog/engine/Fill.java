package dashwright.lab.datadog.engine;

/** Fills gaps between values. */
final class Fill {
    private Fill() {}

    /**
     * Fills the gaps of a line in place.
     *
     * @param how {@code linear}, {@code last} or {@code zero}; anything else leaves the gaps
     * @param limit the longest gap in seconds that is filled; {@code zero} has no limit
     */
    static void fill(String how, long limit, long[] times, double[] values) {
        switch (how) {
            case "linear" -> linear(times, values, limit);
            case "last" -> last(times, values, limit);
            case "zero" -> zero(values);
            default -> {
                // null: gaps stay.
            }
        }
    }

    private static void zero(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? 0 : values[i];
        }
    }

    private static void last(long[] times, double[] values, long limit) {
        int known = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known = i;
            } else if (known >= 0 && times[i] - times[known] <= limit) {
                values[i] = values[known];
            }
        }
    }

    private static void linear(long[] times, double[] values, long limit) {
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (before >= 0 && i - before > 1 && times[i] - times[before] <= limit) {
                bridge(times, values, before, i);
            }
            before = i;
        }
    }

    private static void bridge(long[] times, double[] values, int before, int after) {
        double slope = (values[after] - values[before]) / (times[after] - times[before]);
        for (int i = before + 1; i < after; i++) {
            values[i] = values[before] + slope * (times[i] - times[before]);
        }
    }
}
