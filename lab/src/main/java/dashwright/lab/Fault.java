package dashwright.lab;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Something that goes wrong on purpose.
 *
 * @param method the HTTP method that it hits, empty for any
 * @param path a regular expression that the whole path must match
 * @param kind what goes wrong
 * @param status the status answered for {@link Kind#STATUS}
 * @param delay how long the answer is held back for {@link Kind#LATENCY}
 * @param times how many requests it hits; at least 1
 */
public record Fault(String method, String path, Kind kind, int status, Duration delay, int times) {
    public Fault {
        try {
            Pattern.compile(path);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "a fault's path is a regular expression, and this is none: " + path, wrong);
        }
        if (times < 1) {
            throw new IllegalArgumentException("a fault hits at least one request");
        }
        if (kind == Kind.STATUS && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("a fault's status lies between 400 and 599, not at " + status);
        }
    }

    /** A fault that answers with a status. */
    public static Fault status(String path, int status, int times) {
        return new Fault("", path, Kind.STATUS, status, Duration.ZERO, times);
    }

    /** A fault that holds answers back. */
    public static Fault latency(String path, Duration delay, int times) {
        return new Fault("", path, Kind.LATENCY, 0, delay, times);
    }

    /** A fault that cuts the connection. */
    public static Fault cut(String path, int times) {
        return new Fault("", path, Kind.CUT, 0, Duration.ZERO, times);
    }

    /** A fault that lets the request take effect and loses the answer. */
    public static Fault lost(String path, int times) {
        return new Fault("", path, Kind.LOST, 0, Duration.ZERO, times);
    }

    /** The same fault for one HTTP method alone. */
    public Fault onlyFor(String one) {
        return new Fault(one, path, kind, status, delay, times);
    }

    /** What goes wrong. */
    public enum Kind {
        /** A status is answered, and nothing else happens. */
        STATUS,
        /** The answer is held back. */
        LATENCY,
        /** The connection is cut before anything happens. */
        CUT,
        /** The request takes effect, and the connection is cut before the answer. */
        LOST
    }
}
