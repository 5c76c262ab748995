package dashwright.bot.slack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a while. */
@FunctionalInterface
interface Later {
    /** Runs a task after a delay, zero for as soon as possible; returns at once. */
    void run(Duration delay, Runnable task);

    /** On an executor's threads, by the machine's time. */
    static Later on(Executor executor) {
        return (delay, task) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(task);
    }
}
