package dashwright.bot.slack;

import dashwright.bot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Which of Slack's deliveries were taken. Slack sends an event again at once, after a minute and after five where it saw no
 * answer, and the SDK does not notice; replicas share the record.
 */
public final class Deliveries {
    /** How long a delivery is remembered: far longer than Slack tries. */
    static final Duration KEPT = Duration.ofHours(2);

    private final Store store;
    private final InstantSource clock;

    /** Deliveries in a store. */
    public Deliveries(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes a delivery.
     *
     * @param keys everything by which the same delivery could be known again
     * @return false where any of the keys was taken before
     */
    boolean take(List<String> keys) {
        Instant now = clock.instant();
        return store.jdbi().inTransaction(handle -> {
            handle.createUpdate("DELETE FROM deliveries WHERE received_at < :before")
                    .bind("before", now.minus(KEPT).toEpochMilli())
                    .execute();
            boolean fresh = true;
            for (String key : keys) {
                fresh &= handle.createUpdate("""
                                        INSERT INTO deliveries (delivery, received_at) VALUES (:key, :now)
                                        ON CONFLICT (delivery) DO NOTHING""")
                                .bind("key", key)
                                .bind("now", now.toEpochMilli())
                                .execute()
                        == 1;
            }
            return fresh;
        });
    }
}
