package dashwright.tools.datadog;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into an exception that says what was asked, what came back and what to do. */
final class Failures {
    private final DatadogSettings settings;
    private final RateBudget budget;

    Failures(DatadogSettings settings, RateBudget budget) {
        this.settings = settings;
        this.budget = budget;
    }

    /** An answer that is no success. */
    DatadogException of(Call call, int status, Headers headers, String body) {
        String words = masked(UpstreamWords.of(body));
        String said = call + " answered " + status + (words.isEmpty() ? " without a word" : ": " + words);
        if (status == 429) {
            return limited(said, headers);
        }
        if (status >= 500 || status == 408) {
            return new DatadogException.Unavailable(said + ". Datadog has trouble; try again later", true, null);
        }
        return switch (status) {
            case 401, 403 -> forbidden(call, said);
            case 404 -> new DatadogException.NotFound(said + ". There is no such thing, or the keys may not see it");
            default -> new DatadogException.Refused(said + ". " + advice(status, headers), status, words);
        };
    }

    private DatadogException limited(String said, Headers headers) {
        Instant resetAt = budget.resetAt(headers);
        String name = headers.first("x-ratelimit-name");
        String which = name == null ? "" : " '" + ForeignText.clean(name, 80) + "'";
        String when = resetAt == null ? "; try again in a few minutes" : "; it returns at " + RateLimit.timeOf(resetAt);
        return new DatadogException.RateLimited(said + ". The budget of calls" + which + " is used up" + when, resetAt);
    }

    private DatadogException forbidden(Call call, String said) {
        String permission = call.endpoint().permission();
        String need = permission.isEmpty()
                ? "Check DD_API_KEY"
                : "The application key needs the permission " + permission + "; check it, DD_API_KEY and DD_APP_KEY";
        return new DatadogException.Forbidden(
                said + ". " + need + ", and that the keys belong to "
                        + settings.api().getHost(),
                permission);
    }

    private static String advice(int status, Headers headers) {
        String target = headers.first("location");
        if (status >= 300 && status < 400) {
            String where = target == null ? "another address" : ForeignText.clean(target, 200);
            return "It points to " + where
                    + "; the keys are not sent there: set DD_SITE or DD_URL to the right address";
        }
        return "Mend what it names and ask again";
    }

    /** No answer at all, or none that could be read to its end. */
    DatadogException of(Call call, Throwable failure) {
        BoundedBody.TooLargeException large = find(failure, BoundedBody.TooLargeException.class);
        if (large != null) {
            return tooLarge(call, large.getMessage());
        }
        if (find(failure, InterruptedException.class) != null) {
            return new DatadogException.Unavailable(call + " was interrupted", true, failure);
        }
        boolean sent = !isBeforeSending(failure);
        String host = settings.api().getHost()
                + (settings.api().getPort() < 0 ? "" : ":" + settings.api().getPort());
        String what = find(failure, HttpTimeoutException.class) != null
                ? (sent ? " had no complete answer in time from " : " found no connection in time to ")
                : (sent ? " lost its connection to " : " could not reach ");
        String advice = sent ? "try again later" : "check the network, DD_SITE and DD_URL";
        return new DatadogException.Unavailable(
                call + what + host + " (" + masked(lastWords(failure)) + "); " + advice, sent, failure);
    }

    DatadogException tooLarge(Call call, @Nullable String size) {
        return new DatadogException.Unreadable(
                call + " answered more than is read (" + size + "); ask for less: a shorter window or fewer groups",
                true,
                null);
    }

    DatadogException unreadable(Call call, String problem, String body, @Nullable Throwable cause) {
        String words = masked(UpstreamWords.of(body));
        String begins = words.isEmpty() ? "" : "; it begins: " + ForeignText.clean(words, 200);
        return new DatadogException.Unreadable(
                call + " answered with " + problem + begins
                        + ". Is something between here and Datadog, or DD_URL wrong?",
                false,
                cause);
    }

    private static boolean isBeforeSending(Throwable failure) {
        return find(failure, HttpConnectTimeoutException.class) != null
                || find(failure, ConnectException.class) != null
                || find(failure, UnknownHostException.class) != null
                || find(failure, UnresolvedAddressException.class) != null
                || find(failure, SSLHandshakeException.class) != null;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
            each = each.getCause();
        }
        return null;
    }

    private static String lastWords(Throwable failure) {
        Throwable last = failure;
        for (int depth = 0; last.getCause() != null && depth < 10; depth++) {
            last = last.getCause();
        }
        String message = last.getMessage() == null ? "" : ": " + last.getMessage();
        return ForeignText.clean(last.getClass().getSimpleName() + message, 200);
    }

    private String masked(String text) {
        return settings.apiKey().maskIn(settings.appKey().maskIn(text));
    }
}
