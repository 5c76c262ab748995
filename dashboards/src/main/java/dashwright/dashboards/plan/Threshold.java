package dashwright.dashboards.plan;

/**
 * A value from which on things are good, worth a look, or bad.
 *
 * @param comparison how the figure compares to the value
 * @param value in the unit of the figure
 * @param level what it means then
 */
public record Threshold(Comparison comparison, double value, Level level) {
    /** How a figure compares. */
    public enum Comparison {
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign that Datadog's conditional formats use. */
        public String sign() {
            return sign;
        }
    }

    /** What a figure means. */
    public enum Level {
        GOOD,
        WARNING,
        BAD
    }
}
