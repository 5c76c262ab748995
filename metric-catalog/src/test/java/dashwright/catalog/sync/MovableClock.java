package dashwright.catalog.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class MovableClock implements InstantSource {
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private volatile Instant now = START;

    void moves(Duration forward) {
        now = now.plus(forward);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
