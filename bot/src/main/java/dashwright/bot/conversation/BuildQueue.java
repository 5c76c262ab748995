package dashwright.bot.conversation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs builds: a few at once, those of one thread in turn, each within a deadline, the others waiting up to a limit. */
final class BuildQueue implements AutoCloseable {
    private final int atOnce;
    private final int waiting;
    private final Duration deadline;
    private final Semaphore slots;
    private final AtomicInteger admitted = new AtomicInteger();

    /** Those of the admitted that have a slot or compete for one; the others wait for their own place's turn. */
    private final AtomicInteger contenders = new AtomicInteger();

    private final ConcurrentHashMap<Place, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("build-", 0).factory());
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("build-deadlines").factory());

    BuildQueue(int atOnce, int waiting, Duration deadline) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.deadline = deadline;
        this.slots = new Semaphore(atOnce, true);
    }

    /**
     * Queues work.
     *
     * @param place work of the same place runs one after the other, in the order of submission
     * @param ahead is told how many builds are ahead, where there are any
     * @return fails with {@link QueueFullException} where too many wait, with {@link TimeoutException} after the deadline
     */
    <T> CompletableFuture<T> submit(Place place, Callable<T> work, IntConsumer ahead) {
        int position = admitted.incrementAndGet();
        if (position > atOnce + waiting) {
            admitted.decrementAndGet();
            return CompletableFuture.failedFuture(new QueueFullException(position - 1));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<Void> before = tails.put(place, ended);
        int others = before == null ? contenders.incrementAndGet() - atOnce : Math.max(1, position - atOnce);
        if (others > 0) {
            ahead.accept(others);
        }
        workers.execute(() -> {
            try {
                runInTurn(before, work, result);
            } finally {
                tails.remove(place, ended);
                admitted.decrementAndGet();
                ended.complete(null);
            }
        });
        return result;
    }

    private <T> void runInTurn(
            @Nullable CompletableFuture<Void> before, Callable<T> work, CompletableFuture<T> result) {
        try {
            if (before != null) {
                before.get();
                contenders.incrementAndGet();
            }
        } catch (Exception stopped) {
            result.completeExceptionally(stopped);
            return;
        }
        try {
            runInSlot(work, result);
        } finally {
            contenders.decrementAndGet();
        }
    }

    private <T> void runInSlot(Callable<T> work, CompletableFuture<T> result) {
        try {
            slots.acquire();
        } catch (InterruptedException stopped) {
            result.completeExceptionally(stopped);
            return;
        }
        try {
            runUntilDeadline(work, result);
        } finally {
            slots.release();
        }
    }

    private <T> void runUntilDeadline(Callable<T> work, CompletableFuture<T> result) {
        Thread worker = Thread.currentThread();
        ScheduledFuture<?> alarm = alarms.schedule(
                () -> {
                    // The person hears of it now, even if the work does not heed the interrupt.
                    result.completeExceptionally(new TimeoutException("no outcome after " + deadline));
                    worker.interrupt();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            result.complete(work.call());
        } catch (Exception | Error failed) {
            result.completeExceptionally(failed);
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        alarms.shutdownNow();
    }
}
