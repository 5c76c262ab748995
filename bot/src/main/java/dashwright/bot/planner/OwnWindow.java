package dashwright.bot.planner;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a metric's own name says it is about, as in {@code failed_7d} or {@code runtime_buckets.1_4h}.
 *
 * @param words the name's words without it
 * @param said the time in words, ready to follow the others; empty where the name says none
 */
record OwnWindow(List<String> words, String said) {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,3})(m|min|h|d|w)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Set<String> BOUNDS = Set.of("over", "under", "above", "below");
    /** Words of things that have been so for that time, rather than happened within it. */
    private static final Set<String> LASTING = Set.of("stale", "old", "idle", "inactive", "unused", "dormant");

    OwnWindow {
        words = List.copyOf(words);
    }

    /** Reads the words of a name's last part. */
    static OwnWindow of(List<String> words) {
        Matcher length = LENGTH.matcher(words.isEmpty() ? "" : words.getLast());
        if (!length.matches()) {
            return new OwnWindow(words, "");
        }
        List<String> before = words.subList(0, words.size() - 1);
        String bound = before.isEmpty() ? "" : before.getLast();
        if (NUMBER.matcher(bound).matches()) {
            return new OwnWindow(withoutLast(before), " " + bound + "–" + length.group(1) + " " + length.group(2));
        }
        if (BOUNDS.contains(bound)) {
            return new OwnWindow(withoutLast(before), " " + bound + " " + length.group(1) + " " + length.group(2));
        }
        String relation = before.stream().anyMatch(LASTING::contains) ? ", for " : ", last ";
        return new OwnWindow(before, relation + spelled(length.group(1), length.group(2)));
    }

    private static List<String> withoutLast(List<String> words) {
        return words.subList(0, words.size() - 1);
    }

    private static String spelled(String number, String unit) {
        String word = switch (unit) {
            case "h" -> "hour";
            case "d" -> "day";
            case "w" -> "week";
            default -> "minute";
        };
        return number.equals("1") ? word : number + " " + word + "s";
    }
}
