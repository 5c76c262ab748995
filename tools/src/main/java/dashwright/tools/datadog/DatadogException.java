package dashwright.tools.datadog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Datadog did not do what was asked. The message names method, path, status, what Datadog said and what to do; it never
 * holds a key. The kinds differ by who can mend it.
 */
public abstract sealed class DatadogException extends RuntimeException
        permits DatadogException.Refused,
                DatadogException.Forbidden,
                DatadogException.NotFound,
                DatadogException.RateLimited,
                DatadogException.Unavailable,
                DatadogException.Unreadable,
                UncertainWriteException {
    private static final long serialVersionUID = 1L;

    DatadogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The request itself is at fault (400, 409, 413, 422 …): whoever wrote it can mend it. */
    public static final class Refused extends DatadogException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String words;

        Refused(String message, int status, String words) {
            super(message, null);
            this.status = status;
            this.words = words;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** What Datadog said, on one line. */
        public String words() {
            return words;
        }
    }

    /** The keys are wrong, or lack a permission (401, 403): an administrator can mend it. */
    public static final class Forbidden extends DatadogException {
        private static final long serialVersionUID = 1L;
        private final String permission;

        Forbidden(String message, String permission) {
            super(message, null);
            this.permission = permission;
        }

        /** The permission that the call needs, empty where a valid API key is all it needs. */
        public String permission() {
            return permission;
        }
    }

    /** There is no such thing (404). */
    public static final class NotFound extends DatadogException {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message, null);
        }
    }

    /** The budget of calls is used up (429); it comes back by itself. */
    public static final class RateLimited extends DatadogException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Instant resetAt;

        RateLimited(String message, @Nullable Instant resetAt) {
            super(message, null);
            this.resetAt = resetAt;
        }

        /** When the budget returns, null where Datadog did not say. */
        public @Nullable Instant resetAt() {
            return resetAt;
        }
    }

    /** No answer, or a failing server (timeouts, 5xx, cut connections): later it may work. */
    public static final class Unavailable extends DatadogException {
        private static final long serialVersionUID = 1L;
        private final boolean sent;

        Unavailable(String message, boolean sent, @Nullable Throwable cause) {
            super(message, cause);
            this.sent = sent;
        }

        /** False only where it is certain that the request did not leave. */
        public boolean mayHaveArrived() {
            return sent;
        }
    }

    /** The answer is not what the API promises: no JSON, another form, or too large. */
    public static final class Unreadable extends DatadogException {
        private static final long serialVersionUID = 1L;
        private final boolean tooLarge;

        Unreadable(String message, boolean tooLarge, @Nullable Throwable cause) {
            super(message, cause);
            this.tooLarge = tooLarge;
        }

        /** True where the answer was larger than this door reads. */
        public boolean isTooLarge() {
            return tooLarge;
        }
    }
}
