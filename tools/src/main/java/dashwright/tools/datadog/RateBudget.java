package dashwright.tools.datadog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is left of Datadog's rate limits, by the headers of its answers. Datadog counts for each organisation and each
 * limit, and sends the headers in either case.
 */
public final class RateBudget {
    /** Far more than Datadog has; only a server gone mad sends more names. */
    private static final int MOST_NAMES = 100;

    /** The headers count the seconds until the reset, so two answers of one period name times that differ a little. */
    private static final Duration SAME_PERIOD = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<String, RateLimit> byName = new ConcurrentHashMap<>();
    private final Map<Endpoint, String> nameOf = new ConcurrentHashMap<>();

    RateBudget(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps what an answer's headers say; headers that are missing or no numbers say nothing. */
    void record(Endpoint endpoint, Headers headers) {
        Integer limit = headers.number("x-ratelimit-limit");
        Integer remaining = headers.number("x-ratelimit-remaining");
        Instant resetAt = resetAt(headers);
        if (limit == null || remaining == null || resetAt == null) {
            return;
        }
        String given = headers.first("x-ratelimit-name");
        String name = given == null ? endpoint.path() : ForeignText.clean(given, 80);
        if (byName.containsKey(name) || byName.size() < MOST_NAMES) {
            byName.merge(name, new RateLimit(name, limit, remaining, resetAt), RateBudget::lower);
            nameOf.put(endpoint, name);
        }
    }

    /** Answers to calls that were made at once come in any order: of one period the one with the fewest calls left is newest. */
    private static RateLimit lower(RateLimit before, RateLimit now) {
        boolean samePeriod =
                Duration.between(before.resetAt(), now.resetAt()).abs().compareTo(SAME_PERIOD) < 0;
        return samePeriod && before.limit() == now.limit() && before.remaining() < now.remaining() ? before : now;
    }

    /** When the budget returns, null where the headers do not say. */
    @Nullable
    Instant resetAt(Headers headers) {
        Integer seconds = headers.number("x-ratelimit-reset");
        if (seconds == null) {
            seconds = headers.number("retry-after");
        }
        return seconds == null ? null : clock.instant().plusSeconds(seconds);
    }

    /** The limit with the fewest calls left among those of these endpoints; empty where Datadog never said. */
    Optional<RateLimit> scarcest(Collection<Endpoint> endpoints) {
        Instant now = clock.instant();
        return endpoints.stream()
                .map(nameOf::get)
                .filter(Objects::nonNull)
                .map(byName::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(limit -> limit.leftAt(now)));
    }

    /** What was last said of the limit with this name. */
    public Optional<RateLimit> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every limit that an answer has named, the scarcest first. */
    public List<RateLimit> all() {
        Instant now = clock.instant();
        return byName.values().stream()
                .sorted(Comparator.comparingInt((RateLimit limit) -> limit.leftAt(now))
                        .thenComparing(RateLimit::name))
                .toList();
    }
}
