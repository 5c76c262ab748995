package dashwright.catalog.answer;

import dashwright.catalog.Metric;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.Reason.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/** A metric's tags in few words. */
public final class TagWords {
    private static final int MOST_KEYS = 8;

    private TagWords() {}

    /**
     * The keys with how many values each has, as in "env:prod, host 12, task:sync and 40 more": a value that the text names is
     * shown, and one that is the only one. Empty where no tags are known.
     *
     * @param reasons why the metric was found
     */
    public static String of(Metric metric, List<Reason> reasons) {
        List<String> words = reasons.stream()
                .filter(reason -> reason.field() == Field.TAG)
                .map(reason -> reason.matched().toLowerCase(Locale.ROOT))
                .toList();
        List<String> keys = new ArrayList<>();
        metric.tags().asMap().forEach((key, values) -> keys.add(words(key, values, named(values, words))));
        String listed = String.join(", ", keys.subList(0, Math.min(MOST_KEYS, keys.size())));
        return listed
                + (keys.size() > MOST_KEYS ? " and " + (keys.size() - MOST_KEYS) + " keys more" : "")
                + (metric.tags().known() || keys.isEmpty() ? "" : " (not all are read)");
    }

    private static String words(String key, SortedSet<String> values, Optional<String> named) {
        if (values.size() == 1) {
            return key + ":" + values.first();
        }
        return named.map(value -> key + ":" + value + " and " + (values.size() - 1) + " more")
                .orElseGet(() -> values.isEmpty() ? key : key + " " + values.size());
    }

    /** The value that has the most of these words, the shortest of several. */
    private static Optional<String> named(SortedSet<String> values, List<String> words) {
        return values.stream()
                .filter(value -> said(value, words) > 0)
                .min(Comparator.comparingLong((String value) -> -said(value, words))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static long said(String value, List<String> words) {
        String lower = value.toLowerCase(Locale.ROOT);
        return words.stream().filter(word -> stands(word, lower)).count();
    }

    /** True where the word stands in the value as one, not in the middle of another. */
    private static boolean stands(String word, String value) {
        for (int at = value.indexOf(word); at >= 0; at = value.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(value.charAt(at - 1));
            boolean ends = end == value.length() || !Character.isLetterOrDigit(value.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
