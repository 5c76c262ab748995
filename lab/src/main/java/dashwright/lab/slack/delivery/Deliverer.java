package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.node.MissingNode;
import dashwright.lab.slack.workspace.Ids;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings envelopes to the app: by Socket Mode where it is connected, else by HTTP. An event that is not acknowledged in
 * time is sent again at once, after a minute and after five, as Slack does; commands and buttons are not.
 */
public final class Deliverer implements AutoCloseable {
    private static final int KEPT = 2_000;
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final List<Door> doors;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration inTime;
    private final Retries retries;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

    /**
     * A deliverer.
     *
     * @param doors the ways to the app, the preferred one first
     * @param clock when retries are due
     * @param inTime how long the app may take, in real time; Slack gives 3 s
     */
    Deliverer(List<Door> doors, Ids ids, InstantSource clock, Duration inTime) {
        this.doors = List.copyOf(doors);
        this.ids = ids;
        this.clock = clock;
        this.inTime = inTime;
        this.retries = new Retries(clock);
    }

    /** A deliverer that prefers Socket Mode. */
    public static Deliverer of(SocketMode socketMode, SignedHttp http, Ids ids, InstantSource clock, Duration inTime) {
        return new Deliverer(List.of(socketMode, http), ids, clock, inTime);
    }

    /** Sends an envelope. The result is the first attempt's and comes when the app has answered or the time is over. */
    public CompletableFuture<Delivery> deliver(Envelope envelope) {
        return attempt(envelope, 0, "");
    }

    /** Sends an event once more under the same {@code event_id}, as Slack does where an answer got lost. */
    public CompletableFuture<Delivery> redeliver(Delivery earlier) {
        return attempt(earlier.envelope(), earlier.attempt() + 1, "http_timeout");
    }

    /** All attempts, oldest first. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return new ArrayList<>(deliveries.values());
        }
    }

    /** Sends at once what waits for its time. */
    public void retryNow() {
        retries.runAll();
    }

    /** How many events wait to be sent again. */
    public int waiting() {
        return retries.waiting();
    }

    private CompletableFuture<Delivery> attempt(Envelope envelope, int attempt, String reason) {
        String id = ids.next("env-");
        Instant sentAt = clock.instant();
        long started = System.nanoTime();
        Optional<Door> door = doors.stream().filter(Door::open).findFirst();
        Delivery.Via via = door.map(Door::via).orElse(Delivery.Via.NOWHERE);
        CompletableFuture<Answer> answer = door.map(open -> open.send(id, envelope, attempt, reason))
                .orElseGet(() -> CompletableFuture.failedFuture(new IOException("the app is not connected")));
        CompletableFuture<Delivery> result = answer.copy()
                .orTimeout(inTime.toMillis(), TimeUnit.MILLISECONDS)
                .handle((given, failure) -> {
                    Duration took = Duration.ofNanos(System.nanoTime() - started);
                    Delivery delivery = judged(
                            new Delivery(
                                    id,
                                    envelope,
                                    via,
                                    attempt,
                                    sentAt,
                                    took,
                                    Delivery.Outcome.ACKNOWLEDGED,
                                    MissingNode.getInstance(),
                                    ""),
                            given,
                            failure);
                    keep(delivery);
                    retryIfNeeded(delivery, given);
                    return delivery;
                });
        var _ = answer.thenAccept(given -> noteIfLate(id, started));
        return result;
    }

    private static Delivery judged(Delivery sent, @Nullable Answer given, @Nullable Throwable failure) {
        if (given != null) {
            boolean fine = given.status() == 200;
            return with(
                    sent,
                    fine ? Delivery.Outcome.ACKNOWLEDGED : Delivery.Outcome.REFUSED,
                    given,
                    fine ? "" : "the app answered " + given.status());
        }
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        boolean late = cause instanceof TimeoutException;
        return with(
                sent,
                late ? Delivery.Outcome.TIMED_OUT : Delivery.Outcome.UNREACHABLE,
                null,
                late ? "the app did not answer in time" : String.valueOf(cause));
    }

    private static Delivery with(Delivery sent, Delivery.Outcome outcome, @Nullable Answer given, String detail) {
        return new Delivery(
                sent.id(),
                sent.envelope(),
                sent.via(),
                sent.attempt(),
                sent.sentAt(),
                sent.took(),
                outcome,
                given == null ? MissingNode.getInstance() : given.body(),
                detail);
    }

    private void keep(Delivery delivery) {
        synchronized (deliveries) {
            deliveries.put(delivery.id(), delivery);
            if (deliveries.size() > KEPT) {
                deliveries.remove(deliveries.keySet().iterator().next());
            }
        }
    }

    private void noteIfLate(String id, long started) {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        synchronized (deliveries) {
            deliveries.computeIfPresent(
                    id,
                    (key, known) -> known.outcome() != Delivery.Outcome.TIMED_OUT
                            ? known
                            : new Delivery(
                                    id,
                                    known.envelope(),
                                    known.via(),
                                    known.attempt(),
                                    known.sentAt(),
                                    took,
                                    Delivery.Outcome.LATE,
                                    known.answer(),
                                    "the app answered after " + took.toMillis() + " ms"));
        }
    }

    private void retryIfNeeded(Delivery delivery, @Nullable Answer given) {
        boolean unwanted = given != null && given.noRetry();
        boolean event = delivery.envelope().kind() == Envelope.Kind.EVENTS_API;
        if (!event || delivery.acknowledged() || unwanted || delivery.attempt() >= RETRIES.size()) {
            return;
        }
        String reason = switch (delivery.outcome()) {
            case REFUSED -> "http_error";
            case UNREACHABLE -> "connection_failed";
            default -> "http_timeout";
        };
        int next = delivery.attempt() + 1;
        retries.after(RETRIES.get(delivery.attempt()), () -> {
            var _ = attempt(delivery.envelope(), next, reason);
        });
    }

    @Override
    public void close() {
        retries.close();
    }
}
