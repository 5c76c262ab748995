package dashwright.bot.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits until the program is told to end: by Ctrl-C, or as a service manager does it. */
public final class UntilStopped {
    /** A person who pressed Ctrl-C waits no longer. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private UntilStopped() {}

    /** Waits; the caller then has a few seconds to close what it holds open before the process is gone. */
    public static void await() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                caller.join(LONGEST_FAREWELL);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }));
        stopped.await();
    }
}
