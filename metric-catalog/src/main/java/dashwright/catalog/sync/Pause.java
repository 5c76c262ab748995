package dashwright.catalog.sync;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what another process is about to finish. */
@FunctionalInterface
public interface Pause {
    /** By the machine's clock. */
    Pause REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

    /** Waits that long. */
    void take(Duration time) throws InterruptedException;
}
