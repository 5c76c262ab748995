package dashwright.tools.datadog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What Datadog last said of one of its limits.
 *
 * @param name the limit's name; where Datadog names none, the path of the call
 * @param limit the calls that a period allows
 * @param remaining the calls that are left in this period
 * @param resetAt when the period ends and the budget returns
 */
public record RateLimit(String name, int limit, int remaining, Instant resetAt) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** The calls that are left at this time: once the period is over, all of them. */
    public int leftAt(Instant now) {
        return now.isBefore(resetAt) ? remaining : limit;
    }

    /** For people: {@code metrics: 12 of 100 calls left until 14:05:00 UTC}. */
    public String inWords(Instant now) {
        return now.isBefore(resetAt)
                ? name + ": " + remaining + " of " + limit + " calls left until " + TIME.format(resetAt)
                : name + ": all " + limit + " calls left";
    }

    static String timeOf(Instant time) {
        return TIME.format(time);
    }
}
