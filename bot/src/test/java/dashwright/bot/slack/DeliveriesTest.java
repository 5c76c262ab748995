package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.Fixtures;
import dashwright.bot.TestClock;
import dashwright.bot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Store store;
    private Deliveries deliveries;

    @BeforeEach
    void openTheStore() {
        store = Fixtures.store(folder);
        deliveries = new Deliveries(store, clock);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void aDeliveryIsTakenOnce() {
        assertThat(deliveries.take(List.of("event Ev1", "message C1 1.1"))).isTrue();
        assertThat(deliveries.take(List.of("event Ev1", "message C1 1.1"))).isFalse();
    }

    @Test
    void theSameMessageUnderAnotherEventIsTheSameDelivery() {
        assertThat(deliveries.take(List.of("event Ev1", "message C1 1.1"))).isTrue();
        assertThat(deliveries.take(List.of("event Ev2", "message C1 1.1"))).isFalse();
        assertThat(deliveries.take(List.of("event Ev2", "message C1 1.2"))).isFalse();
    }

    @Test
    void anotherReplicaKnowsOfIt() {
        deliveries.take(List.of("trigger 1"));

        assertThat(new Deliveries(store, clock).take(List.of("trigger 1"))).isFalse();
    }

    @Test
    void isRememberedForMoreThanAnHour() {
        deliveries.take(List.of("event Ev1"));
        clock.advance(Duration.ofHours(1).plusMinutes(1));

        assertThat(deliveries.take(List.of("event Ev1"))).isFalse();
    }

    @Test
    void isForgottenInTheEnd() {
        deliveries.take(List.of("event Ev1"));
        clock.advance(Deliveries.KEPT.plusSeconds(1));
        deliveries.take(List.of("event Ev2"));

        List<String> kept = store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT delivery FROM deliveries")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("event Ev2");
    }

    @Test
    void ofTwentyAtOnceOneIsTaken() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> calls = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> deliveries.take(List.of("event Ev1", "message C1 1.1")))
                    .toList();
            int taken = 0;
            for (Future<Boolean> future : executor.invokeAll(calls)) {
                taken += future.get() ? 1 : 0;
            }
            assertThat(taken).isOne();
        }
    }
}
