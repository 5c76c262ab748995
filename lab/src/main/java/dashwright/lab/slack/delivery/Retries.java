package dashwright.lab.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is to be done later by the lab's clock, which may run, stand still or be moved. */
final class Retries implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 50;

    private final InstantSource clock;
    private final List<Due> due = new ArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slack-lab-retries").factory());

    Retries(InstantSource clock) {
        this.clock = clock;
        var _ = looking.scheduleWithFixedDelay(
                () -> run(clock.instant()), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    synchronized void after(Duration delay, Runnable what) {
        due.add(new Due(clock.instant().plus(delay), what));
    }

    synchronized int waiting() {
        return due.size();
    }

    void runAll() {
        run(Instant.MAX);
    }

    private void run(Instant now) {
        take(now).forEach(each -> each.what().run());
    }

    private synchronized List<Due> take(Instant now) {
        List<Due> ready = due.stream().filter(each -> !each.at().isAfter(now)).toList();
        due.removeAll(ready);
        return ready;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private record Due(Instant at, Runnable what) {}
}
