package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Repeats readings that failed for a passing reason: rate limits whose budget returns soon, failing servers, cut
 * connections. Writes never come here.
 */
final class ReadPolicy {
    /** Nobody who asked in a chat waits longer than this for a budget to return; Datadog has been seen to say 1,695 s. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);

    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final Consumer<String> told;

    ReadPolicy(InstantSource clock, Sleeper sleeper, RandomGenerator random, Consumer<String> told) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.told = told;
    }

    /** Reads, if need be several times, until it succeeds, cannot succeed, or the deadline would pass. */
    JsonNode read(Deadline deadline, Supplier<JsonNode> attempt) {
        Pause pause = new Pause(deadline);
        // Failsafe waits by the machine's clock alone, so it only decides and counts, and the wait is ours.
        RetryPolicy<JsonNode> policy = RetryPolicy.<JsonNode>builder()
                .handleIf(
                        (JsonNode answer, @Nullable Throwable failure) -> failure != null && pause.isWorthFor(failure))
                .withMaxAttempts(MOST_ATTEMPTS)
                .build();
        return Failsafe.with(policy).get(context -> {
            if (context.isRetry()) {
                pause.take();
            }
            return attempt.get();
        });
    }

    /** The wait between two attempts of one reading. */
    private final class Pause {
        private final Deadline deadline;
        private int taken;
        private Duration next = Duration.ZERO;
        private boolean forBudget;

        Pause(Deadline deadline) {
            this.deadline = deadline;
        }

        boolean isWorthFor(Throwable failure) {
            Duration wait = switch (failure) {
                case DatadogException.RateLimited limited -> untilReset(limited.resetAt());
                case DatadogException.Unavailable ignored -> backoff();
                default -> null;
            };
            if (wait == null || !deadline.allows(wait) || Thread.currentThread().isInterrupted()) {
                return false;
            }
            next = wait;
            forBudget = failure instanceof DatadogException.RateLimited;
            return true;
        }

        private @Nullable Duration untilReset(@Nullable Instant resetAt) {
            if (resetAt == null) {
                return backoff();
            }
            Duration wait = Duration.between(clock.instant(), resetAt);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                return null;
            }
            return wait.plus(jitter(FIRST_WAIT));
        }

        /** Doubles each time, and varies by half, so that many who failed together do not come back together. */
        private Duration backoff() {
            Duration whole = FIRST_WAIT.multipliedBy(1L << taken);
            return whole.dividedBy(2).plus(jitter(whole));
        }

        private Duration jitter(Duration most) {
            return Duration.ofMillis(random.nextLong(most.toMillis()));
        }

        void take() {
            taken++;
            if (forBudget) {
                told.accept("Datadog's budget of calls is used up; waiting for it until "
                        + RateLimit.timeOf(clock.instant().plus(next)));
            }
            try {
                sleeper.sleep(next.isNegative() ? Duration.ZERO : next);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new DatadogException.Unavailable("a reading from Datadog was interrupted", false, interrupted);
            }
        }
    }
}
