package dashwright.bot.slack;

import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.check.Severity;
import java.time.Duration;
import java.time.Instant;

/** Signs and words for verdicts, severities and ages. What is unknown never gets the sign of what is well. */
final class Words {
    private Words() {}

    /** A sign, and the words that say the same for those who do not see it. */
    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case LIVE -> ":white_check_mark: live";
            case EMPTY_GOOD -> ":white_check_mark: empty, which is good";
            case EMPTY_UNKNOWN -> ":white_circle: no data, unknown why";
            case NOT_RUN -> ":white_circle: not tried";
            case FAILED -> ":x: the query failed";
        };
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> ":x: *error*";
            case WARNING -> ":warning: *warning*";
            case INFO -> ":information_source: note";
        };
    }

    /** How long ago something was. */
    static String age(Instant then, Instant now) {
        return span(Duration.between(then, now)) + " ago";
    }

    /** How long something lasts, in its largest unit. */
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }
}
