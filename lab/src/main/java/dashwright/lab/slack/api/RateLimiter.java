package dashwright.lab.slack.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps count of calls. It goes by real time and not by the lab's clock, because a client that is told to come back in
 * a second waits a real one.
 */
final class RateLimiter {
    private final RateLimits limits;
    private final InstantSource realTime;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RateLimiter(RateLimits limits, InstantSource realTime) {
        this.limits = limits;
        this.realTime = realTime;
    }

    /** Empty where the call may go on; else how many seconds to wait, at least one. */
    synchronized Optional<Long> wait(String method, String channel) {
        RateLimits.Limit limit = limits.byMethod().get(method);
        if (limit == null) {
            return Optional.empty();
        }
        String key = limit.perChannel() ? method + " " + channel : method;
        Bucket bucket = buckets.computeIfAbsent(key, any -> new Bucket(limit.burst(), realTime.instant()));
        return bucket.take(limit, realTime.instant());
    }

    private static final class Bucket {
        private double calls;
        private Instant filled;

        Bucket(double calls, Instant filled) {
            this.calls = calls;
            this.filled = filled;
        }

        Optional<Long> take(RateLimits.Limit limit, Instant now) {
            double every = limit.every().toNanos();
            calls = Math.min(
                    limit.burst(), calls + Duration.between(filled, now).toNanos() / every);
            filled = now;
            if (calls >= 1) {
                calls -= 1;
                return Optional.empty();
            }
            return Optional.of(Math.max(1, (long) Math.ceil((1 - calls) * every / 1e9)));
        }
    }
}
