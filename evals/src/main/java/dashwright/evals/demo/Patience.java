package dashwright.evals.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what others do in their own time, by looking again and again. */
final class Patience {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Patience() {}

    /**
     * The first thing that a look yields.
     *
     * @param what it is, for the message
     * @throws TimeoutException where it does not come within the limit
     */
    static <T> T await(String what, Duration limit, Supplier<Optional<T>> look)
            throws TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new TimeoutException("waited " + limit.toSeconds() + " s for " + what + ", and it did not come");
    }
}
