package dashwright.tools.datadog;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits between two attempts. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long. */
    void sleep(Duration time) throws InterruptedException;

    /** Waits by the machine's clock. */
    Sleeper REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());
}
