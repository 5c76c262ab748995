package dashwright.lab.slack.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids and message timestamps: none twice, and the same ones in every run that does the same. */
public final class Ids {
    private static final int REMEMBERED = 20_000;
    private static final long FIRST = 36L * 36 * 36 * 36;

    private final InstantSource clock;
    private final AtomicLong counter = new AtomicLong(FIRST);
    private final TreeSet<Long> used = new TreeSet<>();

    /** Ids whose timestamps are a clock's. */
    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    /** An id in Slack's form: a letter and ten capitals or digits. */
    public String next(String prefix) {
        String number = Long.toString(counter.getAndIncrement(), 36).toUpperCase(Locale.ROOT);
        return prefix + "0LAB" + "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    /** A timestamp for a message: seconds, a dot and six digits. It moves on by a microsecond where the clock stands. */
    public synchronized String nextTs() {
        long micros = micros(clock.instant());
        while (!used.add(micros)) {
            micros++;
        }
        if (used.size() > REMEMBERED) {
            used.pollFirst();
        }
        return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
