package dashwright.bot.embedding;

import java.time.Duration;

/**
 * How long is waited and how much is kept.
 *
 * @param patience how long a search waits before it goes on without vectors
 * @param call how long a call may take; what comes after the patience is kept for the next search
 * @param pause for how long a provider that failed is left alone
 * @param rows how many vectors the database keeps at the most, those used last
 */
public record EmbeddingLimits(Duration patience, Duration call, Duration pause, int rows) {
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration LONG_CALL = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** 120 MB with vectors of 1,536 numbers. */
    private static final int ROWS = 20_000;

    /** Where a person waits. */
    public static final EmbeddingLimits INTERACTIVE = new EmbeddingLimits(Duration.ofMillis(1_500), CALL, PAUSE, ROWS);

    /** Where a file of texts is worked through, and a late vector is better than none. */
    public static final EmbeddingLimits UNATTENDED = new EmbeddingLimits(LONG_CALL, LONG_CALL, PAUSE, ROWS);

    public EmbeddingLimits {
        if (rows < 1) {
            throw new IllegalArgumentException("at least one vector must be kept, not " + rows);
        }
    }
}
