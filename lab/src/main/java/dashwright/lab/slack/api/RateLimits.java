package dashwright.lab.slack.api;

import java.time.Duration;
import java.util.Map;

/**
 * How often a method may be called: a bucket holds so many calls and is filled at a rate.
 *
 * @param byMethod the methods that are limited
 */
public record RateLimits(Map<String, Limit> byMethod) {
    public RateLimits {
        byMethod = Map.copyOf(byMethod);
    }

    /**
     * Slack's documented rates with the bursts that it tolerates: a message a second and channel, 50 updates a minute,
     * 100 uploads a minute, a Socket Mode connection a minute.
     */
    public static RateLimits slack() {
        return new RateLimits(Map.of(
                "chat.postMessage", new Limit(10, Duration.ofSeconds(1), true),
                "chat.update", new Limit(50, Duration.ofMillis(1_200), false),
                "files.getUploadURLExternal", new Limit(100, Duration.ofMillis(600), false),
                "views.publish", new Limit(100, Duration.ofMillis(600), false),
                "conversations.history", new Limit(50, Duration.ofMillis(1_200), false),
                "users.list", new Limit(20, Duration.ofSeconds(3), false),
                "apps.connections.open", new Limit(20, Duration.ofMinutes(1), false)));
    }

    /** The same rates without any tolerance for bursts of messages. */
    public static RateLimits strict() {
        return new RateLimits(Map.of(
                "chat.postMessage", new Limit(1, Duration.ofSeconds(1), true),
                "chat.update", new Limit(1, Duration.ofMillis(1_200), false)));
    }

    /** No limit at all. */
    public static RateLimits none() {
        return new RateLimits(Map.of());
    }

    /**
     * One limit.
     *
     * @param burst how many calls may come at once
     * @param every how long it takes until one more may come
     * @param perChannel whether each channel has its own bucket
     */
    public record Limit(int burst, Duration every, boolean perChannel) {
        public Limit {
            if (burst < 1 || every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException("a limit allows at least one call, and one more after some time");
            }
        }
    }
}
