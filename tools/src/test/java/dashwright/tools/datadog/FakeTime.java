package dashwright.tools.datadog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody sleeps. */
final class FakeTime implements InstantSource, Sleeper {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        sleeps.add(time);
        now = now.plus(time);
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
