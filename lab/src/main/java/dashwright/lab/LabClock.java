package dashwright.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The simulated services' time: it starts at an instant of the world's choice and then either runs or stands still. */
public final class LabClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<State> state;

    /**
     * A clock.
     *
     * @param start what it says now
     * @param running false for a clock that moves only when told
     * @param real what measures the time that passes
     */
    public LabClock(Instant start, boolean running, InstantSource real) {
        this.real = real;
        this.state = new AtomicReference<>(new State(start, real.instant(), running));
    }

    @Override
    public Instant instant() {
        State now = state.get();
        return now.running ? now.said.plus(Duration.between(now.at, real.instant())) : now.said;
    }

    /** Sets the time; the clock goes on running or standing as before. */
    public void set(Instant instant) {
        state.updateAndGet(before -> new State(instant, real.instant(), before.running));
    }

    /** Moves the time on. */
    public void advance(Duration by) {
        state.updateAndGet(before -> new State(instant().plus(by), real.instant(), before.running));
    }

    /** Lets the clock run, or makes it stand. */
    public void run(boolean running) {
        state.updateAndGet(before -> new State(instant(), real.instant(), running));
    }

    private record State(Instant said, Instant at, boolean running) {}
}
