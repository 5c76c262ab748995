package dashwright.lab.slack.delivery;

import java.util.concurrent.CompletableFuture;

/** A way to the app. */
interface Door {
    /** Whether the app can be reached this way now. */
    boolean open();

    /** What it is. */
    Delivery.Via via();

    /**
     * Sends an envelope.
     *
     * @param id the envelope's id, another one for each attempt
     * @param attempt 0 for the first
     * @param reason why it is sent again, empty for the first attempt
     * @return the app's answer, or an {@link java.io.IOException} where it could not be reached
     */
    CompletableFuture<Answer> send(String id, Envelope envelope, int attempt, String reason);
}
