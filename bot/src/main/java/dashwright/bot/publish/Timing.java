package dashwright.bot.publish;

import java.time.Duration;

/**
 * How long publishing waits.
 *
 * @param lease how long one process keeps a publication to itself; another may take over afterwards
 * @param settle how long after sending a board that was not answered for may still appear; it must be longer than the
 *     writer's own timeout, and nothing is sent again before
 */
public record Timing(Duration lease, Duration settle) {
    /** For a writer that gives up after half a minute. */
    public static final Timing DEFAULT = new Timing(Duration.ofSeconds(90), Duration.ofSeconds(60));

    public Timing {
        if (lease.compareTo(settle) < 0) {
            throw new IllegalArgumentException("a lease must outlast the time in which a sent board may still appear");
        }
    }
}
