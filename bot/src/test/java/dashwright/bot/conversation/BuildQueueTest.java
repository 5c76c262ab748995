package dashwright.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BuildQueueTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch gate = new CountDownLatch(1);
    private BuildQueue queue = new BuildQueue(2, 3, LONG);

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    @Test
    void runsOnlySoManyAtOnce() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(queue.submit(
                    place(i),
                    () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        gate.await();
                        return running.decrementAndGet();
                    },
                    ahead -> {}));
        }
        await().until(() -> running.get() == 2);
        gate.countDown();
        for (CompletableFuture<Integer> result : results) {
            result.get();
        }

        assertThat(most).hasValue(2);
    }

    @Test
    void saysHowManyAreAhead() {
        List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            results.add(queue.submit(place(i), waiting(), ahead::add));
        }

        assertThat(ahead).containsExactly(1, 2);
        assertThat(results).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void refusesWhatWouldWaitTooLong() {
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(queue.submit(place(i), waiting(), ahead -> {}));
        }

        assertThat(results).noneMatch(CompletableFuture::isDone);
        assertThatThrownBy(() ->
                        queue.submit(place(5), () -> "too many", ahead -> {}).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("5 requests")
                .hasMessageContaining("Try again in a few minutes");
    }

    @Test
    void takesMoreAgainOnceThereIsRoom() throws Exception {
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(queue.submit(place(i), waiting(), ahead -> {}));
        }
        gate.countDown();
        for (CompletableFuture<String> result : results) {
            result.get();
        }

        await().untilAsserted(() -> assertThat(
                        queue.submit(place(9), () -> "taken", ahead -> {}).get())
                .isEqualTo("taken"));
    }

    @Test
    void workOfOnePlaceRunsInTurnThoughThereIsRoom() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Integer> ahead = new ArrayList<>();
        CompletableFuture<Boolean> first = queue.submit(
                place(1),
                () -> {
                    gate.await();
                    return order.add("first ends");
                },
                ahead::add);
        CompletableFuture<Boolean> second = queue.submit(place(1), () -> order.add("second"), ahead::add);
        queue.submit(place(2), () -> order.add("elsewhere"), ahead::add).get();
        gate.countDown();
        first.get();
        second.get();

        assertThat(order).containsExactly("elsewhere", "first ends", "second");
        assertThat(ahead).containsExactly(1);
    }

    @Test
    void aFailureDoesNotStopTheNextOfItsPlace() throws Exception {
        CompletableFuture<String> failing = queue.submit(
                place(1),
                () -> {
                    throw new IllegalStateException("broken");
                },
                ahead -> {});
        CompletableFuture<String> next = queue.submit(place(1), () -> "next", ahead -> {});

        assertThatThrownBy(failing::get).hasRootCauseMessage("broken");
        assertThat(next.get()).isEqualTo("next");
    }

    @Test
    void whatTakesTooLongIsGivenUpAndFreesItsSlot() throws Exception {
        queue.close();
        queue = new BuildQueue(1, 3, Duration.ofMillis(50));
        AtomicBoolean interrupted = new AtomicBoolean();
        CompletableFuture<String> stuck = queue.submit(
                place(1),
                () -> {
                    try {
                        gate.await();
                    } catch (InterruptedException stop) {
                        interrupted.set(true);
                        throw stop;
                    }
                    return "never";
                },
                ahead -> {});

        assertThatThrownBy(stuck::get).hasCauseInstanceOf(TimeoutException.class);
        await().untilTrue(interrupted);
        assertThat(queue.submit(place(1), () -> "next", ahead -> {}).get()).isEqualTo("next");
    }

    private Callable<String> waiting() {
        return () -> {
            gate.await();
            return "done";
        };
    }

    private static Place place(int number) {
        return new Place("C0OPS", "1700000000.00000" + number);
    }
}
