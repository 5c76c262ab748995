package dashwright.catalog.sync;

import java.time.Duration;

/**
 * How the reads of a period are shared out.
 *
 * @param assumedLimit the reads that a period is taken to allow as long as the source told nothing
 * @param period how long a period is taken to be as long as the source told nothing
 * @param reserve how many reads are left for other programs of the team: no details are read below it
 * @param keptForRequests how many reads are left for people: what nobody waits for is not read below it
 */
public record ReadRules(int assumedLimit, Duration period, int reserve, int keptForRequests) {
    /**
     * Datadog's 100 metric reads an hour (docs.datadoghq.com/api/latest/rate-limits, November 2026), ten of them for others,
     * and enough for two boards kept for people.
     */
    public static final ReadRules DEFAULT = new ReadRules(100, Duration.ofHours(1), 10, 60);

    public ReadRules {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("period must be longer than nothing, but is " + period);
        }
        if (assumedLimit < 1 || reserve < 0) {
            throw new IllegalArgumentException("assumedLimit must be at least 1 and reserve must not be negative, but"
                    + " they are " + assumedLimit + " and " + reserve);
        }
        if (keptForRequests < reserve) {
            throw new IllegalArgumentException("keptForRequests is " + keptForRequests
                    + " and must be at least the reserve of " + reserve + ", below which nobody's details are read");
        }
    }

    int leftAlone(ReadBudget.Purpose purpose) {
        return switch (purpose) {
            case LISTING -> 0;
            case REQUEST -> reserve;
            case IDLE -> keptForRequests;
        };
    }
}
