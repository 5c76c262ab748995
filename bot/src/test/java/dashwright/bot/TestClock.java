package dashwright.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told. */
public final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the time on. */
    public void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }
}
