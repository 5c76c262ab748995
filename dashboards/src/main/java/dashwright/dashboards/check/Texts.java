package dashwright.dashboards.check;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for people. */
final class Texts {
    private static final int MAX_QUOTED = 160;

    private Texts() {}

    /** On one line and of bounded length. */
    static String shortened(String text, int length) {
        String line = text.replaceAll("[\\p{Cntrl}]+", " ");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    /** A name or query from a board, marked as such. */
    static String quoted(String text) {
        return "`" + shortened(text, MAX_QUOTED).replace('`', '\'') + "`";
    }

    static String quoted(Collection<String> texts) {
        return texts.stream().map(Texts::quoted).collect(Collectors.joining(", "));
    }

    /** {@code 1 point}, {@code 8,640 points}. */
    static String counted(long number, String singular, String plural) {
        return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? singular : plural);
    }

    /** In its largest whole unit: {@code 4 h}, {@code 90 min}, {@code 7 days}. */
    static String duration(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds >= 86_400 && seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day", "days");
        }
        if (seconds >= 3_600 && seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /** Rounded, as nobody needs the seconds of an age of days. */
    static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
    }
}
