package dashwright.catalog.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric's name divided around a word that may stand for a statistic: {@code k6.http_req_duration.} and {@code max}, or
 * {@code grpc.responses.}, {@code avg} and {@code .duration.seconds}. Names that are equal but for that word are likely
 * figures of one measured thing.
 *
 * @param before what stands before the word, with the sign that divides them
 * @param word the word
 * @param after what stands after it, with the sign that divides them
 */
record NameSplit(String before, String word, String after) {
    /** More words for statistics than this make no sense in one name; the last ones count. */
    private static final int MOST = 4;

    /** {@code 99th_percentile} is two words of a name, {@code 99.9_percentile} three. */
    private static final int LONGEST_WORD = 3;

    private static final String SIGNS = "._-";

    /** All ways to divide a name, the one nearest to its end first. */
    static List<NameSplit> of(String name) {
        List<int[]> words = words(name);
        List<NameSplit> splits = new ArrayList<>();
        for (int at = words.size() - 1; at >= 0 && splits.size() < MOST; at--) {
            for (int last = Math.min(words.size(), at + LONGEST_WORD) - 1; last >= at; last--) {
                String word = name.substring(words.get(at)[0], words.get(last)[1]);
                if (Statistic.of(word).isPresent() || isNumber(word)) {
                    splits.add(new NameSplit(
                            name.substring(0, words.get(at)[0]), word, name.substring(words.get(last)[1])));
                    break;
                }
            }
        }
        return splits;
    }

    /** Where this name is that of the measured thing itself: what the names of its figures may begin with. */
    static List<NameSplit> below(String name) {
        return List.of(new NameSplit(name + ".", "", ""), new NameSplit(name + "_", "", ""));
    }

    /** What stands in this word's place in another name, empty where the names differ elsewhere too. */
    String wordOf(String other) {
        boolean isLike =
                other.length() > before.length() + after.length() && other.startsWith(before) && other.endsWith(after);
        String there = isLike ? other.substring(before.length(), other.length() - after.length()) : "";
        // In camelCase nothing but the capital letter divides the words.
        boolean isDivided = before.isEmpty()
                || SIGNS.indexOf(before.charAt(before.length() - 1)) >= 0
                || (!there.isEmpty() && Character.isUpperCase(there.charAt(0)));
        return isDivided ? there : "";
    }

    /** The name of the measured thing itself, where it may be one. */
    String whole() {
        return after.isEmpty() && !before.isEmpty() && SIGNS.indexOf(before.charAt(before.length() - 1)) >= 0
                ? before.substring(0, before.length() - 1)
                : "";
    }

    /** True where nothing but a namespace tells what is measured: that says nothing, unless it is no namespace. */
    boolean isOfNamespaceAlone() {
        String whole = whole();
        return !whole.isEmpty() && whole.indexOf('.') < 0;
    }

    static boolean isNumber(String word) {
        return word.length() >= 2
                && word.length() <= 4
                && word.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** The words of a name, as start and end. */
    private static List<int[]> words(String name) {
        List<int[]> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            boolean isSign = at == name.length() || SIGNS.indexOf(name.charAt(at)) >= 0;
            boolean isBorder = !isSign
                    && at > start
                    && Character.isUpperCase(name.charAt(at))
                    && !Character.isUpperCase(name.charAt(at - 1));
            if (isSign || isBorder) {
                if (at > start) {
                    words.add(new int[] {start, at});
                }
                start = isSign ? at + 1 : at;
            }
        }
        return words;
    }
}
