package dashwright.catalog.search;

import java.util.regex.Pattern;

/**
 * Writes percentiles one way, as most names do: {@code 95percentile}, {@code 95th}, {@code percentile_95} and "response time
 * 95%" → {@code p95}; {@code p99.9}, {@code 99.9th} and "p99,9" → {@code p999}.
 */
final class Percentiles {
    private static final Pattern NUMBER_FIRST = Pattern.compile(
            "(?=\\d)(?<![\\p{L}\\p{N}])(\\d{1,4})(?:th)?[\\s._-]*(?:percentiles?|pctl|quantile)", flags());
    private static final Pattern NUMBER_LAST =
            Pattern.compile("(?:percentile|pctl|quantile)[\\s._-]*(\\d{1,3})(?!\\d)", flags());
    private static final Pattern ORDINAL = Pattern.compile("(?<![\\p{L}\\p{N}])([5-9]\\d{1,3})th(?!\\p{L})", flags());

    private static final Pattern DECIMAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(p\\d{2})[.,](\\d{1,2})(?![\\p{L}\\p{N}])"
                    + "|(\\d{2})[.,](\\d{1,2})(?=th\\b|\\s*(?:percentile|pctl|quantile)))",
            flags());

    private static final Pattern SHARE_OF_TIME = Pattern.compile(
            "\\b(time|times|latency|latencies|duration|durations|delay)([\\s:,(-]{1,3})(\\d{2})(?:[.,](\\d{1,2}))?\\s?%",
            flags());

    private Percentiles() {}

    /** The same text with its percentiles in one way. */
    static String oneWay(String text) {
        String normal = text;
        if (hasDecimal(normal)) {
            normal = DECIMAL.matcher(normal).replaceAll("$1$2$3$4");
        }
        if (normal.indexOf('%') > 0) {
            normal = SHARE_OF_TIME.matcher(normal).replaceAll("$1$2p$3$4");
        }
        if (isMentioned(normal)) {
            normal = NUMBER_FIRST.matcher(normal).replaceAll(" p$1 percentile ");
            normal = NUMBER_LAST.matcher(normal).replaceAll(" percentile p$1 ");
        }
        return hasOrdinal(normal) ? ORDINAL.matcher(normal).replaceAll("p$1") : normal;
    }

    /** Whether a pattern for percentiles can find anything: patterns are slow, and seldom needed. */
    private static boolean isMentioned(String text) {
        for (int at = 3; at < text.length(); at++) {
            boolean mentioned = switch (text.charAt(at)) {
                case 'c', 'C' -> startsAt(text, at - 3, "percentile");
                case 'l', 'L' -> startsAt(text, at - 3, "pctl");
                case 'n', 'N' -> startsAt(text, at - 3, "quantile");
                default -> false;
            };
            if (mentioned) {
                return true;
            }
        }
        return false;
    }

    /** Whether two digits, a point or comma and another digit follow one another anywhere. */
    private static boolean hasDecimal(String text) {
        for (int at = 2; at < text.length() - 1; at++) {
            char sign = text.charAt(at);
            if ((sign == '.' || sign == ',')
                    && isDigit(text.charAt(at + 1))
                    && isDigit(text.charAt(at - 1))
                    && isDigit(text.charAt(at - 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pattern for ordinals can find anything. */
    private static boolean hasOrdinal(String text) {
        for (int at = 2; at < text.length(); at++) {
            boolean ends = text.charAt(at) == 'h' || text.charAt(at) == 'H';
            if (ends && isDigit(text.charAt(at - 2)) && startsAt(text, at - 1, "th")) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE;
    }
}
